/** Square roots of symmetric positive definite matrices, row-major in one array, and what they solve. Sizes of a sentence vector or less. */

/**
 * Lower triangle L with L·Lᵀ = matrix (Cholesky).
 * @param matrix `size`² numbers, symmetric; only its lower triangle is read
 * @throws Error when it is not positive definite
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const rest = (matrix[row * size + column] as number) - dotRows(lower, row * size, column * size, column);
      if (row === column) {
        if (!(rest > 0)) throw new Error("The matrix is not positive definite: give it a larger diagonal.");
        lower[row * size + row] = Math.sqrt(rest);
      } else lower[row * size + column] = rest / (lower[column * size + column] as number);
    }
  }
  return lower;
}

/** @returns x of L·Lᵀ·x = right */
export function solve(lower: Float64Array, right: ArrayLike<number>): Float64Array {
  return backward(lower, forward(lower, right));
}

/** @returns x of Lᵀ·x = right */
export function backward(lower: Float64Array, right: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(right);
  const size = x.length;
  for (let row = size - 1; row >= 0; row--) {
    const value = (x[row] as number) / (lower[row * size + row] as number);
    x[row] = value;
    for (let column = 0; column < row; column++)
      x[column] = (x[column] as number) - value * (lower[row * size + column] as number);
  }
  return x;
}

/** @returns x of L·x = right: the whitened vector when L·Lᵀ is a covariance */
export function forward(lower: Float64Array, right: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(right);
  const size = x.length;
  for (let row = 0; row < size; row++) {
    let rest = x[row] as number;
    const start = row * size;
    for (let column = 0; column < row; column++) rest -= (lower[start + column] as number) * (x[column] as number);
    x[row] = rest / (lower[start + row] as number);
  }
  return x;
}

/** @returns the inverse of the matrix whose root is given, row-major, for products that are made many times */
export function inverse(lower: Float64Array, size: number): Float32Array {
  const out = new Float32Array(size * size);
  for (let row = 0; row < size; row++) {
    const unit = new Float64Array(size);
    unit[row] = 1;
    out.set(solve(lower, unit), row * size);
  }
  return out;
}

/** @returns square matrix × vector */
export function multiply(matrix: Float32Array, vector: ArrayLike<number>): Float32Array {
  const size = vector.length;
  const out = new Float32Array(size);
  for (let row = 0, at = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < size; column++, at++) sum += (matrix[at] as number) * (vector[column] as number);
    out[row] = sum;
  }
  return out;
}

/** Product of two vectors; the cosine when both have length 1. */
export function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** As `inner`, for one kind of array only: engines run loops several times faster when they see but one. */
export function innerWide(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function dotRows(matrix: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (matrix[a + i] as number) * (matrix[b + i] as number);
  return sum;
}
