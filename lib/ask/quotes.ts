/** Chooses the sentences that stand for a statement. */
import type { Polarity, QuotedText, Review, Sentence } from "../domain";
import { reviewerOf } from "./material";

/** A quote is easiest to take in between these lengths, in UTF-16 units. */
const READABLE = { shortest: 20, longest: 140 };

/**
 * @param sentences candidates
 * @param weight how well each fits, higher first
 * @returns at most `limit` verbatim quotes, each of a different person
 */
export function pickQuotes(
  sentences: readonly Sentence[],
  reviews: ReadonlyMap<string, Review>,
  limit: number,
  weight: (sentence: Sentence) => number,
): QuotedText[] {
  const ranked = sentences
    .map((sentence) => ({ sentence, rank: weight(sentence) * readability(sentence) }))
    .sort((a, b) => b.rank - a.rank || (a.sentence.id < b.sentence.id ? -1 : 1));
  const people = new Set<string>();
  const quotes: QuotedText[] = [];
  for (const { sentence } of ranked) {
    const review = reviews.get(sentence.reviewId);
    if (!review || people.has(reviewerOf(review)) || quotes.length >= limit) continue;
    people.add(reviewerOf(review));
    const { reviewId, start, end } = sentence;
    quotes.push({ reviewId, start, end, text: review.body.slice(start, end) });
  }
  return quotes;
}

/** @returns how clearly a sentence shows a polarity, 0–1 */
export function clarity(sentence: Sentence, polarity: Polarity): number {
  const { label, score } = sentence.sentiment;
  if (polarity === "neutral" || polarity === "mixed") return 1 - Math.abs(score) / 2;
  return label === polarity ? 0.5 + Math.abs(score) / 2 : 0.1;
}

function readability({ start, end }: Sentence): number {
  const length = end - start;
  if (length < READABLE.shortest) return 0.4 + (0.6 * length) / READABLE.shortest;
  return length <= READABLE.longest ? 1 : (READABLE.longest / length) ** 1.5;
}
