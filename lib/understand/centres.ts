/** Centres of groups of vectors, and how near a vector is to them. */
import { normalise } from "./vectors";

/** @returns the most similar centre and its cosine; −1 for no centres */
export function nearestCentre(
  vector: Float32Array,
  centres: readonly Float32Array[],
): { index: number; similarity: number } {
  let best = { index: -1, similarity: -2 };
  for (const [index, centre] of centres.entries()) {
    const similarity = dot(vector, centre);
    if (similarity > best.similarity) best = { index, similarity };
  }
  return best;
}

/** @returns normalised mean and size of each group; groups below 0 are nobody's */
export function centresOf(
  vectors: readonly Float32Array[],
  groups: Int32Array,
  count: number,
): { centres: Float32Array[]; weights: Float64Array } {
  const width = vectors[0]?.length ?? 0;
  const centres = Array.from({ length: count }, () => new Float32Array(width));
  const weights = new Float64Array(count);
  for (const [i, vector] of vectors.entries()) {
    const group = groups[i] as number;
    const centre = centres[group];
    if (!centre) continue;
    weights[group] = (weights[group] as number) + 1;
    for (let d = 0; d < width; d++) centre[d] = (centre[d] as number) + (vector[d] as number);
  }
  for (const centre of centres) normalise(centre);
  return { centres, weights };
}

/** Scalar product; the cosine of normalised vectors. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
