/** How near foretold shares and scores come to those of people. Sources: arXiv 2510.08338, section on metrics. */
import { SCALE_POINTS } from "../../domain";

/** @returns 1 − the largest distance of the cumulated shares, 0–1 */
export function ksSimilarity(a: readonly number[], b: readonly number[]): number {
  let upToA = 0;
  let upToB = 0;
  let largest = 0;
  for (let r = 0; r < SCALE_POINTS; r++) {
    upToA += a[r] ?? 0;
    upToB += b[r] ?? 0;
    largest = Math.max(largest, Math.abs(upToA - upToB));
  }
  return Math.min(1, Math.max(0, 1 - largest));
}

/** @returns Pearson's correlation, −1..1; undefined where nothing varies or fewer than three pairs are given */
export function pearson(a: readonly number[], b: readonly number[]): number | undefined {
  if (a.length < 3) return undefined;
  const meanA = mean(a);
  const meanB = mean(b);
  let together = 0;
  let ofA = 0;
  let ofB = 0;
  for (let i = 0; i < a.length; i++) {
    const fromA = (a[i] ?? 0) - meanA;
    const fromB = (b[i] ?? 0) - meanB;
    together += fromA * fromB;
    ofA += fromA * fromA;
    ofB += fromB * fromB;
  }
  // what only rounding makes vary does not vary
  if (ofA <= 1e-18 * a.length || ofB <= 1e-18 * b.length) return undefined;
  return together / Math.sqrt(ofA * ofB);
}

/** @returns shares of the points 1–5 among stars; stars between two points count for both in proportion */
export function sharesOf(stars: readonly number[]): number[] {
  const shares = new Array<number>(SCALE_POINTS).fill(0);
  for (const one of stars) {
    const below = Math.min(SCALE_POINTS, Math.max(1, Math.floor(one)));
    const part = Math.min(1, Math.max(0, one - below));
    shares[below - 1] = (shares[below - 1] ?? 0) + (1 - part) / stars.length;
    if (part > 0 && below < SCALE_POINTS) shares[below] = (shares[below] ?? 0) + part / stars.length;
  }
  return shares;
}

/** @returns 0 of none */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
