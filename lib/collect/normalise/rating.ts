/**
 * Ratings as sites write them, on the scale they are given on. "Recommended" and "Not recommended" are no ratings: a thumb
 * has no scale that could be put beside stars.
 */
import { hanNumbers, prepare } from "./dates/prepare";
import { digitsForWords } from "./number-words";
import { COUNTED, DOUBAN, NOT_A_RATING, OF, REVERSED, STARS } from "./rating-words";

export interface Rating {
  rating: number;
  ratingScale: number;
}

export interface RatingContext {
  /** The page uses Douban's five words. */
  douban?: boolean;
}

const NUMBER = String.raw`(?<![\d.,/-])(\d{1,3}(?:[.,]\d{1,2})?)`;
const END = String.raw`(?![\d/]|[.,]\d)`;
const WORD_END = String.raw`(?![\p{L}\p{M}])`;
const PAIR = new RegExp(`${NUMBER}\\s?(?:(?:${STARS})\\s?)?(?:${OF})\\s?(\\d{1,3}(?:[.,]0)?)${END}`, "u");
const REVERSED_PAIR = new RegExp(`${NUMBER}\\s?(?:${REVERSED})[\\s,:の]{0,2}(\\d{1,3}(?:[.,]\\d{1,2})?)`, "u");
const STARRED = new RegExp(`${NUMBER}\\s?-?\\s?(?:${STARS})${WORD_END}|[★⭐]\\s?(\\d(?:[.,]\\d{1,2})?)${END}`, "u");
const PERCENT = new RegExp(`${NUMBER}\\s?%`, "u");
const BARE = new RegExp(`${NUMBER}${END}`, "gu");
const VOTES = new RegExp(
  `\\d[\\d.,' ]*\\s?(?:k|m|tsd|mio|тыс|тис|млн|mil|万|萬|만|천)?\\+?\\s?(?:(?:${OF})\\s?\\d[\\d.,]*\\s?)?(?:${COUNTED})(?![\\p{L}])|[([]\\s?\\d[\\d.,' ]*\\s?(?:k|m|tsd|тыс|万|만)?\\+?\\s?[)\\]]`,
  "gu",
);
/** "满分5分": the best mark there is, before or behind the one given. */
const FULL_MARKS = /[满滿満]分\s?(\d{1,3})\s?[分点]?/u;
/** The best ratings there are. Of any other number something else was counted: "12 of 15". */
const SCALES = new Set([3, 4, 5, 6, 7, 10, 20, 100]);

/**
 * @param scale what the source says the best rating is
 * @returns undefined when there is no number, or one outside of its scale; a 0 stays, though on stars it means that none were given
 */
export function parseRating(
  raw: number | string | undefined,
  scale?: number,
  { douban = false }: RatingContext = {},
): Rating | undefined {
  if (raw === undefined || raw === "") return undefined;
  if (typeof raw === "number") return onScale(raw, scale);
  const written = raw.trim().slice(0, 200);
  const word = DOUBAN.get(written);
  if (word !== undefined) return douban || written !== "推荐" ? onScale(word, 5) : undefined;
  const glyphs = countGlyphs(written);
  if (glyphs) return glyphs;
  const text = withoutVotes(written);
  return /\d/.test(text) ? inDigits(text, scale) : inDigits(digitsForWords(text), scale, true);
}

/** @param worded the digits stood there as words: they count only beside a word for stars or a scale */
function inDigits(whole: string, stated: number | undefined, worded = false): Rating | undefined {
  const best = whole.match(FULL_MARKS);
  const text = whole.replace(FULL_MARKS, " ");
  const scale = best ? Number(best[1]) : stated;
  const reversed = text.match(REVERSED_PAIR);
  if (reversed) return paired(reversed[2], reversed[1]);
  const pair = text.match(PAIR);
  if (pair) return paired(pair[1], pair[2]);
  const percent = text.match(PERCENT);
  if (percent) return ofPercent(decimal(percent[1]), /width/.test(text) ? (scale ?? 5) : scale);
  const stars = text.match(STARRED);
  if (stars)
    return onScale(decimal(stars[1] ?? stars[2]), scale ?? (decimal(stars[1] ?? stars[2]) <= 5 ? 5 : undefined));
  if (worded || NOT_A_RATING.test(text)) return undefined;
  const [only, ...others] = [...text.matchAll(BARE)];
  return only && others.length === 0 ? onScale(decimal(only[1]), scale) : undefined;
}

const FRACTIONS = new Map([
  ["½", ".5"],
  ["¼", ".25"],
  ["¾", ".75"],
]);

/** Text in digits, without the numbers that count people. */
function withoutVotes(written: string): string {
  const halves = written
    .replace(/(\d)\s?([½¼¾])/g, (_, whole: string, part: string) => whole + (FRACTIONS.get(part) ?? ""))
    .replace(/(\d) 1\/2(?!\d)/g, "$1.5");
  return hanNumbers(prepare(halves)).replace(VOTES, " ").trim();
}

function paired(rating: string | undefined, scale: string | undefined): Rating | undefined {
  return SCALES.has(decimal(scale)) ? onScale(decimal(rating), decimal(scale)) : undefined;
}

function ofPercent(percent: number, scale = 100): Rating | undefined {
  return percent <= 100 ? onScale((percent * scale) / 100, scale) : undefined;
}

const FULL = /[★⭐🌟✭●♥❤]/gu;
const EMPTY = /[☆✩○♡🤍]/gu;

/**
 * "★★★★☆", "★★★½": stars that are counted. Full ones beside a number may only be its ground, and one before a number is
 * only its sign: then the number counts.
 */
function countGlyphs(text: string): Rating | undefined {
  const full = text.match(FULL)?.length ?? 0;
  const half = /½|⯪/.test(text.replace(/\d\s?½/g, "")) ? 0.5 : 0;
  const empty = text.match(EMPTY)?.length ?? 0;
  const places = full + Math.ceil(half) + empty;
  if (places < 1 || places > 10) return undefined;
  if (empty === 0 && /\d/.test(withoutVotes(text.replace(/½/g, "")))) return undefined;
  return onScale(full + half, Math.max(5, places));
}

function onScale(rating: number, scale?: number): Rating | undefined {
  const best = scale && scale > 0 ? scale : rating <= 5 ? 5 : rating <= 10 ? 10 : 100;
  if (!Number.isFinite(rating) || rating < 0 || rating > best) return undefined;
  return { rating, ratingScale: best };
}

function decimal(text: string | undefined): number {
  return Number((text || "NaN").replace(",", "."));
}
