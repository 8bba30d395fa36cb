/**
 * From two texts compared to a verdict. Weights by logistic regression on the development half of
 * test/fixtures/ask/support-pairs.json; `npm run eval:ask` prints how often the verdict is right on the other half.
 */
import type { Sentiment, Statement } from "../../domain";

export interface PairFeatures {
  /** Centred cosine, −1..1. */
  likeness: number;
  statement: Sentiment;
  passage: Sentiment;
}

/** `apart`: distance of the two scores; it weighs against support long before the sides differ. */
const SUPPORT = { likeness: 6.1, apart: -2, bias: -1.4 };
/** A statement that is dropped wrongly costs a sentence, one that stands wrongly costs trust: so more than an even chance is asked for. */
const SURE = 0.6;
/** Much less alike than this, two texts speak of different things and cannot contradict each other. */
const SAME_MATTER = 0.25;
/** Scores this far apart, on different sides of zero, judge it the other way. */
const OPPOSED = 0.7;

/** @returns whether the passage is about what the statement says, and judges it the same way */
export function judge(pair: PairFeatures): Statement["support"] {
  if (pair.likeness >= SAME_MATTER && opposed(pair)) return "contradicted";
  return supportScore(pair) >= SURE ? "supported" : "unsupported";
}

/** @returns probability that the passage says what the statement says, 0–1 */
export function supportScore({ likeness, statement, passage }: PairFeatures): number {
  const sum = SUPPORT.likeness * likeness + SUPPORT.apart * apart(statement, passage) + SUPPORT.bias;
  return 1 / (1 + Math.exp(-sum));
}

/** Praise against blame; a mixed text agrees with either side. */
function opposed({ statement, passage }: PairFeatures): boolean {
  return statement.score * passage.score < 0 && apart(statement, passage) > OPPOSED;
}

function apart(statement: Sentiment, passage: Sentiment): number {
  if (statement.label === "mixed" || passage.label === "mixed") return 0;
  return Math.abs(statement.score - passage.score);
}
