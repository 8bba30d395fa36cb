/**
 * Semantic Similarity Rating: a free text becomes a distribution over the five points of a scale, by how near it lies to one statement
 * per point. Source: Maier et al. 2025, "LLMs Reproduce Human Purchase Intent via Semantic Similarity Elicitation of Likert Ratings"
 * (arXiv 2510.08338). Two cases which its reference implementation gets wrong are defined here: equal similarities (uniform, not
 * NaN), and a temperature near zero (one-hot, no underflow).
 */
import { SCALE_POINTS as POINTS } from "../../domain";
import { dot, type Vector } from "../vectors";

/** Shares of the points 1–5, adding up to 1. */
export type Distribution = readonly number[];

/** One vector per point, in the order of the scale. */
export type AnchorVectors = readonly Vector[];

export interface RatingOptions {
  /** Added at the least similar point only; 0 or more. */
  epsilon?: number;
  /** Below 1 sharpens, above 1 flattens; 0 leaves the first likeliest point alone. */
  temperature?: number;
}

/**
 * @param text vector of the answer, any length
 * @param sets anchor sets of five vectors each; at least one
 * @throws RangeError when there is no set, or a set has not five statements
 */
export function rate(text: Vector, sets: readonly AnchorVectors[], options: RatingOptions = {}): Distribution {
  const similarities = sets.map((set) => set.map((anchor) => (1 + cosine(text, anchor)) / 2));
  return rateSimilarities(similarities, options);
}

/**
 * @param similarities per anchor set five similarities, each in [0, 1]
 * @throws RangeError as {@link rate}
 */
export function rateSimilarities(
  similarities: readonly (readonly number[])[],
  { epsilon = 0, temperature = 1 }: RatingOptions = {},
): Distribution {
  if (similarities.length === 0) throw new RangeError("A rating needs at least one set of anchor statements.");
  return temper(meanDistribution(similarities.map((set) => distribute(set, epsilon))), temperature);
}

/** @returns the arithmetic mean of distributions: of the anchor sets of one answer, or of the respondents of a survey; uniform of none */
export function meanDistribution(distributions: readonly Distribution[]): Distribution {
  if (distributions.length === 0) return uniform();
  const sum = new Array<number>(POINTS).fill(0);
  for (const one of distributions) for (let r = 0; r < POINTS; r++) sum[r] = (sum[r] ?? 0) + (one[r] ?? 0);
  return sum.map((share) => share / distributions.length);
}

/** @returns mean point of a distribution, 1–5 */
export function meanScore(distribution: Distribution): number {
  return distribution.reduce((sum, share, r) => sum + share * (r + 1), 0);
}

/** @returns the distribution sharpened (temperature below 1) or flattened; equal shares stay as they are */
export function temper(distribution: Distribution, temperature: number): Distribution {
  const highest = Math.max(...distribution);
  if (temperature === 1 || distribution.every((share) => share === highest)) return distribution;
  if (temperature === 0) return oneHot(distribution.indexOf(highest));
  // divided by the highest first: at a temperature near zero every power would otherwise be zero
  const raised = distribution.map((share) => (share / highest) ** (1 / temperature));
  const total = raised.reduce((sum, share) => sum + share, 0);
  return raised.map((share) => share / total);
}

/** In double precision, since shares are read to many places; a vector without length is like nothing. */
function cosine(a: Vector, b: Vector): number {
  const lengths = Math.sqrt(dot(a, a) * dot(b, b));
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}

function distribute(similarities: readonly number[], epsilon: number): Distribution {
  if (similarities.length !== POINTS)
    throw new RangeError(`A set has ${similarities.length} anchor statements; a scale has ${POINTS} points.`);
  const least = Math.min(...similarities);
  const at = similarities.indexOf(least);
  const total = similarities.reduce((sum, one) => sum + one, 0) - POINTS * least + epsilon;
  if (!(total > 0)) return uniform();
  return similarities.map((one, r) => (one - least + (r === at ? epsilon : 0)) / total);
}

function uniform(): Distribution {
  return new Array<number>(POINTS).fill(1 / POINTS);
}

function oneHot(at: number): Distribution {
  return Array.from({ length: POINTS }, (_, r) => (r === at ? 1 : 0));
}
