/** Whether a statement is in the language that was asked for: by its script, then by its function words. */
import { markerHits, primaryLanguage } from "../language";

const SCRIPTS: ReadonlyMap<string, RegExp> = new Map([
  ["zh", /\p{Script=Han}/gu],
  ["ja", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ...["ru", "uk", "bg", "sr", "be", "mk", "kk"].map((tag): [string, RegExp] => [tag, /\p{Script=Cyrillic}/gu]),
  ...["ar", "fa", "ur"].map((tag): [string, RegExp] => [tag, /\p{Script=Arabic}/gu]),
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["th", /\p{Script=Thai}/gu],
]);
const LATIN = /\p{Script=Latin}/gu;
const LETTERS = /\p{L}/gu;
/** Names and models stay in Latin letters in every language, so less than all of them is asked for. */
const SHARE = 0.4;
/** This many function words of another language, and none of its own, tell that it is the wrong one. */
const FOREIGN = 2;

/** @returns false when the text is surely in another language; true for names, and wherever nothing tells */
export function hasLanguage(text: string, tag: string): boolean {
  const language = primaryLanguage(tag);
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const letters = count(LETTERS);
  if (letters === 0) return true;
  if (count(SCRIPTS.get(language) ?? LATIN) / letters < SHARE) return false;
  if (language === "zh") return count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) === 0;
  if (SCRIPTS.has(language)) return true;
  const hits = markerHits(text);
  const foreign = Math.max(0, ...[...hits].filter(([other]) => other !== language).map(([, found]) => found));
  return foreign < FOREIGN || (hits.get(language) ?? 0) > 0;
}
