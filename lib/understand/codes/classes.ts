/** Several codes of which each text has exactly one: linear discriminant analysis with a shrunk common covariance (Friedman 1989). */
import { cholesky, inner, solve } from "./linear-algebra";

/** What is known of one class. */
export interface ClassLessons {
  /** Examples placed in a space, length 1; at least one. */
  rows: readonly Float32Array[];
  /** Its name or description, placed in the same space; counts as one more example. */
  description?: Float32Array;
}

/** Learnt classes: `logit = direction · row + bias`. */
export interface Classes {
  directions: Float64Array[];
  biases: number[];
  /** Divides the logits, so that probabilities mean what they say; found by leaving each example out. */
  temperature: number;
}

/** How much of the classes' common covariance is believed; the rest is the same in all directions. */
const BELIEVED = 0.4;
/** How much a long mean counts against a class: means of few examples are longer than those of many. */
const LENGTH_WEIGHT = 0.8;
const TEMPERATURES = Array.from({ length: 24 }, (_, i) => 0.5 * 1.25 ** i);

/** @param classes at least two, each with at least one example */
export function learnClasses(classes: readonly ClassLessons[]): Classes {
  const size = classes[0]?.rows[0]?.length ?? 0;
  const means = classes.map(({ rows, description }) => meanOf(description ? [...rows, description] : rows, size));
  const root = cholesky(commonSpread(classes, means, size), size);
  const directions = means.map((mean) => solve(root, mean));
  const biases = directions.map((direction, c) => -0.5 * LENGTH_WEIGHT * inner(direction, means[c] as Float64Array));
  const learnt = { directions, biases, temperature: 1 };
  return { ...learnt, temperature: temperatureOf(classes, means, learnt, root) };
}

/** @returns a probability for each class, summing to 1 */
export function classify({ directions, biases, temperature }: Classes, row: Float32Array): number[] {
  const logits = directions.map((direction, c) => (inner(direction, row) + (biases[c] as number)) / temperature);
  return softmax(logits);
}

/** Covariance within the classes, scaled to a trace of 1 and shrunk. Lower triangle only. */
function commonSpread(classes: readonly ClassLessons[], means: readonly Float64Array[], size: number): Float64Array {
  const spread = new Float64Array(size * size);
  for (const [c, { rows }] of classes.entries())
    for (const row of rows) addOuter(spread, row, means[c] as Float64Array);
  let trace = 0;
  for (let i = 0; i < size; i++) trace += spread[i * size + i] as number;
  const believed = trace > 0 ? BELIEVED : 0;
  const scale = trace > 0 ? believed / trace : 0;
  const shrunk = spread.map((value) => value * scale);
  for (let i = 0; i < size; i++) shrunk[i * size + i] = (shrunk[i * size + i] as number) + (1 - believed) / size;
  return shrunk;
}

function addOuter(spread: Float64Array, row: Float32Array, mean: Float64Array): void {
  const size = row.length;
  const away = Float64Array.from(row, (value, d) => value - (mean[d] as number));
  for (let a = 0; a < size; a++) {
    const value = away[a] as number;
    for (let b = 0; b <= a; b++) spread[a * size + b] = (spread[a * size + b] as number) + value * (away[b] as number);
  }
}

/** The temperature under which left-out examples are least surprising; an example leaves its own mean, not the covariance. */
function temperatureOf(
  classes: readonly ClassLessons[],
  means: readonly Float64Array[],
  learnt: Classes,
  root: Float64Array,
): number {
  const tests = classes.flatMap(({ rows, description }, c) => {
    const count = rows.length + (description ? 1 : 0);
    return count < 2
      ? []
      : rows.map((row) => ({ c, logits: leftOut(row, c, count, means[c] as Float64Array, learnt, root) }));
  });
  const surprise = (temperature: number) =>
    tests.reduce((sum, { c, logits }) => {
      const p = softmax(logits.map((logit) => logit / temperature))[c] as number;
      return sum - Math.log(Math.max(p, 1e-12));
    }, 0);
  return tests.length === 0 ? 1 : TEMPERATURES.map((t) => ({ t, s: surprise(t) })).reduce(lessSurprised).t;
}

function lessSurprised(a: { t: number; s: number }, b: { t: number; s: number }) {
  return b.s < a.s ? b : a;
}

/** Logits of an example as if it were not one: its class has the mean of the `count − 1` others. */
function leftOut(
  row: Float32Array,
  own: number,
  count: number,
  mean: Float64Array,
  { directions, biases }: Classes,
  root: Float64Array,
): number[] {
  const logits = directions.map((direction, c) => inner(direction, row) + (biases[c] as number));
  const others = mean.map((value, d) => (count * value - (row[d] as number)) / (count - 1));
  const direction = solve(root, others);
  logits[own] = inner(direction, row) - 0.5 * LENGTH_WEIGHT * inner(direction, others);
  return logits;
}

function meanOf(rows: readonly Float32Array[], size: number): Float64Array {
  const mean = new Float64Array(size);
  for (const row of rows)
    for (let d = 0; d < size; d++) mean[d] = (mean[d] as number) + (row[d] as number) / rows.length;
  return mean;
}

function softmax(logits: readonly number[]): number[] {
  const top = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
