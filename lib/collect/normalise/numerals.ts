/** Numbers with their words for thousands and millions, as languages write them: "1,2 тыс.", "1.2K", "1.2万", "1 204". */
import { isUnspaced, knownLanguage, languagesOf } from "./dates/languages";
import { anyOf, prepare } from "./dates/prepare";

/** Prepared words for thousands and more, and the source of a pattern for a number with or without one of them. */
export interface Numerals {
  factors: ReadonlyMap<string, number>;
  number: string;
}

const DIGITS = String.raw`(?<![\d.,])-?(?:\d{1,3}(?:[ ']\d{3}(?!\d))+|\d+(?:[.,]\d+)*)`;
const ALWAYS: [string, number][] = [
  ["k", 1e3],
  ["tsd", 1e3],
  ["тыс", 1e3],
  ["тис", 1e3],
  ["mil", 1e3],
  ["万", 1e4],
  ["萬", 1e4],
  ["만", 1e4],
  ["천", 1e3],
  ["亿", 1e8],
  ["億", 1e8],
  ["млн", 1e6],
  ["mio", 1e6],
  ["lakh", 1e5],
];
const known = new Map<string, Numerals>();
const words = new Map<string, [string, number][]>();

/** Numerals of the page's language, of the text's script, and those that stand for themselves. */
export function numeralsOf(text: string, language: string | undefined): Numerals {
  const own = knownLanguage(language);
  const isLatin = /\p{Script=Latin}/u.test(text);
  const others = languagesOf(text, undefined).filter((other) => !isLatin || other === "en");
  const languages = [...new Set([...(own ? [own] : []), ...others.slice(0, 3)])];
  const ready = known.get(languages.join());
  if (ready) return ready;
  const factors = new Map([...languages.flatMap(wordsOf), ...ALWAYS].reverse());
  const names = [...factors.keys()];
  const [joined, apart] = [names.filter(isUnspaced), names.filter((name) => !isUnspaced(name))];
  const made = { factors, number: `${DIGITS}(?:\\s?(?:${anyOf(joined)})|\\s?(?:${anyOf(apart)})(?![\\p{L}]))?` };
  known.set(languages.join(), made);
  return made;
}

function wordsOf(language: string): [string, number][] {
  const ready = words.get(language);
  if (ready) return ready;
  const found = (["long", "short"] as const).flatMap((compactDisplay) => {
    const format = new Intl.NumberFormat(language, { notation: "compact", compactDisplay, useGrouping: false });
    return [1e3, 2e3, 5e3, 1e4, 2e4, 1e5, 1e6, 2e6, 5e6, 1e7, 1e8, 1e9].flatMap((value): [string, number][] => {
      const parts = format.formatToParts(value);
      const word = prepare(
        parts
          .filter(({ type }) => type === "compact")
          .map(({ value: text }) => text)
          .join(" "),
      );
      const shown = Number(
        prepare(
          parts
            .filter(({ type }) => type === "integer")
            .map(({ value: text }) => text)
            .join(""),
        ),
      );
      return word && shown > 0 ? [[word.replace(/\s/g, ""), value / shown]] : [];
    });
  });
  words.set(language, found);
  return found;
}
