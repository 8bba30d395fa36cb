import type { QuotedText } from "../domain";
import { type Evidence, type EvidenceReview, quoteOf, type Statement, starsOfFive } from "./evidence";

/** A review whose stars say one thing and whose words another: both sides. */
export interface Contradiction {
  review: EvidenceReview;
  /** Given, and suggested by the words (1–5). */
  stars: number;
  words: number;
  /** The sentence that speaks loudest against the stars. */
  quote: QuotedText;
}

/** How much of a review is quoted when it has no sentences (UTF-16 units). */
const LENGTH = 160;

/** @returns reviews that contradict their stars, the widest gap first */
export function contradictionsOf(evidence: Evidence): Contradiction[] {
  return evidence.reviews
    .flatMap((review) => {
      const stars = starsOfFive(review);
      if (!review.finding?.contradicts || stars === undefined) return [];
      const words = review.finding.stars;
      const quote = loudest(review, evidence.statements.get(review.id) ?? [], Math.sign(words - stars));
      return [{ review, stars, words, quote }];
    })
    .sort((a, b) => Math.abs(b.stars - b.words) - Math.abs(a.stars - a.words));
}

/** @param side 1 when the words are better than the stars, −1 when worse */
function loudest(review: EvidenceReview, statements: readonly Statement[], side: number): QuotedText {
  let best: Statement | undefined;
  for (const statement of statements) {
    if (!best || statement.sentiment.score * side > best.sentiment.score * side) best = statement;
  }
  return quoteOf(review, best ?? { start: 0, end: Math.min(review.body.length, LENGTH) });
}
