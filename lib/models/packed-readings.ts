/** Readings of many texts as five flat arrays, so that a worker can hand them over without copying. */
import type { TextReading } from "./model";

export interface PackedReadings {
  /** Tokens of each text. */
  counts: Uint32Array;
  vectors: Float32Array;
  sentences: Float32Array;
  /** Start and end of each token, all starts first. */
  places: Uint32Array;
  tokens: Float32Array;
}

export function packReadings(readings: readonly TextReading[]): PackedReadings {
  const counts = Uint32Array.from(readings, ({ tokens }) => tokens.starts.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const places = new Uint32Array(2 * total);
  let at = 0;
  for (const { tokens } of readings) {
    places.set(tokens.starts, at);
    places.set(tokens.ends, total + at);
    at += tokens.starts.length;
  }
  return {
    counts,
    vectors: joined(readings.map(({ vector }) => vector)),
    sentences: joined(readings.map(({ sentence }) => sentence)),
    places,
    tokens: joined(readings.map(({ tokens }) => tokens.values)),
  };
}

/** The opposite of `packReadings`; parts are copies, so that a small one does not keep a large buffer alive. */
export function unpackReadings({ counts, vectors, sentences, places, tokens }: PackedReadings): TextReading[] {
  const total = places.length / 2;
  const texts = Math.max(1, counts.length);
  const [width, outputs, columns] = [
    vectors.length / texts,
    sentences.length / texts,
    tokens.length / Math.max(1, total),
  ];
  let at = 0;
  return Array.from(counts, (count, row) => {
    const [from, to] = [at, at + count];
    at = to;
    return {
      vector: vectors.slice(row * width, (row + 1) * width),
      sentence: sentences.slice(row * outputs, (row + 1) * outputs),
      tokens: {
        starts: places.slice(from, to),
        ends: places.slice(total + from, total + to),
        values: tokens.slice(from * columns, to * columns),
      },
    };
  });
}

/** @returns the buffers to move, when posting it */
export function buffersOf({ counts, vectors, sentences, places, tokens }: PackedReadings): Transferable[] {
  return [counts, vectors, sentences, places, tokens].map((array) => array.buffer);
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
