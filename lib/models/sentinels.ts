/**
 * Known sentences with known vectors: encoded at every start, because a graphics driver or a broken file can give
 * wrong numbers without any error.
 */
import stored from "./sentinels.json";
import { cosine, vectorFromBase64 } from "./stored-vector";

/** Cosine of two correct computations: 0.999 for 4 bits on any device, 0.995 for int8. */
const LEAST_COSINE = 0.98;

export const SENTINEL_TEXTS: string[] = stored.map(({ text }) => text);

/** @param vectors flat, one after the other, as the worker gives them. @returns whether every one is what it must be */
export function sentinelsHold(vectors: Float32Array): boolean {
  return stored.every(({ vector }, row) => {
    const expected = vectorFromBase64(vector);
    const actual = vectors.subarray(row * expected.length, (row + 1) * expected.length);
    return cosine(expected, actual) >= LEAST_COSINE; // NaN fails too
  });
}
