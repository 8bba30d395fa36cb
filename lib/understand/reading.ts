/** What the reader's outputs mean: their order is that of `scripts/train/reader`, and of nothing else. */
import { ASPECT_CATEGORIES, type AspectCategory, EMOTIONS, INTENTS } from "../domain";

/** The classes a sentence is put in; their order is the order of the outputs. */
export const CLASSES = ["negative", "neutral", "positive", "mixed"] as const;
export type Class = (typeof CLASSES)[number];

/** Begin and inside of a named part or property, of the reviewed thing as a whole, and of words that imply something. */
export const TAGS = ["outside", "term", "term-inside", "whole", "whole-inside", "implied", "implied-inside"] as const;
/** Of a single thing; nothing is mixed about one thing in one place. */
export const SIDES = ["negative", "neutral", "positive"] as const;
/** The last one: none of the general categories. */
export const CATEGORIES: readonly (AspectCategory | undefined)[] = [...ASPECT_CATEGORIES, undefined];

/** First and one-past-last output about the whole text. */
export const SENTENCE = ranges({ sentiment: CLASSES.length, intents: INTENTS.length, emotions: EMOTIONS.length });
/** First and one-past-last column of a token; `shares`: its part in each class of sentiment of the whole text. */
export const TOKEN = ranges({
  tags: TAGS.length,
  sides: SIDES.length,
  categories: CATEGORIES.length,
  shares: CLASSES.length,
});
export const SENTENCE_OUTPUTS = SENTENCE.emotions[1];
export const TOKEN_OUTPUTS = TOKEN.shares[1];

function ranges<K extends string>(sizes: Record<K, number>): Record<K, readonly [number, number]> {
  let at = 0;
  const out = {} as Record<K, readonly [number, number]>;
  for (const name of Object.keys(sizes) as K[]) {
    out[name] = [at, at + sizes[name]];
    at += sizes[name];
  }
  return out;
}

/** @returns the named outputs of a row */
export function part(row: Float32Array, [from, to]: readonly [number, number]): Float32Array {
  return row.subarray(from, to);
}

/** Numerically stable softmax of logits divided by a temperature. */
export function softmax(logits: ArrayLike<number>, temperature = 1): number[] {
  const values = Array.from(logits, (logit) => logit / temperature);
  const top = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** @returns the chance that a logit stands for */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
