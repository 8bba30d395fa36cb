/** The last gate before a quote is shown: it stands in a stored review, word for word, or it does not stand at all. */
import type { Answer, Claim, QuotedText, Review } from "../domain";

/**
 * @returns true when `reviews[reviewId].body.slice(start, end)` is the quoted text, not blank and within bounds
 */
export function verifyQuote(quote: QuotedText, reviews: ReadonlyMap<string, Review>): boolean {
  const body = reviews.get(quote.reviewId)?.body;
  if (body === undefined || quote.text.trim() === "") return false;
  const whole = Number.isInteger(quote.start) && Number.isInteger(quote.end);
  const inside = quote.start >= 0 && quote.start < quote.end && quote.end <= body.length;
  return whole && inside && body.slice(quote.start, quote.end) === quote.text;
}

/**
 * Takes false quotes out of an answer. A claim that keeps at least one true quote stays, verified; one that keeps none is
 * dropped; an answer without claims is no longer covered.
 */
export function verifyAnswer(answer: Answer, reviews: Iterable<Review>): Answer {
  const known = new Map<string, Review>();
  for (const review of reviews) known.set(review.id, review);
  const claims = answer.claims.flatMap((claim) => verifyClaim(claim, known));
  return { ...answer, claims, covered: answer.covered && claims.length > 0 };
}

function verifyClaim(claim: Claim, reviews: ReadonlyMap<string, Review>): Claim[] {
  const quotes = claim.quotes.filter((quote) => verifyQuote(quote, reviews));
  return quotes.length > 0 ? [{ ...claim, quotes, verified: true }] : [];
}
