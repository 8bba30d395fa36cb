/**
 * What tells examples from the background, as one direction: least squares with the background's covariance as prior, in closed form.
 * Every unlabelled sentence counts as "probably not" at once and at no cost (learning from positive and unlabelled examples: Elkan, Noto 2008);
 * with few examples the direction is Fisher's discriminant.
 */
import { cholesky, inner, multiply, solve } from "./linear-algebra";

/** An example placed in the space. */
export interface Lesson {
  row: Float32Array;
  yes: boolean;
  /** What a person judged weighs 1. */
  weight: number;
  /** False for a description, which is no sentence of anybody's. */
  judged: boolean;
}

/** `score = direction · row`: above 0 for what is like the "yes" examples, around 0 for the background. */
export interface Direction {
  direction: Float32Array;
  /** Score of each lesson if it alone were not known, in order. */
  leftOut: number[];
}

/** How far examples may be missed, as a share of their own length in the whitened space: they are few, and people err. */
const NOISE = 1;

/**
 * @param precision inverse of the background's covariance, row-major; absent: the same spread in all directions
 * @param lessons at least one
 */
export function regress(precision: Float32Array | undefined, lessons: readonly Lesson[]): Direction {
  const size = lessons.length;
  const whitened = lessons.map(({ row }) => (precision ? multiply(precision, row) : row));
  const targets = lessons.map(({ yes }) => (yes ? 1 : 0));
  const gram = new Float64Array(size * size);
  for (const [i, { row }] of lessons.entries()) {
    for (let j = 0; j <= i; j++) gram[i * size + j] = inner(row, whitened[j] as Float32Array);
  }
  const noise = NOISE * meanDiagonal(gram, size);
  for (const [i, { weight }] of lessons.entries())
    gram[i * size + i] = (gram[i * size + i] as number) + noise / Math.max(1e-3, weight);
  const gramRoot = cholesky(gram, size);
  const shares = solve(gramRoot, targets);
  return { direction: combine(whitened, shares), leftOut: leaveOneOut(gramRoot, shares, targets) };
}

/** Exact without learning again: Rasmussen, Williams 2006, Gaussian Processes for Machine Learning, eq. 5.12. */
function leaveOneOut(root: Float64Array, shares: Float64Array, targets: readonly number[]): number[] {
  return targets.map((target, i) => {
    const unit = new Float64Array(targets.length);
    unit[i] = 1;
    return target - (shares[i] as number) / (solve(root, unit)[i] as number);
  });
}

function combine(whitened: readonly Float32Array[], shares: Float64Array): Float32Array {
  const direction = new Float32Array(whitened[0]?.length ?? 0);
  for (const [i, vector] of whitened.entries()) {
    const share = shares[i] as number;
    for (let d = 0; d < direction.length; d++) direction[d] = (direction[d] as number) + share * (vector[d] as number);
  }
  return direction;
}

function meanDiagonal(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += matrix[i * size + i] as number;
  return sum > 0 ? sum / size : 1;
}
