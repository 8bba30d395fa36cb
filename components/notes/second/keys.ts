/** Keys that give a code while a sample is coded: a code's own shortcut, else the next digit. */
import type { Code, SecondCodingCode } from "../../../lib/domain";

export interface KeyedCode extends SecondCodingCode {
  /** Lower case; absent where all digits are taken. 0 stands for "none of these". */
  key?: string;
}

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** @param known codes as they are now, for their shortcuts */
export function keysOf(
  asked: readonly SecondCodingCode[],
  known: readonly Pick<Code, "id" | "shortcut">[],
): KeyedCode[] {
  const own = new Map(known.map(({ id, shortcut }) => [id, shortcut?.toLocaleLowerCase()]));
  const taken = new Set(asked.flatMap(({ id }) => own.get(id) ?? []));
  const free = DIGITS.filter((digit) => !taken.has(digit));
  return asked.map((code) => {
    const shortcut = own.get(code.id);
    const key = shortcut !== undefined && shortcut !== "0" ? shortcut : free.shift();
    return { ...code, ...(key !== undefined && { key }) };
  });
}
