/** Several people's annotations as codings of the same sentences. */
import type { Annotation, Quote } from "../../domain";
import type { CodedUnits, GivenCodes } from "./agreement-of";

export interface CodersOnUnits {
  coderIds: string[];
  /** Sentences of the reviews that at least one of them coded. */
  units: Quote[];
  coded: CodedUnits;
}

/** A sentence belongs to a passage that covers at least this share of it. */
const COVERED = 0.5;

/**
 * Units are the sentences of every review in which at least one coder gave a code. In a review a coder touched, all they gave no code to counts as
 * "none"; reviews a coder did not touch are missing values, since nobody knows whether they read them.
 * @param sentences of the reviews, in reading order
 */
export function codersOnSentences(
  annotations: readonly Annotation[],
  sentences: readonly Quote[],
  coderIds: readonly string[],
): CodersOnUnits {
  const coding = annotations.filter(({ review, codeIds }) => review && codeIds.length > 0);
  const touched = new Set(
    coding.flatMap(({ coderId, review }) => (coderIds.includes(coderId) ? review?.reviewId : [])),
  );
  const units = sentences.filter(({ reviewId }) => touched.has(reviewId));
  return { coderIds: [...coderIds], units, coded: coderIds.map((coderId) => codedBy(coderId, coding, units)) };
}

function codedBy(coderId: string, coding: readonly Annotation[], units: readonly Quote[]): GivenCodes[] {
  const byReview = new Map<string, Annotation[]>();
  for (const annotation of coding) {
    if (annotation.coderId !== coderId || !annotation.review) continue;
    const { reviewId } = annotation.review;
    byReview.set(reviewId, [...(byReview.get(reviewId) ?? []), annotation]);
  }
  return units.map((unit) => {
    const own = byReview.get(unit.reviewId);
    return own && new Set(own.flatMap(({ review, codeIds }) => (review && covers(review, unit) ? codeIds : [])));
  });
}

function covers(passage: Quote, unit: Quote): boolean {
  const shared = Math.min(passage.end, unit.end) - Math.max(passage.start, unit.start);
  return shared > 0 && shared >= COVERED * (unit.end - unit.start);
}
