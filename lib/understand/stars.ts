/** The rating a text suggests, and whether the stars given beside it say the opposite. */
import type { Intent, Review, Sentiment } from "../domain";
import type { Dense, Heads } from "./heads";
import { sigmoid } from "./reading";
import { applyDense, type Voice } from "./sentiment";

/** Inputs of the review heads: shares of opinion, the worst, best, first and last sentence (−1..1), and what was done about it (0–1). */
export const REVIEW_FEATURES = 11;

/** @returns the inputs of the review heads for a review's sentences (and title) in reading order */
export function reviewFeatures(voices: readonly Voice[], sentiment: Sentiment): Float32Array {
  const scores = voices.map((voice) => voice.sentiment.score);
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
  const does = (intent: Intent) => {
    const marks = voices.flatMap((voice) => voice.intents?.filter((mark) => mark.intent === intent) ?? []);
    return highest(marks.map(({ confidence = 0 }) => confidence));
  };
  return Float32Array.from([
    sentiment.score,
    mean(scores),
    mean(voices.map((voice) => voice.sentiment.probabilities.negative)),
    scores.reduce((a, b) => Math.min(a, b), 0),
    highest(scores),
    scores[0] ?? 0,
    scores.at(-1) ?? 0,
    mean(voices.map((voice) => voice.sentiment.probabilities.mixed)),
    Math.max(does("churn"), does("return")),
    does("problem"),
    Math.max(does("request"), does("comparison")),
  ]);
}

/** Above 0. Not `Math.max(...values)`: a file may hold one review of more sentences than a call has room for. */
function highest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}

/** What a whole review says of its writer. */
export interface Judgement {
  /** 1–5 in steps of a tenth. */
  stars: number;
  /** Chance that they would give four or five stars. */
  satisfied: number;
  /** 0–10 in steps of a tenth: ten times the chance that they would recommend. */
  recommends: number;
}

/** @returns what the words alone suggest */
export function judgeReview(
  voices: readonly Voice[],
  sentiment: Sentiment,
  heads: Pick<Heads, "stars" | "satisfied" | "recommends">,
): Judgement {
  const inputs = reviewFeatures(voices, sentiment);
  const out = (layer: Dense) => applyDense(layer, inputs)[0] ?? 0;
  return {
    stars: Math.round(Math.min(5, Math.max(1, out(heads.stars))) * 10) / 10,
    satisfied: sigmoid(out(heads.satisfied)),
    recommends: Math.round(sigmoid(out(heads.recommends)) * 100) / 10,
  };
}

/** @returns the reviewer's own rating on 1–5; undefined when there is none that makes sense: no star at all is none given */
export function ratingOfFive(review: Pick<Review, "rating" | "ratingScale">): number | undefined {
  const { rating, ratingScale = 5 } = review;
  if (rating === undefined || !Number.isFinite(rating) || ratingScale <= 0 || rating < 0 || rating > ratingScale)
    return undefined;
  if (rating === 0 && ratingScale <= 5) return undefined;
  return Math.max(1, (rating / ratingScale) * 5);
}

const POINTS_APART = 2;
const CLEAR = 0.58;
/** Four stars with a complaint, or two with praise, are usual: there the words must leave no doubt. */
const MIDDLING = 0.75;
/** A word or two must be clearer: "Test" means nothing. */
const FEW = 20;
const CLEARER = 0.8;

/** True when words and stars are at least two points apart and the words are clearly on the other side. */
export function contradictsStars(review: Review, sentiment: Sentiment, stars: number): boolean {
  const given = ratingOfFive(review);
  if (given === undefined || Math.abs(given - stars) < POINTS_APART) return false;
  const middling = given > 1.5 && given < 4.5;
  const needed = review.body.trim().length < FEW ? CLEARER : middling ? MIDDLING : CLEAR;
  if (sentiment.label === "positive") return given <= 2.5 && sentiment.score >= needed;
  if (sentiment.label === "negative") return given >= 3.5 && sentiment.score <= -needed;
  return false;
}
