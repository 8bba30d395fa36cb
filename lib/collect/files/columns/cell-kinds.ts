/** What the cells of a column look like, whatever it is called. */
import { parseDate } from "../../normalise/date";
import { readRating } from "../records/rating";
import { type Cell, type Row, textOf } from "../table";

/** Shares are of the filled cells looked at (0–1). */
export interface ColumnLook {
  /** Filled cells looked at. */
  filled: number;
  /** Mean length in characters; one of a script without spaces counts for three. */
  length: number;
  /** Different values among the filled ones. */
  distinct: number;
  numbers: number;
  /** Values that say how good something is, on a scale of at most ten, or in stars. */
  ratings: number;
  dates: number;
  links: number;
  flags: number;
  /** Short codes such as `en` or `pt-BR`. */
  languages: number;
  /** A few words without digits, as people and places are called. */
  names: number;
  /** Longer than a few words. */
  sentences: number;
  /** Numbers that only grow or only fall: they count the rows. */
  counting: boolean;
}

/** Rows looked at, spread over the whole table. */
const SAMPLE = 300;

/** @returns one look per column */
export function lookAtColumns(rows: readonly Row[], count: number): ColumnLook[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample = rows.filter((_, index) => index % step === 0).slice(0, SAMPLE);
  return Array.from({ length: count }, (_, column) => look(sample.map(({ cells }) => cells[column])));
}

function look(cells: readonly Cell[]): ColumnLook {
  const values = cells.filter((cell) => textOf(cell).trim() !== "");
  const texts = values.map((cell) => textOf(cell).trim().slice(0, 2000));
  const share = (test: (text: string) => boolean) => texts.filter(test).length / Math.max(1, texts.length);
  const lengths = texts.map(lengthOf);
  return {
    filled: texts.length,
    length: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length),
    distinct: new Set(texts).size / Math.max(1, texts.length),
    numbers: share(isNumber),
    ratings: share(isRating),
    dates: share(isDate),
    links: share((text) => /^https?:\/\/\S+$/i.test(text)),
    flags: share((text) => readFlag(text) !== undefined),
    languages: share((text) => /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/i.test(text)),
    names: share((text) => /^\p{L}[\p{L}\p{M}.'’ -]{0,40}$/u.test(text)),
    sentences: share((text) => lengthOf(text) >= 25),
    counting: isCounting(texts),
  };
}

/** Characters; one of Chinese, Japanese or Korean says about as much as three letters. */
function lengthOf(text: string): number {
  return (
    text.length +
    2 * (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
  );
}

function isNumber(text: string): boolean {
  return /^[-+]?\d{1,15}(?:[.,]\d{1,12})?\s?%?$/.test(text);
}

const OUT_OF =
  /^\d{1,3}(?:[.,]\d{1,2})?\s?(?:\/|out of|von|sur|de|di|из|／)\s?(?:5|6|7|10|20|100)(?:[.,]0)?(?:\s?\p{L}{1,12})?$/iu;
const POINTS =
  /^\d{1,2}(?:[.,]\d{1,2})?(?:\s?(?:[-–:]\s?\p{L}.{0,20}|stars?|stern\p{L}{0,2}|étoiles?|estrellas?|stell[ae]|estrelas?|зв[её]зд\p{L}{0,2}|points?|punkte?|балл\p{L}{0,2}|星|点|分|점))?$/iu;

function isRating(text: string): boolean {
  if (/[★⭐🌟]/u.test(text)) return text.length <= 20;
  if (text.length > 30) return false;
  if (OUT_OF.test(text)) return true;
  const rating = POINTS.test(text) ? readRating(text) : undefined;
  return rating !== undefined && rating.value <= 10;
}

/** Plain numbers are serials of spreadsheets or seconds, which a name must vouch for. */
function isDate(text: string): boolean {
  if (text.length < 6 || text.length > 60 || !/\d/.test(text) || isNumber(text) || isRating(text)) return false;
  return parseDate(text, { now: new Date() }) !== undefined;
}

/** Row numbers and ids made by counting, not ratings. */
function isCounting(texts: readonly string[]): boolean {
  const numbers = texts.map(Number);
  if (numbers.length < 3 || numbers.some(Number.isNaN)) return false;
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

const YES =
  /^(?:true|yes|y|1|x|✓|✔|ja|oui|s[íi]|sim|да|是|はい|예|verified.{0,20}|verifiziert.{0,20}|подтвержд.{0,20}|已验证|已购买)$/iu;
const NO = /^(?:false|no|n|0|-|nein|non|não|нет|否|いいえ|아니요|not verified|unverified|nicht verifiziert)$/iu;

/** Yes and no as tables write them; undefined for anything else. */
export function readFlag(text: string): boolean | undefined {
  return YES.test(text) ? true : NO.test(text) ? false : undefined;
}
