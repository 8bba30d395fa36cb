/**
 * From distances to probabilities: how likely a sentence is about a question, and how likely a question is talked about at all.
 * Logistic weights near those that scripts/eval/ask-calibrate.ts learns on the development products of test/fixtures/ask,
 * checked on the other products by `npm run eval:ask`. Those of sentences lean more on meaning than was learnt, since the labels
 * know only words; those of the examples were set by hand at a precision of about 0.8. `other`: question and sentence differ
 * in language, so that a missing word proves nothing.
 */
import type { Match } from "./retrieve";
import { dot, unit } from "./vectors";

interface Weights {
  meaning: number;
  words: number;
  /** Of the likeness to sentences already known to be about it. */
  likeness?: number;
  bias: number;
}

const SENTENCE = { same: { meaning: 16, words: 4.5, bias: -5.2 }, other: { meaning: 17, words: 3, bias: -4 } };
const BY_EXAMPLE = {
  same: { meaning: 4, words: 5, likeness: 5, bias: -3.4 },
  other: { meaning: 12, words: 3, likeness: 4, bias: -4 },
};
/** The more sentences there are, the better the best of them fit by mere chance: `amount` weighs their logarithm. */
const QUESTION = {
  same: { meaning: 34.4, words: 3.9, amount: -1.8, bias: -1.7 },
  other: { meaning: 37, words: 4, amount: -0.8, bias: -4 },
};
/** Fewer or more sentences than these were not measured, so they are held to be like these. */
const MEASURED = { fewest: 40, most: 400 };
/** One sentence alone may be chance. */
const DECIDING = 3;
/** The surest sentences, from which others are recognised. */
const EXAMPLES = 8;
const SURE = 0.5;

/** @returns probability that a sentence is about the question, 0–1 */
export function sentenceScore({
  meaning,
  words,
  sameLanguage,
}: Pick<Match, "meaning" | "words" | "sameLanguage">): number {
  return logistic(sameLanguage ? SENTENCE.same : SENTENCE.other, meaning, words);
}

/**
 * Relevance feedback (Rocchio 1971): what the surest sentences have in common finds those that say the same in other words
 * or in another language. Only for questions known to be talked about: else it would find what chance resembles.
 * @param matches of one search, best first
 * @returns the same matches with new scores, best first; none when no sentence is sure, or a single one in another language is
 */
export function scoreByExample(matches: readonly Match[]): Match[] {
  const examples = surest(matches);
  if (examples.length < 2) return examples[0]?.sameLanguage ? [...matches] : [];
  const all = commonTo(examples);
  const scored = matches.map((match) => {
    const others = examples.includes(match) ? commonTo(examples.filter((example) => example !== match)) : all;
    const likeness = dot(match.entry.vector, others);
    const weights = match.sameLanguage ? BY_EXAMPLE.same : BY_EXAMPLE.other;
    return { ...match, score: logistic(weights, match.meaning, match.words, likeness) };
  });
  return scored.sort((a, b) => b.score - a.score || (a.sentence.id < b.sentence.id ? -1 : 1));
}

/** Of the question's language or of others, whichever speaks of it: a chance hit in the one must not borrow from the other. */
function surest(matches: readonly Match[]): Match[] {
  const covered = [true, false].filter((same) => coverage(matches.filter((m) => m.sameLanguage === same)) >= SURE);
  return matches.slice(0, EXAMPLES).filter((match) => match.score >= SURE && covered.includes(match.sameLanguage));
}

/** What these sentences have in common, the surer the more; length 1. */
function commonTo(examples: readonly Match[]): Float32Array {
  const sum = new Float32Array(examples[0]?.entry.vector.length ?? 0);
  for (const { entry, score } of examples)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + score * (entry.vector[i] ?? 0);
  return unit(sum);
}

/**
 * @param matches of one search, in any order, perhaps narrowed to a segment
 * @returns probability that these reviewers talk about what was asked, 0–1; 0 without matches
 */
export function coverage(matches: readonly Match[]): number {
  const same = matches.filter((match) => match.sameLanguage);
  const other = matches.filter((match) => !match.sameLanguage);
  return Math.max(coverageOf(same, "same"), coverageOf(other, "other"));
}

function coverageOf(matches: readonly Match[], side: "same" | "other"): number {
  if (matches.length === 0) return 0;
  const { amount, ...weights } = QUESTION[side];
  const best = matches.map((match) => match.meaning).sort((a, b) => b - a);
  const deciding = best.slice(0, DECIDING);
  const meaning = deciding.reduce((sum, value) => sum + value, 0) / deciding.length;
  const words = matches.reduce((most, match) => Math.max(most, match.words), 0);
  const bias = weights.bias + amount * Math.log(Math.min(MEASURED.most, Math.max(MEASURED.fewest, matches.length)));
  return logistic({ ...weights, bias }, meaning, words);
}

function logistic(weights: Weights, meaning: number, words: number, likeness = 0): number {
  const sum = weights.meaning * meaning + weights.words * words + (weights.likeness ?? 0) * likeness + weights.bias;
  return 1 / (1 + Math.exp(-sum));
}
