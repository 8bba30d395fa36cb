/** Differences of means by resampling reviewers (Efron 1979); a reviewer counts once, however often they were asked. */

/** Enough for two digits of a 95 % interval. */
const RESAMPLES = 2000;
const INTERVAL = 0.95;

export interface Resampled {
  difference: number;
  low: number;
  high: number;
  /** Twice the share of resamples on the other side of zero, 0–1. */
  p: number;
}

/** @param a, b values of the same people, in the same order; at least one */
export function pairedDifference(a: readonly number[], b: readonly number[], random: () => number): Resampled {
  const gaps = Float64Array.from(a, (value, i) => value - (b[i] ?? 0));
  const drawn = new Float64Array(RESAMPLES);
  for (let i = 0; i < RESAMPLES; i++) drawn[i] = resampledMean(gaps, random);
  return resampled(mean(gaps), drawn);
}

/** @param a, b values of different people; at least one each */
export function unpairedDifference(a: readonly number[], b: readonly number[], random: () => number): Resampled {
  const drawn = new Float64Array(RESAMPLES);
  const [left, right] = [Float64Array.from(a), Float64Array.from(b)];
  for (let i = 0; i < RESAMPLES; i++) drawn[i] = resampledMean(left, random) - resampledMean(right, random);
  return resampled(mean(a) - mean(b), drawn);
}

/** Holm 1979: @returns the same chances, adjusted for having looked at all of them, in their order */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const adjusted = [...chances];
  let highest = 0;
  for (const [rank, { p, i }] of order.entries()) {
    highest = Math.max(highest, Math.min(1, p * (order.length - rank)));
    adjusted[i] = highest;
  }
  return adjusted;
}

/**
 * Kish 1965: (Σ|w|)² / Σw² of the weights with which people enter the difference of two means: 1/a for those of the one, 1/b for those of
 * the other. Equal groups are worth all their members, unequal ones fewer.
 */
export function effectiveOf(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : 4 / (1 / a + 1 / b);
}

function resampled(difference: number, drawn: Float64Array): Resampled {
  let [below, above] = [0, 0];
  for (const one of drawn) {
    if (one <= 0) below++;
    if (one >= 0) above++;
  }
  drawn.sort();
  const at = (share: number) => drawn[Math.round(share * (drawn.length - 1))] ?? 0;
  // one added to each: among so many resamples none is no proof of never (Davison & Hinkley 1997)
  const p = Math.min(1, (2 * (Math.min(below, above) + 1)) / (drawn.length + 1));
  return { difference, low: at((1 - INTERVAL) / 2), high: at((1 + INTERVAL) / 2), p };
}

function resampledMean(values: Float64Array, random: () => number): number {
  const { length } = values;
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[(random() * length) | 0] as number;
  return sum / length;
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}
