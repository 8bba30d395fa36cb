/** Counts as sites write them: "12 people found this helpful", "1.2K", "1,2 тыс.", "1.204 Bewertungen", "4.5 (1,204)". */
import { hanNumbers, prepare } from "./dates/prepare";
import { digitsForWords } from "./number-words";
import { type Numerals, numeralsOf } from "./numerals";
import { OF } from "./rating-words";

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
  const { beside, inRange } = totalPatterns(numeralsOf(text, language));
  const plain = text.replace(RATED, " ");
  const places = [
    ...beside.map((pattern) => plain.match(pattern)),
    /\d\s?-\s?\d/.test(text) ? text.match(inRange) : null,
  ];
  for (const found of places) {
    const count = found?.[1] === undefined ? undefined : countsIn(found[1], language)[0];
    if (count !== undefined && count >= 0) return count;
  }
  return countsIn(plain, language).find((count) => count >= 0);
}

interface TotalPatterns {
  /** A number beside a word for reviews, before or behind it, or in brackets; in this order. */
  beside: RegExp[];
  /** The last number of "1–10 of 204". */
  inRange: RegExp;
}

const patterns = new WeakMap<Numerals, TotalPatterns>();

function totalPatterns(numerals: Numerals): TotalPatterns {
  const ready = patterns.get(numerals);
  if (ready) return ready;
  const { number } = numerals;
  const sources = [
    `(${number})\\+?\\s?(?:[\\p{L}.]{1,14}\\s){0,2}(?:${REVIEWS})`,
    `(?:${REVIEWS})(?![\\p{L}])[\\s:•·-]{0,3}[([]?(${number})`,
    `[([]\\s?(${number})`,
  ];
  const made = {
    beside: sources.map((source) => new RegExp(source, "u")),
    inRange: new RegExp(`\\d\\s?(?:${OF})\\s?(${number})`, "u"),
  };
  patterns.set(numerals, made);
  return made;
}

function prepared(raw: string): string {
  return hanNumbers(prepare(raw.slice(0, 300)));
}

/** Every whole number of a text with its thousands; numbers with decimals are no counts. */
function countsIn(text: string, language: string | undefined): number[] {
  const { factors, number } = numeralsOf(text, language);
  return [...text.matchAll(new RegExp(number, "gu"))].flatMap(([written]) => {
    const word = written.replace(/^[-\d.,' ]+/, "").replace(/\s/g, "");
    const value = integerOf(written.match(/^-?[\d.,' ]*\d/)?.[0] ?? "", factors.get(word) ?? 1);
    return value === undefined ? [] : [value];
  });
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
