/**
 * Sentence vectors made comparable for topics: language and mood taken out, few dimensions left.
 * What remains close is about the same matter, whatever the language and whether it is praised or blamed.
 */
import type { Sentence } from "../domain";
import { dots } from "./centres";
import { normalise } from "./vectors";

/** Learnt from a collection; later sentences are put into it unchanged. */
export interface TopicSpace {
  /** Orthonormal directions of the encoder's space that are kept. */
  axes: Float64Array[];
  /** What is taken from a vector before it is projected, per language. */
  centres: ReadonlyMap<string, Float32Array>;
  /** For a language without sentences in the collection. */
  centre: Float32Array;
}

type Vectored = Pick<Sentence, "vector" | "language" | "sentiment">;

/** Dimensions kept; more hold noise, and clustering pays for each. */
const DIMENSIONS = 32;
const LANGUAGE_STRENGTH = 25;
const EACH_SIDE = 5;
const SAMPLE = 500;
const ROUNDS = 3;

/**
 * @param means shipped mean vectors per language, when at hand: they help languages of which the page has few sentences
 * @returns one L2-normalised vector per sentence
 */
export function topicSpace(sentences: readonly Vectored[], means?: ReadonlyMap<string, Float32Array>): Float32Array[] {
  const space = fitTopicSpace(sentences, means);
  return sentences.map((sentence) => placeInTopicSpace(space, sentence));
}

/** Principal directions of a sample of the collection, after language and mood are taken out; nothing is left to chance. */
export function fitTopicSpace(sentences: readonly Vectored[], means?: ReadonlyMap<string, Float32Array>): TopicSpace {
  const { centres, centre } = languageCentres(sentences, means);
  const step = Math.max(1, Math.ceil(sentences.length / SAMPLE));
  const sample = sentences.filter((_, i) => i % step === 0);
  const centred = sample.map((sentence) =>
    centredVector(sentence, centres, centre, new Float64Array(sentence.vector.length)),
  );
  return { axes: principalAxes(withoutMood(centred, sample)), centres, centre };
}

/** @returns the sentence's L2-normalised place; all zeros for a vector without length */
export function placeInTopicSpace(space: TopicSpace, sentence: Vectored): Float32Array {
  if (scratch.length !== sentence.vector.length) scratch = new Float64Array(sentence.vector.length);
  const place = new Float32Array(space.axes.length);
  dots(centredVector(sentence, space.centres, space.centre, scratch), space.axes, place);
  return normalise(place);
}

/** One for all sentences: ten thousand short-lived arrays would cost more than the numbers in them. */
let scratch = new Float64Array();

function centredVector(
  { vector, language }: Vectored,
  centres: ReadonlyMap<string, Float32Array>,
  fallback: Float32Array,
  into: Float64Array,
): Float64Array {
  const scale = lengthScale(vector);
  const centre = centres.get(language) ?? fallback;
  for (let i = 0; i < into.length; i++) into[i] = (vector[i] as number) * scale - (centre[i] as number);
  return into;
}

/** Mean of each language, shrunk to the mean of all as if that had been seen `LANGUAGE_STRENGTH` times; shipped means are the base of both. */
function languageCentres(sentences: readonly Vectored[], means?: ReadonlyMap<string, Float32Array>) {
  const width = sentences[0]?.vector.length ?? 0;
  const sums = new Map<string, { sum: Float32Array; count: number }>();
  for (const { vector, language } of sentences) {
    const own = sums.get(language) ?? { sum: new Float32Array(width), count: 0 };
    sums.set(language, own);
    const scale = lengthScale(vector);
    for (let i = 0; i < width; i++) own.sum[i] = (own.sum[i] as number) + (vector[i] as number) * scale;
    own.count++;
  }
  const none = new Float32Array(width);
  const baseOf = (language: string) => means?.get(language) ?? none;
  const centre = new Float32Array(width);
  for (const [language, { sum, count }] of sums) {
    const base = baseOf(language);
    for (let i = 0; i < width; i++)
      centre[i] = (centre[i] as number) + ((sum[i] as number) - count * (base[i] as number)) / sentences.length;
  }
  const centres = new Map<string, Float32Array>();
  for (const [language, { sum, count }] of sums) {
    const base = baseOf(language);
    const trust = count / (count + LANGUAGE_STRENGTH);
    const shift = (i: number) => trust * ((sum[i] as number) / count - (base[i] as number));
    centres.set(
      language,
      base.map((value, i) => value + shift(i) + (1 - trust) * (centre[i] as number)),
    );
  }
  return { centres, centre };
}

/** Takes out the direction from blame to praise, or themes would split into "good battery" and "bad battery". */
function withoutMood(vectors: Float64Array[], sentences: readonly Vectored[]): Float64Array[] {
  const side = (label: string) => vectors.filter((_, i) => sentences[i]?.sentiment.label === label);
  const [praise, blame] = [side("positive"), side("negative")];
  if (praise.length < EACH_SIDE || blame.length < EACH_SIDE) return vectors.map(unit);
  const [good, bad] = [meanVector(praise), meanVector(blame)];
  const mood = unit(good.map((value, i) => value - (bad[i] as number)));
  return vectors.map((vector) => unit(without(vector, mood)));
}

function meanVector(vectors: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) addScaled(mean, vector, 1 / vectors.length);
  return mean;
}

/** By subspace iteration (Halko et al. 2011, arXiv:0909.4061); starts are fixed, so it repeats. */
function principalAxes(sample: readonly Float64Array[]): Float64Array[] {
  let basis = sample
    .filter((_, i) => i % Math.max(1, Math.floor(sample.length / DIMENSIONS)) === 0)
    .slice(0, DIMENSIONS);
  for (let round = 0; round < ROUNDS; round++) basis = orthonormal(multiply(sample, basis));
  return basis;
}

/** Covariance times basis, without making the covariance. */
function multiply(sample: readonly Float64Array[], basis: readonly Float64Array[]): Float64Array[] {
  const out = basis.map((axis) => new Float64Array(axis.length));
  const along = new Float64Array(basis.length);
  for (const vector of sample) {
    dots(vector, basis, along);
    for (const [k, target] of out.entries()) addScaled(target, vector, along[k] as number);
  }
  return out;
}

/** Modified Gram–Schmidt; directions that vanish are dropped. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const out: Float64Array[] = [];
  for (const vector of vectors) {
    let rest = vector;
    for (const axis of out) rest = without(rest, axis);
    if (squaredLength(rest) > 1e-10) out.push(unit(rest));
  }
  return out;
}

/** What is left of a vector across a direction of length 1. */
function without(vector: Float64Array, direction: Float64Array): Float64Array {
  let along = 0;
  for (let i = 0; i < vector.length; i++) along += (vector[i] as number) * (direction[i] as number);
  const rest = Float64Array.from(vector);
  addScaled(rest, direction, -along);
  return rest;
}

function addScaled(target: Float64Array, vector: Float64Array, weight: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + weight * (vector[i] as number);
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(squaredLength(vector));
  return length > 0 ? vector.map((value) => value / length) : vector;
}

function squaredLength(vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) ** 2;
  return sum;
}

/** What makes a stored vector's length 1; 0 for one without length. */
function lengthScale(vector: Int8Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) ** 2;
  return sum > 0 ? 1 / Math.sqrt(sum) : 0;
}
