/** Counts as sites write them: "12 people found this helpful", "1.2K", "1,2 тыс.", "1.204 Bewertungen", "4.5 (1,204)". */
import { isUnspaced, knownLanguage, languagesOf } from "./dates/languages";
import { anyOf, hanNumbers, prepare } from "./dates/prepare";
import { digitsForWords } from "./number-words";
import { OF } from "./rating-words";

const DIGITS = String.raw`(?<![\d.,])-?(?:\d{1,3}(?:[ ']\d{3}(?!\d))+|\d+(?:[.,]\d+)*)`;
/** Of how many was asked first in these languages: "5人中3人". */
const OF_FIRST = /\d+\s?(?:人中|명\s?중|kisiden)[、,有\s]{0,2}(\d+)/;
const PERSON = /^an? (?:person|customer|user|reader|guest|people)\b/;
const REVIEWS =
  "reviews?|comments?|commentaires?|rezension(?:en)?|bewertung(?:en)?|kommentar[a-z]*|avis|opinion[a-z]*|resenas?|comentarios?|valoraciones|recension[a-z]*|comment[io]|avaliac[a-z]*|отзыв[а-я]*|комментари[а-я]*|відгук[а-яі]*|评论|評論|评价|評價|短评|影评|レビュー|クチコミ|口コミ|コメント|리뷰|댓글|opinii|recenzji|hodnoceni|recenz[a-z]*|yorum|degerlendirme|beoordelingen|recensies|omdomen|anmeldelser|arvostelu[a-z]*|ulasan|danh gia|รีวิว|ביקורות|تعليق[ا-ي]*|مراجع[ا-ي]*";
const RATED = new RegExp(
  `\\d(?:[.,]\\d{1,2})?\\s?(?:${OF})\\s?\\d{1,3}(?![\\d.,])|(?<![\\d.,])\\d\\s?-?\\s?(?:stars?|sterne)(?![\\p{L}])`,
  "gu",
);

/** @returns how many found a text helpful, or like it; negative where more dislike it; undefined when no count is told */
export function parseCount(raw: number | string | undefined, language?: string): number | undefined {
  if (raw === undefined) return undefined;
  if (typeof raw === "number") return Number.isFinite(raw) ? Math.trunc(raw) : undefined;
  const text = prepared(raw);
  const reversed = text.match(OF_FIRST)?.[1];
  if (reversed) return Number(reversed);
  const [first] = countsIn(text, language);
  if (first !== undefined) return first;
  if (PERSON.test(text)) return 1;
  const worded = digitsForWords(text.replace(/^an? /, ""));
  return Number(worded.match(/^(\d{1,2}) \p{L}/u)?.[1] ?? Number.NaN) || undefined;
}

/** How many reviews exist: the number beside a word for reviews, one in brackets, the last of "1–10 of 204", or the only one. */
export function parseTotal(raw: number | string | undefined, language?: string): number | undefined {
  if (typeof raw !== "string") return raw !== undefined && raw >= 0 ? parseCount(raw) : undefined;
  const text = prepared(raw);
  const number = numberPattern(text, language);
  const patterns = [
    `(${number})\\+?\\s?(?:[\\p{L}.]{1,14}\\s){0,2}(?:${REVIEWS})`,
    `(?:${REVIEWS})(?![\\p{L}])[\\s:•·-]{0,3}[([]?(${number})`,
    `[([]\\s?(${number})`,
    `\\d\\s?(?:${OF})\\s?(${number})`,
  ];
  const plain = text.replace(RATED, " ");
  for (const [index, pattern] of patterns.entries()) {
    const found = (index === 3 ? text.match(/\d\s?-\s?\d/) && text : plain)?.match(new RegExp(pattern, "u"));
    const count = found?.[1] === undefined ? undefined : countsIn(found[1], language)[0];
    if (count !== undefined && count >= 0) return count;
  }
  return countsIn(plain, language).find((count) => count >= 0);
}

function prepared(raw: string): string {
  return hanNumbers(prepare(raw.slice(0, 300)));
}

/** Every whole number of a text with its thousands; numbers with decimals are no counts. */
function countsIn(text: string, language: string | undefined): number[] {
  return [...text.matchAll(new RegExp(numberPattern(text, language), "gu"))].flatMap(([written]) => {
    const factor = factorOf(written.replace(/^[-\d.,' ]+/, "").replace(/\s/g, ""), text, language);
    const value = integerOf(written.match(/^-?[\d.,' ]*\d/)?.[0] ?? "", factor);
    return value === undefined ? [] : [value];
  });
}

function numberPattern(text: string, language: string | undefined): string {
  const words = [...magnitudes(text, language).keys()];
  const [joined, apart] = [words.filter(isUnspaced), words.filter((word) => !isUnspaced(word))];
  return `${DIGITS}(?:\\s?(?:${anyOf(joined)})|\\s?(?:${anyOf(apart)})(?![\\p{L}]))?`;
}

/** "1.204" is a thousand and more, "1.2" before a word for thousand is not. */
function integerOf(written: string, factor: number): number | undefined {
  const [head = "", ...groups] = written.split(/[.,' ]/);
  const grouped = groups.every(
    (group, index) => group.length === 3 || (group.length === 2 && index < groups.length - 1),
  );
  if (factor === 1 || (grouped && groups.length > 1))
    return grouped ? Number(head + groups.join("")) * factor : undefined;
  return Math.round(Number(`${head}.${groups.join("") || "0"}`) * factor);
}

function factorOf(word: string, text: string, language: string | undefined): number {
  return magnitudes(text, language).get(word) ?? 1;
}

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
const known = new Map<string, [string, number][]>();

/** Words for thousands and millions: of the page's language, of the text's script, and those that stand for themselves. */
function magnitudes(text: string, language: string | undefined): Map<string, number> {
  const own = knownLanguage(language);
  const others = languagesOf(text, undefined).filter((other) => !/\p{Script=Latin}/u.test(text) || other === "en");
  const lists = [...new Set([...(own ? [own] : []), ...others.slice(0, 3)])].map(wordsOf);
  return new Map([...lists.flat(), ...ALWAYS].reverse());
}

function wordsOf(language: string): [string, number][] {
  const ready = known.get(language);
  if (ready) return ready;
  const words = (["long", "short"] as const).flatMap((compactDisplay) => {
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
  known.set(language, words);
  return words;
}
