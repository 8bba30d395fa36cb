/** How much of the material each code has. Pure. */
import { withParts } from "../../../lib/annotate/codebook";
import type { Annotation, Code } from "../../../lib/domain";

export interface CodeCount {
  passages: number;
  reviews: number;
}

/** @returns passages and different reviews of each code that has any */
export function codeCounts(annotations: readonly Annotation[]): ReadonlyMap<string, CodeCount> {
  const found = new Map<string, { passages: number; reviews: Set<string> }>();
  for (const { codeIds, review } of annotations)
    for (const id of codeIds) {
      const count = found.get(id) ?? { passages: 0, reviews: new Set<string>() };
      found.set(id, count);
      count.passages++;
      if (review) count.reviews.add(review.reviewId);
    }
  return new Map([...found].map(([id, { passages, reviews }]) => [id, { passages, reviews: reviews.size }]));
}

/** @returns how many passages have the code or a part of it, each counted once */
export function passagesWithParts(annotations: readonly Annotation[], codes: readonly Code[], id: string): number {
  const own = withParts(codes, id);
  return annotations.filter(({ codeIds }) => codeIds.some((codeId) => own.has(codeId))).length;
}

/** @returns how many passages the second code has once the first was merged into it */
export function passagesAfterMerge(annotations: readonly Annotation[], id: string, into: string): number {
  return annotations.filter(({ codeIds }) => codeIds.includes(id) || codeIds.includes(into)).length;
}
