/** What a sentence names: the subject, what it is compared with, amounts, places, technologies. Rule-based; silence before a false report. */
import type { EntityKind, EntityMention } from "../domain";
import { findBrands } from "./entity-brands";
import { findPlaces } from "./entity-places";
import { findPrices } from "./entity-prices";
import {
  BEFORE_COMPANION,
  BEFORE_RIVAL,
  BEFORE_RIVAL_GERMAN,
  COMPARES,
  FEATURE,
  LOOKS_LIKE_PRODUCT,
  NO_NAMES,
  OLD_ONE,
  RIVAL_HAN,
} from "./entity-words";

/** What the reviews are about, as its page calls it. */
export interface EntityContext {
  subject?: { name?: string; brand?: string };
}

/** In the order in which one wins over another at the same place. */
const RANK: readonly EntityKind[] = ["price", "product", "brand", "place", "feature", "competitor"];
/** Capitalised words, digits and marks in them: "Sony", "WH-1000XM4", "Galaxy S21 Ultra". */
const NAME =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{N}'’&+-]*|\p{Ll}\p{Lu}[\p{L}\p{N}]+)(?: (?:\p{Lu}[\p{L}\p{N}&+-]*|\d{1,4}[A-Z]{0,3}(?![\p{L}\p{N}%]))){0,3}/gu;
/** Capitals, digits, scripts without capitals: sentences without any name nothing, and most of a page's are such or begin with their only one. */
const NAMELIKE = /[\p{Lu}\p{N}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|блютуз/u;
/** A word that carries a model's number. */
const MODEL = /^(?=.*\d)(?=.*\p{L})[\p{L}\p{N}-]{3,}$/u;

/**
 * @param text one sentence
 * @returns places in `text` in reading order, none overlapping another
 */
export function findEntities(text: string, { subject }: EntityContext = {}): EntityMention[] {
  const namelike = NAMELIKE.test(text);
  const found = [
    ...ofSubject(text, subject),
    ...findPrices(text),
    ...findPlaces(text),
    ...(namelike ? matches(text, FEATURE, "feature") : []),
    ...(namelike ? rivals(text, subject) : []),
  ];
  return withoutOverlap(found);
}

function ofSubject(text: string, { name = "", brand = "" }: { name?: string; brand?: string } = {}): EntityMention[] {
  const models = name.split(/[\s,()|/]+/u).filter((word) => MODEL.test(word) && word !== brand);
  const spellings: [string, EntityKind, string][] = [
    [brand, "brand", brand],
    [name, "product", name],
    ...models.map((model): [string, EntityKind, string] => [model, "product", model]),
  ];
  return spellings.flatMap(([wanted, kind, called]) =>
    wordsAt(text, wanted).map((at) => ({ ...at, kind, name: called })),
  );
}

/** A name of one letter would be everywhere. */
function wordsAt(text: string, wanted: string): { start: number; end: number }[] {
  const needle = wanted.trim().toLowerCase();
  const lower = text.toLowerCase();
  if (needle.length < 2 || lower.length !== text.length) return [];
  const places: { start: number; end: number }[] = [];
  for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, at + needle.length)) {
    const around = `${text[at - 1] ?? " "}${text[at + needle.length] ?? " "}`;
    if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(around))
      places.push({ start: at, end: at + needle.length });
  }
  return places;
}

/** Names right after words of comparison or switching, and makers everybody knows; a name that shares a word with the subject is not a rival. */
function rivals(text: string, subject: EntityContext["subject"]): EntityMention[] {
  const own = `${subject?.name ?? ""} ${subject?.brand ?? ""}`.toLowerCase();
  const ownWords = new Set(own.split(/[\s,()|/]+/u));
  const compared = [...text.matchAll(NAME)].flatMap(({ 0: name, index }) => comparedIn(text, name, index));
  const han = [...text.matchAll(RIVAL_HAN)].flatMap((match) => {
    const name = match.groups?.name ?? match.groups?.before ?? "";
    return [{ name, start: match.index + match[0].indexOf(name) }];
  });
  const rivals = [...compared, ...han].flatMap(({ name: written, start }) => {
    const name = written.replace(/['’]s$/u, "");
    const words = name.toLowerCase().split(/[ '’]/u);
    if (name.length < 2 || NO_NAMES.has(words[0] ?? "") || words.some((word) => ownWords.has(word))) return [];
    return [{ kind: "competitor" as const, name, start, end: start + name.length }];
  });
  return [...rivals, ...knownBrands(text, own, rivals)];
}

/** The name, or what is left of it behind a word that compares: "Unlike Fitbit" begins a sentence with a capital. */
function comparedIn(text: string, name: string, index: number): { name: string; start: number }[] {
  for (let at = 0; at >= 0; at = name.indexOf(" ", at) + 1 || -1) {
    const start = index + at;
    const before = text.slice(Math.max(0, start - 60), start);
    const rest = name.slice(at);
    const german = BEFORE_RIVAL_GERMAN.test(before) && (LOOKS_LIKE_PRODUCT.test(rest) || findBrands(rest).length > 0);
    if (german || BEFORE_RIVAL.test(before) || OLD_ONE.test(before)) return [{ name: rest, start }];
  }
  return [];
}

/** Rivals where the sentence compares and does not say what it is used with ("better on my Samsung"), else just brands. */
function knownBrands(text: string, own: string, rivals: readonly EntityMention[]): EntityMention[] {
  const compares = COMPARES.test(text);
  return findBrands(text).flatMap(({ start, end }) => {
    const name = text.slice(start, end);
    if (own.includes(name.toLowerCase().split(" ")[0] ?? "")) return [];
    const kind =
      compares && !BEFORE_COMPANION.test(text.slice(Math.max(0, start - 40), start)) ? "competitor" : "brand";
    return rivals.some((one) => one.start < end && one.end > start) ? [] : [{ kind, name, start, end }];
  });
}

function matches(text: string, pattern: RegExp, kind: EntityKind): EntityMention[] {
  return [...text.matchAll(pattern)].map(({ 0: name, index }) => ({
    kind,
    name,
    start: index,
    end: index + name.length,
  }));
}

/** Where two meet the one of the surer kind stays; of one kind the longer. */
function withoutOverlap(found: readonly EntityMention[]): EntityMention[] {
  const surest = [...found].sort(
    (a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: EntityMention[] = [];
  for (const one of surest) if (kept.every(({ start, end }) => one.end <= start || one.start >= end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}
