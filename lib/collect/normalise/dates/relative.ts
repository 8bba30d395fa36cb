/** Dates told from today: "2 months ago", "vor einer Woche", "il y a un an", "3天前", "yesterday at 14:02", "5d". */
import type { DateContext } from "./context";
import { isUnspaced, languagesOf } from "./languages";
import { anyOf, hanNumbers } from "./prepare";
import { plainUnitsOf, type TimeWords, timeWordsOf } from "./time-words";
import { type Past, sumOf, timeAgo } from "./units";

interface Reader extends TimeWords {
  /** Number, unit and "ago", wherever they stand in a text; `mark` is in every text that fits. */
  patterns: { mark: string; pattern: RegExp }[];
  phrase: RegExp;
  /** Number and unit that end, or begin, what stands beside another number and unit. */
  beside: { before: RegExp; after: RegExp };
}

/** What may stand between "5 years" and "3 months": a comma, a word for "and". */
const JOINED = "[\\s,]{1,3}(?:[\\p{L}&]{1,3}\\s)?";

const readers = new Map<string, Reader>();

/** @returns the day, month or year, as precise as the unit told */
export function relativeDate(text: string, { now, language }: DateContext): string | undefined {
  const plain = hanNumbers(text);
  const bare = withoutMarks(plain);
  const languages = languagesOf(text, language);
  for (const [index, candidate] of languages.entries()) {
    const reader = readerOf(candidate);
    const isOwn = index === 0 || candidate === "en" || isUnspaced(plain);
    const past =
      counted(plain, reader) ??
      phraseIn(isOwn ? plain : bare, reader, isOwn) ??
      (isOwn ? alone(bare, candidate, reader) : undefined);
    if (past) return timeAgo(past, now);
  }
  return undefined;
}

/** "· 3 d", "Edited 5w", "(2 mo)": without signs around it, and without the word for a change. */
function withoutMarks(text: string): string {
  return text
    .replace(
      /^(?:edited|updated|posted|reviewed|bearbeitet|modifie|editado|modificato|изменено|编辑于|编辑|編集済み|編集)(?=[\s\d:(·•])/u,
      "",
    )
    .replace(/\(?(?:edited|bearbeitet|modifie|editado|modificato|изменено|已编辑|編集済み)\)?$/u, "")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "");
}

function counted(text: string, reader: Reader): Past | undefined {
  for (const { mark, pattern } of reader.patterns) {
    const found = text.includes(mark) ? text.match(pattern) : null;
    const past = found?.groups && pastOf(found.groups.count, found.groups.unit, reader);
    if (past && found) return withNeighbour(past, text, found, reader);
  }
  return undefined;
}

/** "5 years, 3 months ago", "il y a 1 an et 2 mois": a second number and unit beside the first belongs to it. */
function withNeighbour(past: Past, text: string, found: RegExpMatchArray, reader: Reader): Past {
  const start = found.index ?? 0;
  const before = text.slice(0, start).match(reader.beside.before)?.groups;
  const after = text.slice(start + found[0].length).match(reader.beside.after)?.groups;
  const other = [before, after].map((groups) => groups && pastOf(groups.count, groups.unit, reader)).find(Boolean);
  return other ? sumOf(past, other) : past;
}

/** Number and unit alone, as the whole text. */
function alone(text: string, language: string, reader: Reader): Past | undefined {
  const found = text.match(ALONE);
  if (!found) return undefined;
  const units = plainUnits.get(language) ?? plainUnitsOf(language, reader);
  plainUnits.set(language, units);
  return pastOf(found[1], found[2], { ...reader, units });
}

const ALONE = /^(\d{1,4}(?:[.,]\d)?)\s?\+?\s?(\D{1,24})$/;
const plainUnits = new Map<string, TimeWords["units"]>();

function pastOf(count: string | undefined, word: string | undefined, { units, counts }: Reader): Past | undefined {
  const known = units.get(word ?? "");
  if (!known) return undefined;
  if (count === undefined) return known.one ? { amount: 1, unit: known.unit } : undefined;
  const amount = counts.get(count) ?? Number(count.replace(",", "."));
  return Number.isNaN(amount) ? undefined : { amount, unit: known.unit };
}

/** In the page's own language anywhere, in another only nearly alone: "hier" is yesterday in French and here in German. */
function phraseIn(text: string, { phrase, phrases }: Reader, anywhere: boolean): Past | undefined {
  const found = text.match(phrase);
  return found && (anywhere || text.length - found[0].length <= 3) ? phrases.get(found[0]) : undefined;
}

function readerOf(language: string): Reader {
  const known = readers.get(language);
  if (known) return known;
  const words = timeWordsOf(language);
  const unspaced = isUnspaced([...words.units.keys()].join(""));
  const [begin, end] = unspaced ? ["", ""] : ["(?<![\\p{L}\\p{M}\\p{N}])", "(?![\\p{L}\\p{M}])"];
  const count = `(?<count>\\d{1,4}(?:[.,]\\d)?|${anyOf(words.counts.keys()) || "(?!)"})`;
  const unit = `(?<unit>${anyOf(words.units.keys())})`;
  const hedge = "[^\\p{L}\\p{N}]{0,2}(?:[\\p{L}\\p{M}']{1,12}\\s){0,3}?";
  const patternOf = ({ before, after }: TimeWords["ago"][number]) =>
    before
      ? `${begin}${anyOf([before])}\\s?(?:${hedge}${count}\\s?\\+?\\s?|)${unit}${after ? `\\s?${anyOf([after])}` : ""}${end}`
      : `${begin}(?:${count}\\s?[+-]?\\s?)?${unit}\\s?${anyOf([after])}${end}`;
  const reader: Reader = {
    ...words,
    patterns: words.ago.map((ago) => ({ mark: ago.after || ago.before, pattern: new RegExp(patternOf(ago), "u") })),
    beside: {
      before: new RegExp(`${begin}${count}\\s?${unit}${JOINED}$`, "u"),
      after: new RegExp(`^${JOINED}${count}\\s?${unit}${end}`, "u"),
    },
    phrase: new RegExp(`${begin}(?:${anyOf(words.phrases.keys())})${end}`, "u"),
  };
  readers.set(language, reader);
  return reader;
}
