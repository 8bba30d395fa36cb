/**
 * Known sentences with known vectors: encoded at every start, because a graphics driver or a broken file can give
 * wrong numbers without any error.
 */
import type { TextReading } from "./model";
import stored from "./sentinels.json";
import { cosine, vectorFromBase64 } from "./stored-vector";

/** Cosine of two correct computations: 0.999 for 4 bits on any device, 0.995 for int8. */
const LEAST_COSINE = 0.98;

export const SENTINEL_TEXTS: string[] = stored.map(({ text }) => text);

/** @param readings of `SENTINEL_TEXTS`. @returns whether every vector is what it must be, and the reader gave numbers */
export function sentinelsHold(readings: readonly TextReading[]): boolean {
  return stored.every(({ vector }, row) => {
    const expected = vectorFromBase64(vector);
    const { vector: actual = new Float32Array(), sentence = new Float32Array() } = readings[row] ?? {};
    const computed = sentence.length > 0 && sentence.every(Number.isFinite);
    return computed && cosine(expected, actual) >= LEAST_COSINE; // NaN fails too
  });
}
