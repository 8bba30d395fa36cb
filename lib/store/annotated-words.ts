/** Passages of reviews point at their words, always: `body.slice(start, end) === text`, also when a review is read anew. */
import { placeInBody } from "../annotate/in-review";
import type { Annotation, Review } from "../domain";
import type { EarshotDatabase } from "./db";

/**
 * Finds the passages of reviews whose text is another one now. What is not there any more keeps its words and its place on the page it was
 * made on, and belongs to no review.
 */
export async function keepWords(db: EarshotDatabase, changed: readonly Review[]): Promise<void> {
  if (changed.length === 0) return;
  const bodies = new Map(changed.map(({ id, body }) => [id, body]));
  const marked = await db.annotations
    .where("review.reviewId")
    .anyOf([...bodies.keys()])
    .toArray();
  const moved = marked.flatMap((annotation) => {
    const { review, ...rest } = annotation;
    const body = review && bodies.get(review.reviewId);
    if (!review || body === undefined || body.slice(review.start, review.end) === annotation.text) return [];
    const place = placeInBody(annotation.text, body);
    const found: Annotation = place ? { ...rest, review: { ...review, ...place } } : rest;
    return [found];
  });
  await db.annotations.bulkPut(moved);
}
