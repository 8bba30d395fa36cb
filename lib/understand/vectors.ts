/** Sentence vectors: how they are kept, compared and centred. */

/**
 * @param vector any length; normally L2-normalised
 * @returns the vector scaled so that its largest entry is ±127; the direction is kept to a cosine above 0.999
 */
export function quantise(vector: Float32Array): Int8Array {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  const scale = largest > 0 ? 127 / largest : 0;
  return Int8Array.from(vector, (value) => Math.round(value * scale));
}

/** @returns the stored vector with length 1 again (all zeros stay zeros) */
export function restore(stored: Int8Array): Float32Array {
  return normalise(Float32Array.from(stored));
}

/** @returns cosine of two vectors, −1..1; 0 when one of them has no length */
export function similarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let dot = 0;
  let left = 0;
  let right = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    dot += x * y;
    left += x * x;
    right += y * y;
  }
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0;
}

/** Scales in place to length 1 and returns the same array. */
export function normalise(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return vector;
  const scale = 1 / Math.sqrt(sum);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) * scale;
  return vector;
}

/** @returns the mean of the vectors; undefined for none */
export function meanOf(vectors: readonly ArrayLike<number>[]): Float32Array | undefined {
  const first = vectors[0];
  if (!first) return undefined;
  const mean = new Float32Array(first.length);
  for (const vector of vectors) {
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (vector[i] as number);
  }
  for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) / vectors.length;
  return mean;
}

export function subtract(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value - (b[i] as number));
}

/**
 * The centre of what a language's sentences look like, estimated from few: the observed mean is shrunk to a prior, as if the
 * prior had been seen `strength` times. Centring per language is what lets a head learnt in one language work in others.
 */
export function shrunkMean(observed: readonly Float32Array[], prior: Float32Array, strength: number): Float32Array {
  const mean = meanOf(observed);
  if (!mean) return prior;
  const trust = observed.length / (observed.length + strength);
  return mean.map((value, i) => trust * value + (1 - trust) * (prior[i] as number));
}
