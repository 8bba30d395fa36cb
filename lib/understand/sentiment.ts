/** Sentiment of sentences by the reader network, and of whole reviews by what their sentences say. */
import type { IntentMark, Polarity, Sentiment } from "../domain";
import type { TextReading } from "../models/model";
import type { Calibration, Dense } from "./heads";
import { CLASSES, type Class, part, SENTENCE, sigmoid, softmax } from "./reading";

/** A sentence's sentiment with what the reader believes about each class (sums to 1, calibrated). */
export interface SentenceSentiment extends Sentiment {
  label: Class;
  confidence: number;
  probabilities: Record<Class, number>;
}

/** A score nearer to zero than this takes no side, whichever class is a little ahead. */
const UNDECIDED = 0.1;

/** @returns what the words of one sentence say by themselves */
export function sentenceSentiment(
  reading: Pick<TextReading, "sentence">,
  { sentiment }: Pick<Calibration, "sentiment">,
): SentenceSentiment {
  const chances = softmax(part(reading.sentence, SENTENCE.sentiment), sentiment);
  const of = (name: Class) => chances[CLASSES.indexOf(name)] ?? 0;
  return judge({
    negative: of("negative"),
    neutral: of("neutral"),
    positive: of("positive"),
    mixed: of("mixed"),
  });
}

/**
 * @param probabilities sum to 1
 * @param undecided a score nearer to 0 than this is neutral, unless the sentence is mixed
 * @returns the likeliest class; a side that hardly leads is neutral
 */
export function judge(probabilities: Record<Class, number>, undecided = UNDECIDED): SentenceSentiment {
  const best = CLASSES.reduce((a, b) => (probabilities[b] > probabilities[a] ? b : a));
  const score = probabilities.positive - probabilities.negative;
  const sided = best === "positive" || best === "negative";
  const label = sided && Math.abs(score) < undecided ? "neutral" : best;
  return { label, score, confidence: probabilities[label], probabilities };
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

/** A sentence (or title) as one voice in the sentiment of its review. */
export interface Voice {
  sentiment: SentenceSentiment;
  intents?: IntentMark[];
  /** UTF-16 length of what was said. */
  length: number;
}

/** Below this share of opinion in the text, a review states facts. */
const OPINION_NEEDED = 0.3;
/** Both sides need this share of the opinion to call a review mixed. */
const SIDE_NEEDED = 0.37;
const SURE = 0.6;

/** @returns positive, negative, neutral or mixed, and a score of −1..1 in which facts weigh little */
export function reviewSentiment(voices: readonly Voice[]): Sentiment {
  const mass = opinionMass(voices);
  const opinion = mass.positive + mass.negative;
  if (opinion === 0) return { label: "neutral", score: 0 };
  const score = (mass.positive - mass.negative) / (opinion + 0.5 * mass.neutral);
  return { label: labelOf(mass, opinion, score, voices), score: Math.max(-1, Math.min(1, score)) };
}

/**
 * @returns chance that the label of a review is right: for a side the further from the middle the surer; the middle itself is a matter of taste
 * and nothing at hand measures it
 */
export function reviewConfidence(
  { label, score }: Sentiment,
  { review }: Pick<Calibration, "review">,
): number | undefined {
  if (label !== "positive" && label !== "negative") return undefined;
  return sigmoid(review.offset + review.slope * Math.abs(score));
}

interface Mass {
  negative: number;
  neutral: number;
  positive: number;
}

function labelOf(mass: Mass, opinion: number, score: number, voices: readonly Voice[]): Polarity {
  if (opinion / (opinion + mass.neutral) < OPINION_NEEDED) return "neutral";
  const weaker = Math.min(mass.positive, mass.negative) / opinion;
  const says = (side: "positive" | "negative") =>
    voices.some(({ sentiment: { probabilities } }) => probabilities[side] + probabilities.mixed >= SURE);
  if (weaker >= SIDE_NEEDED && says("positive") && says("negative")) return "mixed";
  if (Math.abs(score) < UNDECIDED) return "neutral";
  return score > 0 ? "positive" : "negative";
}

/** Longer sentences weigh more, but not in proportion: a one-word verdict counts too. A mixed one speaks for both sides. */
function opinionMass(voices: readonly Voice[]): Mass {
  const mass: Mass = { negative: 0, neutral: 0, positive: 0 };
  for (const { sentiment, length } of voices) {
    const weight = Math.sqrt(Math.min(length, 240) + 20);
    const { probabilities } = sentiment;
    for (const name of ["negative", "neutral", "positive"] as const) mass[name] += weight * probabilities[name];
    mass.negative += (weight * probabilities.mixed) / 2;
    mass.positive += (weight * probabilities.mixed) / 2;
  }
  return mass;
}
