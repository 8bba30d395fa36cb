/**
 * A sentence alone often does not tell whether it praises: "Engine noise is cut down to a soft hush." Its writer does, by the
 * stars beside it and by everything else in the text. Both enter as prior odds in Bayes' rule; what the words say clearly stays.
 */
import { judge, type SentenceSentiment } from "./sentiment";

/**
 * Log odds of praise against blame that stars give before a word is read, per point from the middle: about 8 to 1 at five
 * stars and 1 to 8 at one. Set by hand: no data at hand has both stars and labelled sentences.
 */
const PER_STAR = 1.05;
/** Log odds that the rest of the review gives when it is all praise. Lower: the same head judged it. */
const REST = 0.8;

/** Words, stars and the rest together and still in doubt: then nobody is quoted as praising or blaming. */
const DOUBT = 0.25;

export interface SentenceContext {
  /** The writer's own rating on 1–5, when there is one. */
  given?: number;
  /** Mean score of the review's other sentences, −1..1. */
  rest: number;
}

/** @returns the sentiment of the sentence as its writer meant it; the probabilities still sum to 1 */
export function inContext(sentence: SentenceSentiment, { given, rest }: SentenceContext): SentenceSentiment {
  const stars = given === undefined ? 0 : PER_STAR * (given - 3);
  const odds = stars + REST * rest;
  const negative = sentence.probabilities.negative * Math.exp(-odds / 2);
  const positive = sentence.probabilities.positive * Math.exp(odds / 2);
  const { neutral, mixed } = sentence.probabilities;
  const sum = negative + neutral + positive + mixed;
  return judge(
    { negative: negative / sum, neutral: neutral / sum, positive: positive / sum, mixed: mixed / sum },
    DOUBT,
  );
}

/** @returns for each score the mean of all others, 0 when there is none */
export function restOf(scores: readonly number[]): number[] {
  const sum = scores.reduce((total, score) => total + score, 0);
  return scores.map((score) => (scores.length > 1 ? (sum - score) / (scores.length - 1) : 0));
}
