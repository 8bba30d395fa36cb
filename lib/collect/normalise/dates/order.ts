/** Whether the day or the month stands first in dates written with numbers alone. */
import type { Order } from "./context";
import { prepare } from "./prepare";

const NUMBERS = /(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?((?:19|20)?\d\d)(?![\d./-])/;

/**
 * What the dates of one page prove together: an order that makes a thirteenth month, or a day to come, is refuted.
 * @returns undefined when both orders are possible, or both are refuted
 */
export function orderOf(dates: readonly string[], now: Date): Order | undefined {
  let dayFirst = true;
  let monthFirst = true;
  for (const date of dates) {
    const found = prepare(date.slice(0, 200)).match(NUMBERS);
    if (!found) continue;
    const [first, second, year] = [
      Number(found[1]),
      Number(found[3]),
      Number(found[4]) % 2000 < 100 ? (Number(found[4]) % 2000) + 2000 : Number(found[4]),
    ];
    if (!possible(year, second, first, now)) dayFirst = false;
    if (!possible(year, first, second, now)) monthFirst = false;
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? "day-first" : "month-first";
}

function possible(year: number, month: number, day: number, now: Date): boolean {
  return month <= 12 && Date.UTC(year, month - 1, day) <= now.getTime() + 2 * 86_400_000;
}

export type Sequence = "dmy" | "mdy" | "ymd";

const sequences = new Map<string, Sequence>();

/** How a language, with its country where it is known, writes a date in numbers: https://cldr.unicode.org date formats. */
export function sequenceOf(language: string): Sequence {
  const known = sequences.get(language);
  if (known) return known;
  const parts = new Intl.DateTimeFormat(language, { dateStyle: "short", calendar: "gregory", timeZone: "UTC" })
    .formatToParts(new Date(0))
    .map(({ type }) => type)
    .filter((type) => type !== "literal");
  const sequence = parts[0] === "year" ? "ymd" : parts[0] === "month" ? "mdy" : "dmy";
  sequences.set(language, sequence);
  return sequence;
}
