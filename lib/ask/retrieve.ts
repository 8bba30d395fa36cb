/** Finds the sentences that bear on a question: by meaning over languages, and by shared words where the language is the same. */
import type { Sentence } from "../domain";
import { type EvidenceIndex, type IndexedSentence, indexEvidence, wordWeight } from "./evidence-index";
import { guessLanguage } from "./language";
import type { ReadReview } from "./material";
import { sentenceScore } from "./scores";
import { centre, dot, generalMean, type Vector } from "./vectors";
import { contentWords } from "./words";

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
    const score = sentenceScore({ meaning, words, sameLanguage });
    return { sentence: entry.sentence, entry, score, meaning, words, sameLanguage };
  });
  matches.sort((a, b) => b.score - a.score || compareText(a.sentence.id, b.sentence.id));
  return search.limit === undefined ? matches : matches.slice(0, search.limit);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
