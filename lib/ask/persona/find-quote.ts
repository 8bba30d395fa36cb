/** Looks a quote of a file up in the stored reviews. What is found is a passage of a review, word for word. */
import type { Quote, Review } from "../../domain";

/** Shorter words are in many reviews: without the place they prove nothing (UTF-16 units). */
const TELLING = 12;
/** Words that a mark such as [name] may stand for. */
const LONGEST_MASKED = 120;
const MARK = /\[[^[\]\n]{1,40}\]/u;

/** Where quotes are looked up: the same for a whole file, so that one made to keep the engine busy cannot. */
export interface Shelf {
  known: ReadonlyMap<string, Review>;
  /** Characters that may still be searched. */
  left: number;
}

/** A thousand quotes without a place over a thousand reviews; seconds, even where every word is made to look like the next. */
const MOST_SEARCHED = 500_000_000;

/** @returns a shelf of these reviews, for one file */
export function shelfOf(reviews: readonly Review[]): Shelf {
  return { known: new Map(reviews.map((review) => [review.id, review])), left: MOST_SEARCHED };
}

/**
 * @param text as the file has it; marks in square brackets may stand for personal data
 * @param place where the file says it stands
 * @param reviews to look through in this order when it does not stand there
 * @returns the passage; undefined when no review holds these words, or too much was searched already. Linear in the length of the reviews
 */
export function findQuote(
  text: string,
  place: Quote | undefined,
  shelf: Shelf,
  reviews: readonly Review[],
): Quote | undefined {
  const wanted = text.trim();
  const ways = [[wanted], ...(MARK.test(wanted) ? [wanted.split(MARK)] : [])];
  const there = place && shelf.known.get(place.reviewId);
  if (
    there &&
    isInside(place, there) &&
    ways.some((pieces) => isWhole(there.body.slice(place.start, place.end), pieces))
  ) {
    return { reviewId: place.reviewId, start: place.start, end: place.end };
  }
  for (const pieces of ways) {
    if (pieces.every((piece) => piece.trim().length < TELLING)) continue;
    for (const { id, body } of reviews) {
      shelf.left -= body.length;
      if (shelf.left < 0) return undefined;
      const span = spanOf(body, pieces);
      if (span) return { reviewId: id, ...span };
    }
  }
  return undefined;
}

function isInside({ start, end }: Quote, { body }: Review): boolean {
  return start >= 0 && start < end && end <= body.length;
}

/** The passage is these pieces from its beginning to its end. */
function isWhole(passage: string, pieces: readonly string[]): boolean {
  const trimmed = passage.trim();
  const [first = "", ...rest] = pieces;
  const last = rest.at(-1);
  if (last === undefined) return trimmed === first;
  const span = spanOf(trimmed, pieces);
  return span !== undefined && trimmed.startsWith(first) && trimmed.endsWith(last);
}

/** Pieces in their order with little between them; a mark at either end is left out, since nobody knows how long it was. */
function spanOf(body: string, pieces: readonly string[]): { start: number; end: number } | undefined {
  const telling = pieces.filter((piece) => piece.trim() !== "");
  const [first, ...rest] = telling;
  if (first === undefined) return undefined;
  const start = body.indexOf(first);
  if (start < 0) return undefined;
  let end = start + first.length;
  for (const piece of rest) {
    const next = body.indexOf(piece, end);
    if (next < 0 || next - end > LONGEST_MASKED) return undefined;
    end = next + piece.length;
  }
  return { start, end };
}
