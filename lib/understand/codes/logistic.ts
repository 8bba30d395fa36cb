/** Multinomial logistic regression with an L2 penalty, by accelerated gradient steps (Nesterov 1983). */
import { innerWide } from "./linear-algebra";

export interface LogisticOptions {
  /** As scikit-learn's C: the larger, the less weights are held back. */
  cost: number;
  rounds: number;
  /** Where to begin; zeros when absent. */
  start?: readonly Float64Array[];
}

/** A class that a row is this far from belonging to learns nothing from it: with many classes most of the work is saved. */
const NEGLIGIBLE = 1e-3;

/**
 * Deterministic; no bias: give rows a constant entry where one is wanted.
 * @param classes rows of each class
 * @returns weights of each class
 */
export function logisticRegression(classes: readonly (readonly Float64Array[])[], options: LogisticOptions) {
  const { cost, rounds, start } = options;
  const rows = classes.flatMap((own, c) => own.map((row) => ({ row, c })));
  const size = rows[0]?.row.length ?? 0;
  let now: Float64Array[] = classes.map((_, c) => Float64Array.from(start?.[c] ?? new Float64Array(size)));
  let before = now;
  // the loss bends at most by half of the largest eigenvalue of the rows' scatter, the penalty by 1 / cost
  const step = 1 / (0.5 * largestEigenvalue(rows.map(({ row }) => row)) + 1 / cost);
  for (let round = 0; round < rounds; round++) {
    const push = round / (round + 3);
    const ahead = now.map((w, c) => moved(w, before[c] as Float64Array, push));
    const slope = ahead.map((w) => w.map((value) => value / cost));
    for (const { row, c } of rows) addSlope(slope, ahead, row, c);
    before = now;
    now = ahead.map((w, c) => w.map((value, d) => value - step * (slope[c]?.[d] as number)));
  }
  return now;
}

/** @returns probabilities that sum to 1 */
export function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function moved(now: Float64Array, before: Float64Array, push: number): Float64Array {
  return now.map((value, d) => value + push * (value - (before[d] as number)));
}

function addSlope(slope: readonly Float64Array[], weights: readonly Float64Array[], row: Float64Array, own: number) {
  const chances = softmax(weights.map((w) => innerWide(w, row)));
  for (const [c, target] of slope.entries()) {
    const excess = (chances[c] as number) - (c === own ? 1 : 0);
    if (Math.abs(excess) < NEGLIGIBLE) continue;
    for (let d = 0; d < row.length; d++) target[d] = (target[d] as number) + excess * (row[d] as number);
  }
}

/** Of the rows' scatter, by power iteration, a little above rather than below. */
function largestEigenvalue(rows: readonly Float64Array[]): number {
  let vector = new Float64Array(rows[0]?.length ?? 0).fill(1);
  let value = 0;
  for (let round = 0; round < 12; round++) {
    const next = new Float64Array(vector.length);
    for (const row of rows) {
      const along = innerWide(row, vector);
      for (let d = 0; d < next.length; d++) next[d] = (next[d] as number) + along * (row[d] as number);
    }
    value = Math.sqrt(innerWide(next, next));
    if (value === 0) return 1;
    vector = next.map((entry) => entry / value);
  }
  return 1.2 * value;
}
