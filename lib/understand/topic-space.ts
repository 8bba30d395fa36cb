/**
 * Sentence vectors made comparable for topics: language and mood taken out, few dimensions left.
 * What remains close is about the same matter, whatever the language and whether it is praised or blamed.
 */
import type { Sentence } from "../domain";
import { dot } from "./centres";
import { meanOf, normalise, restore, shrunkMean, subtract } from "./vectors";

/** Dimensions kept; more hold noise, and clustering pays for each. */
const DIMENSIONS = 64;
/** Fewer sentences have no shape to find: they keep all dimensions. */
const ENOUGH_TO_REDUCE = 150;
const LANGUAGE_STRENGTH = 25;
const EACH_SIDE = 5;
const SAMPLE = 1500;

/**
 * @param means shipped mean vectors per language, when at hand: they help languages of which the page has few sentences
 * @returns one L2-normalised vector per sentence
 */
export function topicSpace(sentences: readonly Sentence[], means?: ReadonlyMap<string, Float32Array>): Float32Array[] {
  const raw = sentences.map((sentence) => restore(sentence.vector));
  const centred = centrePerLanguage(raw, sentences, means);
  const calm = removeMood(centred, sentences).map(normalise);
  return calm.length >= ENOUGH_TO_REDUCE ? reduce(calm) : calm;
}

function centrePerLanguage(
  raw: readonly Float32Array[],
  sentences: readonly Sentence[],
  means?: ReadonlyMap<string, Float32Array>,
): Float32Array[] {
  const shifted = raw.map((vector, i) => {
    const mean = means?.get(sentences[i]?.language ?? "");
    return mean ? subtract(vector, mean) : vector;
  });
  const overall = meanOf(shifted) ?? new Float32Array();
  const centres = new Map<string, Float32Array>();
  for (const language of new Set(sentences.map((sentence) => sentence.language))) {
    const own = shifted.filter((_, i) => sentences[i]?.language === language);
    centres.set(language, shrunkMean(own, overall, LANGUAGE_STRENGTH));
  }
  return shifted.map((vector, i) => subtract(vector, centres.get(sentences[i]?.language ?? "") ?? overall));
}

/** Takes out the direction from blame to praise, or themes would split into "good battery" and "bad battery". */
function removeMood(vectors: Float32Array[], sentences: readonly Sentence[]): Float32Array[] {
  const side = (label: string) => vectors.filter((_, i) => sentences[i]?.sentiment.label === label);
  const [praise, blame] = [side("positive"), side("negative")];
  if (praise.length < EACH_SIDE || blame.length < EACH_SIDE) return vectors;
  const mood = normalise(subtract(meanOf(praise) as Float32Array, meanOf(blame) as Float32Array));
  return vectors.map((vector) => {
    const along = dot(vector, mood);
    return vector.map((value, i) => value - along * (mood[i] as number));
  });
}

/** Principal components by subspace iteration (Halko et al. 2011, arXiv:0909.4061) on a sample; starts are fixed, so it repeats. */
function reduce(vectors: readonly Float32Array[]): Float32Array[] {
  const step = Math.max(1, Math.ceil(vectors.length / SAMPLE));
  const sample = vectors.filter((_, i) => i % step === 0);
  let basis = sample
    .filter((_, i) => i % Math.max(1, Math.floor(sample.length / DIMENSIONS)) === 0)
    .slice(0, DIMENSIONS);
  for (let round = 0; round < 4; round++) basis = orthonormal(multiply(sample, basis));
  return vectors.map((vector) => normalise(Float32Array.from(basis, (axis) => dot(vector, axis))));
}

/** Covariance times basis, without making the covariance. */
function multiply(sample: readonly Float32Array[], basis: readonly Float32Array[]): Float32Array[] {
  const out = basis.map((axis) => new Float32Array(axis.length));
  for (const vector of sample) {
    for (const [k, axis] of basis.entries()) {
      const along = dot(vector, axis);
      const target = out[k] as Float32Array;
      for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + along * (vector[i] as number);
    }
  }
  return out;
}

/** Modified Gram–Schmidt; directions that vanish are dropped. */
function orthonormal(vectors: readonly Float32Array[]): Float32Array[] {
  const out: Float32Array[] = [];
  for (const vector of vectors) {
    const rest = Float32Array.from(vector);
    for (const axis of out) {
      const along = dot(rest, axis);
      for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - along * (axis[i] as number);
    }
    if (dot(rest, rest) > 1e-10) out.push(normalise(rest));
  }
  return out;
}
