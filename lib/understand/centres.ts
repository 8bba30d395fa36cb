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

/** Scalar product; the cosine of normalised vectors. Four sums at once: one alone would wait for itself at every step. */
export function dot(a: Float32Array, b: Float32Array): number {
  const whole = a.length & ~3;
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    s0 += (a[i] as number) * (b[i] as number);
    s1 += (a[i + 1] as number) * (b[i + 1] as number);
    s2 += (a[i + 2] as number) * (b[i + 2] as number);
    s3 += (a[i + 3] as number) * (b[i + 3] as number);
  }
  for (let i = whole; i < a.length; i++) s0 += (a[i] as number) * (b[i] as number);
  return s0 + s1 + (s2 + s3);
}

/**
 * Writes the scalar product with each of `rows` into `out`, in order. Four rows at a time share the reading of `a`; doubles, because
 * JavaScript computes in nothing else and would convert every number every time.
 */
export function dots(a: Float64Array, rows: readonly Float64Array[], out: Float32Array | Float64Array): void {
  const whole = rows.length & ~3;
  for (let k = 0; k < whole; k += 4) {
    const [r0, r1, r2, r3] = [rows[k], rows[k + 1], rows[k + 2], rows[k + 3]] as [Row, Row, Row, Row];
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let i = 0; i < a.length; i++) {
      const value = a[i] as number;
      s0 += value * (r0[i] as number);
      s1 += value * (r1[i] as number);
      s2 += value * (r2[i] as number);
      s3 += value * (r3[i] as number);
    }
    out[k] = s0;
    out[k + 1] = s1;
    out[k + 2] = s2;
    out[k + 3] = s3;
  }
  for (let k = whole; k < rows.length; k++) {
    const row = rows[k] as Row;
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (row[i] as number);
    out[k] = sum;
  }
}

type Row = Float64Array;
