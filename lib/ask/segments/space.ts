/** Sentence vectors centred on their language, read from the stored bytes: no copy is made of 100,000 sentences. */
import type { Sentence } from "../../domain";
import { primaryLanguage } from "../language";
import { groupBy } from "../material";
import { generalMean } from "../vectors";

/** How many sentences the general mean of a language weighs against the subject's own. */
const MEAN_WEIGHT = 30;

export interface SentenceSpace {
  dimensions: number;
  /** Adds a sentence's centred vector of length 1 to `sum`. @returns false for one without a usable vector */
  add(sentence: Sentence, sum: Float32Array): boolean;
  /** Cosine to a direction of length 1; 0 for a sentence without a usable vector. */
  cosine(sentence: Sentence, direction: Float32Array): number;
}

/** Vectors that are missing, all zero or of another length than most are left out. */
export function sentenceSpace(sentences: readonly Sentence[]): SentenceSpace {
  const dimensions = usualLength(sentences);
  const sizes = new Map<Sentence, number>();
  for (const sentence of sentences) {
    const size = sentence.vector?.length === dimensions ? lengthOf(sentence.vector) : 0;
    if (size > 0) sizes.set(sentence, size);
  }
  const places = new Map<Sentence, Place>();
  for (const [language, group] of groupBy(sizes.keys(), ({ language }) => primaryLanguage(language))) {
    const general = generalMean("statements", language);
    const mean = meanOf(group, sizes, general.length === dimensions ? general : new Float32Array(dimensions));
    for (const sentence of group) places.set(sentence, placeOf(sentence, sizes.get(sentence) ?? 1, mean));
  }
  return {
    dimensions,
    add(sentence, sum) {
      const place = places.get(sentence);
      if (!place) return false;
      const { vector } = sentence;
      const { mean, size, length } = place;
      for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + ((vector[i] ?? 0) / size - (mean[i] ?? 0)) / length;
      return true;
    },
    cosine(sentence, direction) {
      const place = places.get(sentence);
      if (!place) return 0;
      const { vector } = sentence;
      let raw = 0;
      let common = 0;
      for (let i = 0; i < dimensions; i++) {
        const along = direction[i] ?? 0;
        raw += (vector[i] ?? 0) * along;
        common += (place.mean[i] ?? 0) * along;
      }
      return (raw / place.size - common) / place.length;
    },
  };
}

interface Place {
  mean: Float32Array;
  /** Of the stored vector. */
  size: number;
  /** Of the centred one. */
  length: number;
}

function placeOf({ vector }: Sentence, size: number, mean: Float32Array): Place {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    const value = (vector[i] ?? 0) / size - (mean[i] ?? 0);
    squares += value * value;
  }
  return { mean, size, length: Math.sqrt(squares) || 1 };
}

/** The language's own mean, drawn towards the general one while its sentences are few. */
function meanOf(group: readonly Sentence[], sizes: ReadonlyMap<Sentence, number>, general: Float32Array): Float32Array {
  const sum = general.map((value) => value * MEAN_WEIGHT);
  for (const sentence of group) {
    const { vector } = sentence;
    const size = sizes.get(sentence) ?? 1;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0) / size;
  }
  return sum.map((value) => value / (group.length + MEAN_WEIGHT));
}

function lengthOf(vector: Int8Array): number {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += (vector[i] ?? 0) ** 2;
  return Math.sqrt(squares);
}

function usualLength(sentences: readonly Sentence[]): number {
  const counts = new Map<number, number>();
  for (const { vector } of sentences) {
    const length = vector?.length ?? 0;
    if (length > 0) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || b - a)[0]?.[0] ?? 0;
}

/** Scales in place to length 1; zeros stay zeros. */
export function normalise(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * scale;
  return vector;
}
