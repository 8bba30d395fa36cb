/** Who counts as a reviewer, and which of their words may be used as evidence. */
import type { Finding, Quote, Review, ReviewFlag, Sentence, Theme } from "../domain";

/** A review together with what was understood about it; a stored review fits as it is. */
export interface ReadReview extends Review {
  finding?: Finding;
}

/** Everything known about one subject. */
export interface Material {
  reviews: readonly ReadReview[];
  sentences: readonly Sentence[];
  themes: readonly Theme[];
}

const EXCLUDED: ReadonlySet<ReviewFlag> = new Set<ReviewFlag>(["spam", "no-words", "instructions", "duplicate"]);
/** Names that sites give to people who gave none: two of them are not one person. */
const NAMELESS =
  /^(?:anonym\p{L}*|an? \p{L}+ (?:user|customer)|(?:amazon|kindle|google|verified) (?:customer|user|buyer)|guest|user|customer|utilisateur|kunde|cliente|гость|аноним|покупатель|пользователь|匿名\p{L}*|\[?deleted\]?)\b/iu;
const WORD = /\p{L}/u;

/**
 * Reviews that may speak: with words, not spam, not instructions aimed at a machine, not a copy. Answers of a shop to its
 * reviewers (kind `reply` beside kind `review`) are nobody's experience; in a plain thread replies are people talking.
 * @returns the same objects, in their order
 */
export function countingReviews(reviews: readonly ReadReview[]): ReadReview[] {
  const hasReviews = reviews.some((review) => review.kind === "review");
  return reviews.filter(
    (review) =>
      WORD.test(review.body) &&
      !(hasReviews && review.kind === "reply") &&
      !review.finding?.flags.some((flag) => EXCLUDED.has(flag)),
  );
}

/** @returns a key that is the same for all reviews of one named author; a nameless review is a person of its own */
export function reviewerOf(review: Review): string {
  const author = review.author?.trim().toLowerCase();
  return author && !NAMELESS.test(author) ? `author:${author}` : `review:${review.id}`;
}

/** @returns how many people wrote these reviews */
export function countReviewers(reviews: Iterable<Review>): number {
  const people = new Set<string>();
  for (const review of reviews) people.add(reviewerOf(review));
  return people.size;
}

/** @returns the quoted words, "" when the review is unknown */
export function textOf(quote: Quote, reviews: ReadonlyMap<string, Review>): string {
  return reviews.get(quote.reviewId)?.body.slice(quote.start, quote.end) ?? "";
}

/** @returns the reviews by id */
export function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** @returns the items under the key each has, in order of first appearance */
export function groupBy<K, T>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
