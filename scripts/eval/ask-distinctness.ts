/** Do personas speak for different people? Half of each segment's reviewers must recognise the other half. */
import { indexEvidence } from "../../lib/ask/evidence-index";
import { groupBy, type Material } from "../../lib/ask/material";
import { findSegments } from "../../lib/ask/segments";
import { dot, unit } from "../../lib/ask/vectors";
import type { Segment } from "../../lib/domain";

/**
 * Each segment is split into two halves of reviews; the mean vector of one half looks for its other half among all segments.
 * @returns how much better than chance it is found: 0 is chance, 1 always; NaN with fewer than two segments
 */
export function distinctness(subjectId: string, material: Material): number {
  const segments = findSegments({ subjectId, ...material }).filter((segment) => segment.reviewIds.length >= 4);
  if (segments.length < 2) return Number.NaN;
  const byReview = groupBy(
    indexEvidence(material.reviews, material.sentences).entries,
    (entry) => entry.sentence.reviewId,
  );
  const half = (segment: Segment, part: 0 | 1) => {
    const ids = segment.reviewIds.filter((_, i) => i % 2 === part);
    return meanVector(ids.flatMap((id) => byReview.get(id)?.map((entry) => entry.vector) ?? []));
  };
  const keys = segments.map((segment) => half(segment, 1));
  const found = segments.filter((segment, i) => {
    const query = half(segment, 0);
    const scores = keys.map((key) => dot(query, key));
    return scores.indexOf(Math.max(...scores)) === i;
  });
  const chance = 1 / segments.length;
  return (found.length / segments.length - chance) / (1 - chance);
}

function meanVector(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  return unit(sum);
}
