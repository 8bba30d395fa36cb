/** Numbers quotes in the order in which they are first shown. */
import type { QuotedText } from "../../domain";
import type { TranscriptParts, TranscriptSource } from "./document";

export class Sources {
  readonly list: TranscriptSource[] = [];
  #parts: TranscriptParts;
  #numbers = new Map<string, number>();

  constructor(parts: TranscriptParts) {
    this.#parts = parts;
  }

  /** @returns the numbers of these quotes; the same passage keeps its number */
  cite(quotes: readonly QuotedText[]): number[] {
    return [...new Set(quotes.map((quote) => this.#numberOf(quote)))];
  }

  #numberOf(quote: QuotedText): number {
    const { reviewId, start, end } = quote;
    const key = `${reviewId}:${start}:${end}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const review = this.#parts.reviewOf(reviewId);
    const number = this.list.length + 1;
    const text = this.#parts.maskQuote(quote, review).trim();
    const from = review && { ...(review.date ? { date: review.date } : {}), url: review.place.url };
    this.list.push({ number, reviewId, start, end, text, ...from });
    this.#numbers.set(key, number);
    return number;
  }
}
