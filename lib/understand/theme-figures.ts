/** The numbers of a theme: how many touch it, how they feel, what it does to the stars, how it goes over the months. */
import type { Polarity, Sentence, Sentiment, Theme, ThemePoint } from "../domain";
import { ratingOfFive } from "./stars";
import type { ThemedReview } from "./theme-material";

export type ThemeFigures = Pick<
  Theme,
  "size" | "share" | "positive" | "neutral" | "negative" | "score" | "starImpact" | "trend"
>;

/** What the figures of all themes of a subject are measured against. */
export interface Collection {
  /** All understood reviews: shares are of these. */
  count: number;
  /** Stars on 1–5 of the reviews that have them, by id. */
  stars: Map<string, number>;
  starSum: number;
  /** `2024-03` of the reviews whose month is known, by id. */
  months: Map<string, string>;
  /** Reviews of each month, oldest month first. */
  perMonth: Map<string, number>;
}

/** Rated reviews that touch a theme, and that do not, below which their means say nothing. */
const EACH_SIDE = 5;
/** A mixed sentence is on the side its score leans to from here on. */
const LEANING = 0.15;

/** Gathers once what all themes are measured against. */
export function collectionOf(reviews: readonly ThemedReview[]): Collection {
  const stars = new Map<string, number>();
  const months = new Map<string, string>();
  for (const review of reviews) {
    const given = ratingOfFive(review);
    if (given !== undefined) stars.set(review.id, given);
    const month = review.date?.slice(0, 7);
    if (month && /^\d{4}-\d\d$/u.test(month)) months.set(review.id, month);
  }
  const perMonth = new Map<string, number>();
  for (const month of [...months.values()].sort()) perMonth.set(month, (perMonth.get(month) ?? 0) + 1);
  const starSum = [...stars.values()].reduce((a, b) => a + b, 0);
  return { count: reviews.length, stars, starSum, months, perMonth };
}

/** @param sentences all sentences of the theme */
export function figuresOf(sentences: readonly Sentence[], collection: Collection): ThemeFigures {
  const touching = new Set(sentences.map((sentence) => sentence.reviewId));
  const counts = { positive: 0, neutral: 0, negative: 0 };
  let score = 0;
  for (const { sentiment } of sentences) {
    counts[sideOf(sentiment)]++;
    score += sentiment.score;
  }
  const starImpact = impactOf(touching, collection);
  const trend = trendOf(touching, collection);
  return {
    size: touching.size,
    share: touching.size / Math.max(1, collection.count),
    ...counts,
    score: round(score / Math.max(1, sentences.length)),
    ...(starImpact === undefined ? {} : { starImpact }),
    ...(trend === undefined ? {} : { trend }),
  };
}

/** A mixed sentence counts once, on the side its score leans to, and as neutral when it leans to none: the three counts add up to the sentences. */
function sideOf({ label, score }: Sentiment): Exclude<Polarity, "mixed"> {
  if (label !== "mixed") return label;
  return score > LEANING ? "positive" : score < -LEANING ? "negative" : "neutral";
}

function impactOf(touching: ReadonlySet<string>, { stars, starSum }: Collection): number | undefined {
  let [sum, count] = [0, 0];
  for (const id of touching) {
    const given = stars.get(id);
    if (given === undefined) continue;
    sum += given;
    count++;
  }
  const others = stars.size - count;
  if (count < EACH_SIDE || others < EACH_SIDE) return undefined;
  return round(sum / count - (starSum - sum) / others);
}

function trendOf(touching: ReadonlySet<string>, { months, perMonth }: Collection): ThemePoint[] | undefined {
  if (perMonth.size < 2) return undefined;
  const own = new Map<string, number>();
  for (const id of touching) {
    const month = months.get(id);
    if (month) own.set(month, (own.get(month) ?? 0) + 1);
  }
  return [...perMonth].map(([month, of]) => ({ month, size: own.get(month) ?? 0, of }));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
