/** Search by words: every word must occur somewhere, in any order, whatever its case or accents. */
import type { Review } from "../domain";

const folded = new WeakMap<Review, string>();

/** Case, width and accents do not matter when people look for a word. */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/**
 * @param query words parted by spaces; text without spaces (Chinese, Japanese) is looked for as it stands
 * @returns a test for reviews; an empty query passes all
 */
export function matcherOf(query: string): (review: Review) => boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (review) => {
    let text = folded.get(review);
    if (text === undefined) {
      text = fold(`${review.title ?? ""}\n${review.body}\n${review.author ?? ""}`);
      folded.set(review, text);
    }
    return words.every((word) => text.includes(word));
  };
}
