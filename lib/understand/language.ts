/**
 * Which language a text is in. Scripts that belong to one language decide at once; the rest is asked of `eld`
 * (Efficient Language Detector, Apache-2.0: character n-grams of 60 languages, 0.9 MB in the bundle, no network).
 */
import { eld } from "eld/extrasmall";

/** Scripts that one language of the web's reviews nearly owns, in the order they are looked for. */
const SCRIPTS: readonly [string, RegExp][] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["he", /\p{Script=Hebrew}/gu],
];
const LETTER = /\p{L}/gu;
/** Han is dense and kana thin: this share of letters is enough to settle it. */
const ENOUGH = 0.25;
/** Shorter Latin or Cyrillic texts ("Super!") look alike in many languages: there the hint wins. */
const TELLING = 24;
const MAXIMUM_READ = 600;
/** Of which so much may be addresses. */
const MAXIMUM_LOOKED_AT = 4 * MAXIMUM_READ;

/**
 * @param text one review or sentence
 * @param hint what the surroundings suggest: the review's or the page's language
 * @returns BCP 47 primary tag; "und" when the text does not tell and there is no hint
 */
export function detectLanguage(text: string, hint?: string): string {
  const expected = primaryTag(hint);
  const sample = plain(text.slice(0, MAXIMUM_LOOKED_AT)).slice(0, MAXIMUM_READ);
  const letters = count(sample, LETTER);
  if (letters === 0) return expected;
  const script = SCRIPTS.find(([, pattern]) => count(sample, pattern) / letters >= ENOUGH);
  if (script) return script[0];
  return byWords(sample, letters, expected);
}

function byWords(sample: string, letters: number, expected: string): string {
  const result = eld.detect(sample);
  const scores = new Map(Object.entries(result.getScores()));
  if (!result.language) return expected;
  if (expected === "und") return letters >= 8 || result.isReliable() ? result.language : "und";
  const lead = (scores.get(result.language) ?? 0) - (scores.get(expected) ?? 0);
  const needed = letters < TELLING ? 0.25 : 0.04;
  return lead > needed ? result.language : expected;
}

/** Addresses, mail and product codes are in no language. */
function plain(text: string): string {
  return text.replace(/\b(?:https?:\/\/|www\.)\S+|(?<!\S)\S+@\S+|[@#]\w+/gu, " ");
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** "en-GB" → "en"; anything that is no language tag → "und". */
export function primaryTag(tag: string | undefined): string {
  const primary = tag?.trim().split(/[-_]/u)[0]?.toLowerCase() ?? "";
  if (primary === "nb" || primary === "nn") return "no";
  return /^[a-z]{2,3}$/u.test(primary) ? primary : "und";
}
