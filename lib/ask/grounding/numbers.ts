/**
 * Numbers never come from a language model. A statement may repeat a number that one of its passages holds, in figures or in
 * words; any other figure, and any word that counts people ("most of us", "everyone"), makes it unfit to be shown as supported.
 */
import { surfaces } from "../words";
import { COUNTED, COUNTING_PEOPLE, NUMBER_WORDS } from "./number-words";

const DIGITS = /\p{Nd}+(?:[.,\u00a0'’]\p{Nd}+)*/gu;
/** Numerals of Chinese and Japanese before something that is counted; alone they are parts of words (一样, 十分). */
const HAN = new RegExp(
  `([〇零一二两三四五六七八九十百千万半]+)\\s?(?=${COUNTED})|百分之([〇零一二两三四五六七八九十百]+)|([一二两三四五六七八九])成(?!为|功|本|分|员)`,
  "gu",
);

/** @param passages texts it rests on */
export function statesForeignNumber(statement: string, passages: readonly string[]): boolean {
  const held = new Set(passages.flatMap(numbersIn));
  if (numbersIn(statement).some((number) => !held.has(number))) return true;
  const counted = COUNTING_PEOPLE.exec(statement.normalize("NFKC"))?.[0].toLowerCase();
  return counted !== undefined && !passages.some((passage) => passage.toLowerCase().includes(counted));
}

/** @returns every number of a text in one spelling ("twelve" and "12." are "12"), in order */
export function numbersIn(text: string): string[] {
  const plain = text.normalize("NFKC");
  const figures = [...plain.matchAll(DIGITS)].map(([digits]) => canonical(digits));
  const words = surfaces(plain).flatMap((word) => NUMBER_WORDS.get(word) ?? []);
  const han = [...plain.matchAll(HAN)].flatMap((found) => fromHan(found[1] ?? found[2] ?? found[3] ?? ""));
  return [...figures, ...words, ...han];
}

/** Separators of thousands go, those of decimals become a point: "1,740" is 1740, "2,4" is 2.4. */
function canonical(digits: string): string {
  const ascii = [...digits].map((sign) => (/\p{Nd}/u.test(sign) ? String(digitOf(sign)) : sign)).join("");
  const joined = ascii.replace(/[.,\u00a0'’](?=\p{Nd}{3}(?:\D|$))/gu, "").replace(/,/gu, ".");
  return String(Number(joined.match(/^\d+(?:\.\d+)?/u)?.[0] ?? joined));
}

/** Decimal digits of any script stand in rows of ten that begin with zero. */
function digitOf(sign: string): number {
  let code = sign.codePointAt(0) ?? 48;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1)) && code > 48) {
    code--;
    value++;
  }
  return value;
}

const HAN_DIGITS = "零一二三四五六七八九";
const HAN_UNITS = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
  ["万", 10000],
]);

function fromHan(numeral: string): string[] {
  if (numeral === "半") return ["0.5"];
  let total = 0;
  let digit = 0;
  for (const sign of numeral.replace(/〇/gu, "零").replace(/两/gu, "二").replace(/半/gu, "")) {
    const unit = HAN_UNITS.get(sign);
    if (unit === undefined) digit = HAN_DIGITS.indexOf(sign);
    else if (unit === 10000) total = (total + digit) * unit;
    else total += (digit || 1) * unit;
    if (unit !== undefined) digit = 0;
  }
  const value = total + digit;
  return value > 0 ? [String(value)] : [];
}
