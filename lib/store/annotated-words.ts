/** Passages of reviews point at their words, always: `body.slice(start, end) === text`, also when a review is read anew. */
import { placeInBody } from "../annotate/in-review";
import type { Annotation, Review } from "../domain";
import type { EarshotDatabase } from "./db";

/** Finds the passages of reviews whose text is another one now. Runs inside the transaction that changes them. */
export async function keepWords(db: EarshotDatabase, changed: readonly Review[]): Promise<void> {
  if (changed.length === 0) return;
  const bodies = new Map(changed.map(({ id, body }) => [id, body]));
  const marked = await db.annotations
    .where("review.reviewId")
    .anyOf([...bodies.keys()])
    .toArray();
  const moved = marked.map((annotation) => inBody(annotation, bodies));
  await db.annotations.bulkPut(moved.filter((annotation, i) => annotation !== marked[i]));
}

/** @returns the annotations, each where its words stand in its review as it is stored now */
export async function withWords(db: EarshotDatabase, annotations: readonly Annotation[]): Promise<Annotation[]> {
  const ids = [...new Set(annotations.flatMap(({ review }) => review?.reviewId ?? []))];
  const reviews = await db.reviews.bulkGet(ids);
  const bodies = new Map(ids.map((id, i) => [id, reviews[i]?.body ?? ""]));
  return annotations.map((annotation) => inBody(annotation, bodies));
}

/** What is not there any more keeps its words and its place on the page it was made on, and belongs to no review. */
function inBody(annotation: Annotation, bodies: ReadonlyMap<string, string>): Annotation {
  const { review, ...rest } = annotation;
  const body = review && bodies.get(review.reviewId);
  if (!review || body === undefined || body.slice(review.start, review.end) === annotation.text) return annotation;
  const place = placeInBody(annotation.text, body);
  return place ? { ...rest, review: { ...review, ...place } } : rest;
}
