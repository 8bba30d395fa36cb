/** From two texts compared to a verdict. Learnt by scripts/eval/ask-support.ts; see `npm run eval:ask` for how often it is right. */
import type { Sentiment, Statement } from "../../domain";

export interface PairFeatures {
  /** Centred cosine, −1..1. */
  likeness: number;
  /** Share of the statement's content words found in the passage, 0–1. */
  words: number;
  sameLanguage: boolean;
  statement: Sentiment;
  passage: Sentiment;
}

interface Weights {
  likeness: number;
  words: number;
  bias: number;
}

const SAME: Weights = { likeness: 12, words: 3, bias: -6 };
const OTHER: Weights = { likeness: 14, words: 0, bias: -6 };
/** Scores this far apart, on different sides of zero, judge it the other way. */
const APART = 0.7;

/** @returns whether the passage is about what the statement says, and judges it the same way */
export function judge(pair: PairFeatures): Statement["support"] {
  if (aboutTheSame(pair) < 0.5) return "unsupported";
  if (opposed(pair)) return "contradicted";
  return "supported";
}

/** @returns probability that both are about the same thing, 0–1 */
export function aboutTheSame({ likeness, words, sameLanguage }: PairFeatures): number {
  const weights = sameLanguage ? SAME : OTHER;
  return 1 / (1 + Math.exp(-(weights.likeness * likeness + weights.words * words + weights.bias)));
}

/** Praise against blame; a mixed text agrees with either side, a neutral one with both. */
function opposed({ statement, passage }: PairFeatures): boolean {
  if (statement.label === "mixed" || passage.label === "mixed") return false;
  return statement.score * passage.score < 0 && Math.abs(statement.score - passage.score) > APART;
}
