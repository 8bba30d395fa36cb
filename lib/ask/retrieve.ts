/** Finds the sentences that bear on a question: by meaning over languages, and by shared words where the language is the same. */
import type { Sentence } from "../domain";
import { type EvidenceIndex, type IndexedSentence, indexEvidence, wordWeight } from "./evidence-index";
import { guessLanguage } from "./language";
import type { ReadReview } from "./material";
import { centre, dot, generalMean, type Vector } from "./vectors";
import { contentWords } from "./words";

/**
 * Logistic weights over centred cosine and the share of the question's words found, learnt by regression on the development
 * products of test/fixtures/ask and checked on the others by `npm run eval:ask`. `other`: question and sentence differ in
 * language, so that a missing word proves nothing.
 */
const SENTENCE = { same: { meaning: 10.4, words: 5.8, bias: -4.5 }, other: { meaning: 17, words: 3, bias: -4.6 } };
const QUESTION = { same: { meaning: 41, words: 2.5, bias: -14.4 }, other: { meaning: 18.7, words: 2.5, bias: -4.9 } };
/** The best three sentences decide whether a question is talked about: one alone may be chance. */
const DECIDING = 3;

export interface Match {
  sentence: Sentence;
  entry: IndexedSentence;
  /** Probability that the sentence is about what was asked, 0–1. */
  score: number;
  /** Centred cosine, −1..1. */
  meaning: number;
  /** Share of the question's words found in it, weighted by how much each tells, 0–1. */
  words: number;
  sameLanguage: boolean;
}

export interface Search {
  /** Encoder vector of the text below. */
  queryVector: Vector;
  queryText: string;
  reviews: readonly ReadReview[];
  sentences: readonly Sentence[];
  /** Made from the same reviews and sentences; saves the work when many questions are asked. */
  index?: EvidenceIndex;
  /** How many to return; all when absent. */
  limit?: number;
}

/**
 * @returns sentences, best first; ties in order of review and place, so that asking twice gives the same answer
 */
export function searchByMeaning(search: Search): Match[] {
  const index = search.index ?? indexEvidence(search.reviews, search.sentences);
  const language = guessLanguage(search.queryText);
  const vector = centre(search.queryVector, generalMean("questions", language));
  const stems = [...new Set(contentWords(search.queryText, language).map((word) => word.stem))];
  const weights = stems.map((stem) => ({ stem, weight: wordWeight(index, stem) }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const matches = index.entries.map((entry): Match => {
    const meaning = dot(vector, entry.vector);
    const found = weights.reduce((sum, { stem, weight }) => sum + (entry.stems.has(stem) ? weight : 0), 0);
    const words = total > 0 ? found / total : 0;
    const sameLanguage = entry.language === language;
    const score = logistic(sameLanguage ? SENTENCE.same : SENTENCE.other, meaning, words);
    return { sentence: entry.sentence, entry, score, meaning, words, sameLanguage };
  });
  matches.sort((a, b) => b.score - a.score || compareText(a.sentence.id, b.sentence.id));
  return search.limit === undefined ? matches : matches.slice(0, search.limit);
}

/**
 * @param matches of one search, in any order, perhaps narrowed to a segment
 * @returns probability that these reviewers talk about what was asked, 0–1; 0 without matches
 */
export function coverage(matches: readonly Match[]): number {
  const same = matches.filter((match) => match.sameLanguage);
  const other = matches.filter((match) => !match.sameLanguage);
  return Math.max(coverageOf(same, QUESTION.same), coverageOf(other, QUESTION.other));
}

function coverageOf(matches: readonly Match[], weights: LogisticWeights): number {
  if (matches.length === 0) return 0;
  const meanings = matches.map((match) => match.meaning).sort((a, b) => b - a);
  const deciding = meanings.slice(0, DECIDING);
  const meaning = deciding.reduce((sum, value) => sum + value, 0) / deciding.length;
  const words = Math.max(...matches.slice(0, 1000).map((match) => match.words));
  return logistic(weights, meaning, words);
}

interface LogisticWeights {
  meaning: number;
  words: number;
  bias: number;
}

function logistic(weights: LogisticWeights, meaning: number, words: number): number {
  return 1 / (1 + Math.exp(-(weights.meaning * meaning + weights.words * words + weights.bias)));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
