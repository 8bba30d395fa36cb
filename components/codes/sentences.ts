/** From quotes back to the sentences they are. */
import type { Quote, QuotedText } from "../../lib/domain";
import { type Evidence, quoteOf, type Statement } from "../../lib/report/evidence";

/** A sentence with its words. */
export interface ShownSentence extends QuotedText {
  sentenceId: string;
}

/** Finds the sentence at a place; undefined when it was read anew with other bounds, or its review is not loaded. */
export type SentenceIndex = (quote: Quote) => ShownSentence | undefined;

export function statementIndex(evidence: Evidence): SentenceIndex {
  const reviews = new Map(evidence.reviews.map((review) => [review.id, review]));
  return (quote) => {
    const review = reviews.get(quote.reviewId);
    const statement = evidence.statements.get(quote.reviewId)?.find((own) => overlaps(own, quote));
    return review && statement && { ...quoteOf(review, statement), sentenceId: statement.id };
  };
}

function overlaps(a: Statement, b: Quote): boolean {
  return a.start < b.end && b.start < a.end;
}
