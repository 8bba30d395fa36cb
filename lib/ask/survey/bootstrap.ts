/** Differences of means by resampling reviewers (Efron 1979); a reviewer counts once, however often they were asked. */

/** Enough for two digits of a 95 % interval. */
const RESAMPLES = 2000;
const INTERVAL = 0.95;
/** Differences smaller than this come of adding up. */
const ROUNDING = 1e-12;

export interface Resampled {
  difference: number;
  low: number;
  high: number;
  /** Twice the share of resamples on the other side of zero, 0–1. */
  p: number;
}

/** Values by respondent. */
export type Values = ReadonlyMap<string, number>;

/**
 * Mean of A less mean of B. Whoever answered both is drawn with both answers, so that what makes people differ as people cancels out; those who
 * answered one are drawn among themselves. With all of them in both this is the paired bootstrap, with nobody in both the unpaired one.
 * @param a, b not empty
 */
export function resampledDifference(a: Values, b: Values, random: () => number): Resampled {
  const both: number[] = [];
  const onlyA: number[] = [];
  const onlyB: number[] = [];
  // sorted: the lot falls on places, and must not depend on who is stored first
  for (const id of [...new Set([...a.keys(), ...b.keys()])].sort()) {
    const [ofA, ofB] = [a.get(id), b.get(id)];
    const part = (ofA ?? 0) / a.size - (ofB ?? 0) / b.size;
    (ofA === undefined ? onlyB : ofB === undefined ? onlyA : both).push(part);
  }
  const groups = [both, onlyA, onlyB].map((parts) => Float64Array.from(parts));
  const drawn = new Float64Array(RESAMPLES);
  for (let i = 0; i < RESAMPLES; i++)
    for (const parts of groups) drawn[i] = (drawn[i] ?? 0) + resampledSum(parts, random);
  const difference = groups.reduce((sum, parts) => parts.reduce((all, part) => all + part, sum), 0);
  return resampled(Math.abs(difference) < ROUNDING ? 0 : difference, drawn);
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
 * Kish 1965: (Σw)² / Σw² of the weights with which people enter the difference of two means: 1/a of those of A, 1/b of those of B, half each.
 * People who are in both are worth one each, two equal groups all their members, unequal ones fewer.
 * @param a, b people behind each mean, `both` of them behind both
 */
export function effectiveOf(a: number, b: number, both = 0): number {
  if (a === 0 || b === 0) return 0;
  const [ofA, ofB] = [1 / (2 * a), 1 / (2 * b)];
  return 1 / (both * (ofA + ofB) ** 2 + (a - both) * ofA ** 2 + (b - both) * ofB ** 2);
}

function resampled(difference: number, drawn: Float64Array): Resampled {
  let [below, above] = [0, 0];
  for (const one of drawn) {
    if (one <= ROUNDING) below++;
    if (one >= -ROUNDING) above++;
  }
  drawn.sort();
  const at = (share: number) => drawn[Math.round(share * (drawn.length - 1))] ?? 0;
  // one added to each: among so many resamples none is no proof of never (Davison & Hinkley 1997)
  const p = Math.min(1, (2 * (Math.min(below, above) + 1)) / (drawn.length + 1));
  return { difference, low: at((1 - INTERVAL) / 2), high: at((1 + INTERVAL) / 2), p };
}

function resampledSum(parts: Float64Array, random: () => number): number {
  const { length } = parts;
  let sum = 0;
  for (let i = 0; i < length; i++) sum += parts[(random() * length) | 0] as number;
  return sum;
}
