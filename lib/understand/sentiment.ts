/** Sentiment of sentences by a learnt head, and of whole reviews by what their sentences say. */
import type { Polarity, Sentiment } from "../domain";
import { CLASSES, type Class, type Dense, type Heads } from "./heads";
import { shrunkMean, subtract } from "./vectors";

/** A sentence's sentiment with what the head believes about each class (sums to 1, calibrated). */
export interface SentenceSentiment extends Sentiment {
  label: Class;
  probabilities: Record<Class, number>;
}

/** In the batch, an unknown language's own mean is trusted like the prior after this many sentences. */
const PRIOR_STRENGTH = 40;
/** A score nearer to zero than this takes no side, whichever class is a little ahead. */
const UNDECIDED = 0.1;

/**
 * Centres for the languages at hand. Known languages keep the shipped centre, so the same sentence gets the same score in every batch;
 * others get the mean seen, shrunk to the prior.
 */
export function centresFor(
  languages: readonly string[],
  vectors: readonly Float32Array[],
  heads: Heads,
): Map<string, Float32Array> {
  const centres = new Map<string, Float32Array>();
  for (const language of new Set(languages)) {
    const own = vectors.filter((_, i) => languages[i] === language);
    centres.set(language, heads.means.get(language) ?? shrunkMean(own, heads.prior, PRIOR_STRENGTH));
  }
  return centres;
}

/**
 * @param vector L2-normalised sentence vector as the encoder gave it
 * @param centre mean vector of the sentence's language
 */
export function sentenceSentiment(vector: Float32Array, centre: Float32Array, heads: Heads): SentenceSentiment {
  const logits = applyLayers(heads.sentiment, subtract(vector, centre));
  const probabilities = softmax(logits, heads.temperature);
  const of = (name: Class) => probabilities[CLASSES.indexOf(name)] ?? 0;
  return judge({ negative: of("negative"), neutral: of("neutral"), positive: of("positive") });
}

/**
 * @param probabilities sum to 1
 * @param undecided a score nearer to 0 than this is neutral
 * @returns the likeliest class; one that hardly leads is neutral
 */
export function judge(probabilities: Record<Class, number>, undecided = UNDECIDED): SentenceSentiment {
  const best = CLASSES.reduce((a, b) => (probabilities[b] > probabilities[a] ? b : a));
  const score = probabilities.positive - probabilities.negative;
  return { label: Math.abs(score) < undecided ? "neutral" : best, score, probabilities };
}

/** Dense layers with ReLU between them. */
export function applyLayers(layers: readonly Dense[], input: Float32Array): Float32Array {
  let values = input;
  for (const [i, layer] of layers.entries()) {
    values = applyDense(layer, values);
    if (i < layers.length - 1) values = values.map((value) => Math.max(0, value));
  }
  return values;
}

export function applyDense(layer: Dense, input: ArrayLike<number>): Float32Array {
  const out = Float32Array.from(layer.bias);
  for (let row = 0; row < layer.outputs; row++) {
    let sum = out[row] as number;
    const start = row * layer.inputs;
    for (let i = 0; i < layer.inputs; i++) sum += (layer.weights[start + i] as number) * (input[i] as number);
    out[row] = sum;
  }
  return out;
}

/** Numerically stable softmax of logits divided by a temperature. */
export function softmax(logits: Float32Array, temperature = 1): number[] {
  const top = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp((logit - top) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** A sentence (or title) as one voice in the sentiment of its review. */
export interface Voice {
  sentiment: SentenceSentiment;
  /** UTF-16 length of what was said. */
  length: number;
}

/** Below this share of opinion in the text, a review states facts. */
const OPINION_NEEDED = 0.3;
/** Both sides need this share of the opinion to call a review mixed. */
const SIDE_NEEDED = 0.3;
const SURE = 0.6;

/** @returns positive, negative, neutral or mixed, and a score of −1..1 in which facts weigh little */
export function reviewSentiment(voices: readonly Voice[]): Sentiment {
  const mass = opinionMass(voices);
  const opinion = mass.positive + mass.negative;
  if (opinion === 0) return { label: "neutral", score: 0 };
  const score = (mass.positive - mass.negative) / (opinion + 0.5 * mass.neutral);
  return { label: labelOf(mass, opinion, score, voices), score: Math.max(-1, Math.min(1, score)) };
}

function labelOf(mass: Record<Class, number>, opinion: number, score: number, voices: readonly Voice[]): Polarity {
  if (opinion / (opinion + mass.neutral) < OPINION_NEEDED) return "neutral";
  const weaker = Math.min(mass.positive, mass.negative) / opinion;
  const says = (side: Class) => voices.some((voice) => voice.sentiment.probabilities[side] >= SURE);
  if (weaker >= SIDE_NEEDED && says("positive") && says("negative")) return "mixed";
  if (Math.abs(score) < UNDECIDED) return "neutral";
  return score > 0 ? "positive" : "negative";
}

/** Longer sentences weigh more, but not in proportion: a one-word verdict counts too. */
function opinionMass(voices: readonly Voice[]): Record<Class, number> {
  const mass: Record<Class, number> = { negative: 0, neutral: 0, positive: 0 };
  for (const { sentiment, length } of voices) {
    const weight = Math.sqrt(Math.min(length, 240) + 20);
    for (const name of CLASSES) mass[name] += weight * sentiment.probabilities[name];
  }
  return mass;
}
