/** The words of one language for times gone by: its language data (https://cldr.unicode.org) and what people say besides. */
import { hanNumbers, prepare } from "./prepare";
import { SPOKEN } from "./spoken";
import { FEW, type Past, UNITS, type Unit } from "./units";

export interface TimeWords {
  /** Words for a unit behind a number; `one` marks those that stand without a number for one of it ("год назад"). */
  units: Map<string, { unit: Unit; one: boolean }>;
  /** What stands before, and what behind, number and unit. */
  ago: { before: string; after: string }[];
  /** Whole expressions: "yesterday", "last month", "قبل يومين". */
  phrases: Map<string, Past>;
  counts: Map<string, Past["amount"]>;
}

/** Amounts that between them take every plural form of the languages of the world. */
const AMOUNTS = [1, 2, 3, 5, 6, 11, 20, 21, 22, 25, 100];
const STYLES = ["long", "short", "narrow"] as const;

export function timeWordsOf(language: string): TimeWords {
  const words: TimeWords = { units: new Map(), ago: [], phrases: new Map(), counts: new Map() };
  const counted = STYLES.map((style) => templates(language, style, words.phrases));
  addSpoken(words, language);
  for (const of of counted) addCommon(words.ago, of);
  const several = new Set(counted.flat().flatMap(({ amount, after }) => (amount === 5 ? [after] : [])));
  for (const template of counted.flat()) addUnit(words, template, !several.has(template.after));
  return words;
}

interface Template {
  before: string;
  after: string;
  unit: Unit;
  amount: number;
}

/** "vor 2 Tagen" as what stands before and behind its number; expressions without a number go to `phrases`. */
function templates(language: string, style: "long" | "short" | "narrow", phrases: Map<string, Past>): Template[] {
  const always = new Intl.RelativeTimeFormat(language, { style });
  const auto = new Intl.RelativeTimeFormat(language, { style, numeric: "auto" });
  const found: Template[] = [];
  for (const unit of UNITS) {
    for (const amount of [0, 1, 2, 3]) keepPhrase(phrases, auto, amount, unit);
    for (const amount of AMOUNTS) {
      const parts = always.formatToParts(-amount, unit);
      const at = parts.findIndex(({ type }) => type === "integer");
      const text = (from: number, to?: number) =>
        parts
          .slice(from, to)
          .map(({ value }) => value)
          .join("");
      if (at < 0 || !/\p{L}/u.test(text(at + 1))) keepPhrase(phrases, always, amount, unit);
      else found.push({ before: prepare(text(0, at)), after: prepare(text(at + 1)), unit, amount });
    }
  }
  return found;
}

function keepPhrase(phrases: Map<string, Past>, format: Intl.RelativeTimeFormat, amount: number, unit: Unit): void {
  const phrase = hanNumbers(prepare(format.format(-amount, unit)));
  const isCounted = amount > 0 && /^\D*\d+\D*\p{L}\D*$/u.test(phrase);
  if (!isCounted && !phrases.has(phrase)) phrases.set(phrase, { amount, unit });
}

/** The words that all units share are the language's "ago". */
function addCommon(ago: TimeWords["ago"], of: Template[]): void {
  const [first, ...others] = of;
  if (!first) return;
  const before = of.every((template) => template.before === first.before) ? first.before : "";
  let after = first.after;
  for (const other of others) while (!other.after.endsWith(after)) after = after.slice(1);
  if (/ /.test(first.after)) after = after.startsWith(" ") ? after.trim() : after.split(" ").slice(1).join(" ");
  if (!/\p{L}/u.test(before + after)) return;
  if (!ago.some((known) => known.before === before && known.after === after)) ago.push({ before, after });
}

function addUnit(words: TimeWords, { before, after, unit, amount }: Template, one: boolean): void {
  const affixes = words.ago.filter((ago) => before === ago.before && after.endsWith(ago.after));
  const longest = affixes.sort((a, b) => b.after.length - a.after.length)[0];
  if (!longest && /\p{L}/u.test(before)) return;
  const word = after.slice(0, after.length - (longest?.after.length ?? 0)).trim();
  if (word && !words.units.has(word))
    words.units.set(word, { unit, one: one && amount === 1 && longest !== undefined });
}

/** "3 Tage", "2 j": units as they stand behind a number alone, besides those of `words`. */
export function plainUnitsOf(language: string, words: TimeWords): TimeWords["units"] {
  const units = new Map(words.units);
  for (const unitDisplay of STYLES) {
    for (const unit of UNITS) {
      const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay });
      for (const amount of AMOUNTS) {
        const parts = format.formatToParts(amount);
        const at = parts.findIndex(({ type }) => type === "integer");
        const word = prepare(
          parts
            .slice(at + 1)
            .map(({ value }) => value)
            .join(""),
        );
        if (word && !units.has(word)) units.set(word, { unit, one: false });
      }
    }
  }
  return units;
}

function addSpoken(words: TimeWords, language: string): void {
  const base = language.split("-")[0] ?? language;
  const spoken = SPOKEN.get(base === "no" ? "nb" : base);
  const list = (text: string | undefined, apart = "|") => (text ? text.split(apart).map(prepare) : []);
  for (const [index, forms] of (spoken?.numbers ?? "").split("|").entries())
    for (const form of list(forms, "/")) words.counts.set(form, index + 1);
  for (const few of list(spoken?.few)) words.counts.set(few, FEW);
  for (const half of list(spoken?.half)) words.counts.set(half, 0.5);
  for (const more of list(spoken?.oneAndHalf)) words.counts.set(more, 1.5);
  for (const now of list(spoken?.now)) words.phrases.set(now, { amount: 0, unit: "second" });
  for (const today of list(spoken?.today)) words.phrases.set(today, { amount: 0, unit: "day" });
  for (const yesterday of list(spoken?.yesterday)) words.phrases.set(yesterday, { amount: 1, unit: "day" });
  for (const pattern of spoken?.ago?.split("|") ?? []) {
    const [before = "", after = ""] = pattern.split("#");
    words.ago.push({ before: prepare(before), after: prepare(after) });
  }
  for (const unit of UNITS)
    for (const word of list(spoken?.units?.[unit])) words.units.set(word, { unit, one: word.length > 3 });
}
