import type { Finding, Persona, QuotedText, Review, ReviewFlag, Sentence, Theme } from "../domain";

/** A review with what is known about it so far. `understood` is 0 while it waits. */
export interface EvidenceReview extends Review {
  understood: number;
  failure?: string;
  finding?: Finding;
}

/** A sentence without its vector: all that reading and counting need. */
export type Statement = Omit<Sentence, "vector">;

/** Everything known about one subject, in memory. */
export interface Evidence {
  reviews: readonly EvidenceReview[];
  /** Sentences in reading order, by review id. */
  statements: ReadonlyMap<string, readonly Statement[]>;
  themes: readonly Theme[];
  personas: readonly Persona[];
}

export const NO_EVIDENCE: Evidence = { reviews: [], statements: new Map(), themes: [], personas: [] };

/** Flags that keep a review from being quoted as somebody's opinion. */
const UNQUOTABLE: ReadonlySet<ReviewFlag> = new Set(["spam", "no-words", "instructions", "duplicate"]);

/** @returns true when the review may stand as a quote for what people think */
export function isQuotable(review: EvidenceReview): boolean {
  return !review.finding?.flags.some((flag) => UNQUOTABLE.has(flag));
}

/** @returns the rating on a scale of one to five, or undefined when there is none */
export function starsOfFive(review: Pick<Review, "rating" | "ratingScale">): number | undefined {
  if (review.rating === undefined || !Number.isFinite(review.rating)) return undefined;
  const scale = review.ratingScale ?? 5;
  if (scale <= 0 || (review.rating === 0 && scale <= 5)) return undefined; // no star at all is none given
  return Math.min(5, Math.max(0, (review.rating / scale) * 5));
}

/** @returns the statement together with its words, cut from the body it points into */
export function quoteOf(review: Review, { start, end }: { start: number; end: number }): QuotedText {
  return { reviewId: review.id, start, end, text: review.body.slice(start, end) };
}
