/**
 * Several codes of which each text has exactly one: logistic regression where distances are measured by how the classes' examples spread
 * (the shrunk common covariance of Friedman 1989), begun at linear discriminant analysis in the same geometry.
 */
import { backward, cholesky, forward, innerWide } from "./linear-algebra";
import { logisticRegression, softmax } from "./logistic";

/** What is known of one class. */
export interface ClassLessons {
  /** Examples placed in a space, length 1; at least one. */
  rows: readonly Float32Array[];
  /** Its name or description, placed in the same space; counts as one more example. */
  description?: Float32Array;
}

/** Learnt classes: `logit = direction · row / temperature`. */
export interface Classes {
  directions: Float64Array[];
  /** Makes probabilities mean what they say: found on examples by models that have not seen them. */
  temperature: number;
}

/** How much of the classes' common covariance is believed; the rest is the same in all directions. */
const BELIEVED = 0.4;
/** How steeply discriminant analysis sets out, for rows of mean length 1. */
const START = 12;
/** As scikit-learn's C, for rows of mean length 1. */
const COST = 30;
const ROUNDS = 40;
const TEMPERATURES = Array.from({ length: 24 }, (_, i) => 0.2 * 1.2 ** i);

/**
 * @param classes at least two, each with at least one example
 * @param calibrated false: the temperature is not looked for, when only the likeliest class matters; takes half the time
 */
export function learnClasses(classes: readonly ClassLessons[], calibrated = true): Classes {
  return { directions: learnDirections(classes), temperature: calibrated ? temperatureOf(classes) : 1 };
}

/** @returns a probability for each class, summing to 1 */
export function classify({ directions, temperature }: Classes, row: ArrayLike<number>): number[] {
  const wide = Float64Array.from(row);
  return softmax(directions.map((direction) => innerWide(direction, wide) / temperature));
}

function learnDirections(classes: readonly ClassLessons[]): Float64Array[] {
  const taught = classes.map(({ rows, description }) => (description ? [...rows, description] : [...rows]));
  const root = commonRoot(classes);
  const whitened = taught.map((rows) => rows.map((row) => forward(root, row)));
  const all = whitened.flat();
  const length = Math.sqrt(all.reduce((sum, row) => sum + innerWide(row, row), 0) / Math.max(1, all.length)) || 1;
  const scaled = whitened.map((rows) => rows.map((row) => row.map((value) => value / length)));
  const start = scaled.map((rows) => meanOf(rows).map((value) => value * START));
  const weights = logisticRegression(scaled, { cost: COST, rounds: ROUNDS, start });
  return weights.map((weight) => backward(root, weight).map((value) => value / length));
}

/** Square root of the covariance within the classes, scaled to a trace of 1 and shrunk. */
function commonRoot(classes: readonly ClassLessons[]): Float64Array {
  const size = classes[0]?.rows[0]?.length ?? 0;
  const spread = new Float64Array(size * size);
  for (const { rows } of classes) {
    const mean = meanOf(rows);
    for (const row of rows) addOuter(spread, row, mean);
  }
  let trace = 0;
  for (let i = 0; i < size; i++) trace += spread[i * size + i] as number;
  const believed = trace > 0 ? BELIEVED : 0;
  const shrunk = trace > 0 ? spread.map((value) => (value * believed) / trace) : spread;
  for (let i = 0; i < size; i++) shrunk[i * size + i] = (shrunk[i * size + i] as number) + (1 - believed) / size;
  return cholesky(shrunk, size);
}

function addOuter(spread: Float64Array, row: Float32Array, mean: Float64Array): void {
  const size = row.length;
  const away = Float64Array.from(row, (value, d) => value - (mean[d] as number));
  for (let a = 0; a < size; a++) {
    const value = away[a] as number;
    for (let b = 0; b <= a; b++) spread[a * size + b] = (spread[a * size + b] as number) + value * (away[b] as number);
  }
}

/** The temperature under which examples are least surprising to a model that learnt from the other half of them. */
function temperatureOf(classes: readonly ClassLessons[]): number {
  if (classes.some(({ rows }) => rows.length < 2)) return 1;
  const tests = [0, 1].flatMap((part) => {
    const directions = learnDirections(
      classes.map(({ rows, description }) => ({ rows: rows.filter((_, i) => i % 2 === part), description })),
    );
    return classes.flatMap(({ rows }, c) =>
      rows.flatMap((row, i) => {
        const wide = Float64Array.from(row);
        return i % 2 === part ? [] : [{ c, logits: directions.map((direction) => innerWide(direction, wide)) }];
      }),
    );
  });
  let best = { temperature: 1, surprise: Number.POSITIVE_INFINITY };
  for (const temperature of TEMPERATURES) {
    const surprise = tests.reduce((sum, { c, logits }) => {
      const chance = softmax(logits.map((logit) => logit / temperature))[c] as number;
      return sum - Math.log(Math.max(chance, 1e-12));
    }, 0);
    if (surprise < best.surprise) best = { temperature, surprise };
  }
  return best.temperature;
}

function meanOf(rows: readonly ArrayLike<number>[]): Float64Array {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) {
    for (let d = 0; d < mean.length; d++) mean[d] = (mean[d] as number) + (row[d] as number) / rows.length;
  }
  return mean;
}
