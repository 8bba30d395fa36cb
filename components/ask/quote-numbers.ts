import type { QuotedText } from "../../lib/domain";

/** The quotes of an answer in the order in which they are cited, and the number of each: one number for one quote, however often it is cited. */
export interface QuoteNumbers {
  quotes: QuotedText[];
  /** From 1; 0 for a quote that is not among them. */
  numberOf(quote: QuotedText): number;
}

/** @param parts statements of one answer, in the order in which they are read */
export function numberQuotes(parts: readonly { quotes: readonly QuotedText[] }[]): QuoteNumbers {
  const numbers = new Map<string, number>();
  const quotes: QuotedText[] = [];
  for (const quote of parts.flatMap((part) => part.quotes)) {
    const place = placeOf(quote);
    if (numbers.has(place)) continue;
    quotes.push(quote);
    numbers.set(place, quotes.length);
  }
  return { quotes, numberOf: (quote) => numbers.get(placeOf(quote)) ?? 0 };
}

function placeOf({ reviewId, start, end }: QuotedText): string {
  return `${reviewId} ${start} ${end}`;
}
