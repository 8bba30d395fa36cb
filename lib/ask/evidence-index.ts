/** What searching needs to know about every sentence, made once per subject and used for many questions. */
import type { Review, Sentence } from "../domain";
import { onItsOwnSide } from "./drawback";
import { primaryLanguage } from "./language";
import { byId, countingReviews, groupBy, type ReadReview, reviewerOf, textOf } from "./material";
import { centre, generalMean, meanOf } from "./vectors";
import { contentWords } from "./words";

/** How many sentences the general mean of a language weighs against the subject's own. */
const MEAN_WEIGHT = 30;

export interface IndexedSentence {
  /** On the side its own words take. */
  sentence: Sentence;
  text: string;
  review: Review;
  /** Key of the person who wrote it. */
  reviewer: string;
  language: string;
  stems: ReadonlySet<string>;
  /** Centred on its language, length 1. */
  vector: Float32Array;
}

export interface EvidenceIndex {
  entries: IndexedSentence[];
  /** In how many reviews a stem occurs. */
  frequency: ReadonlyMap<string, number>;
  reviews: number;
  /** Language → mean vector of its sentences, drawn towards the general one while they are few. */
  means: ReadonlyMap<string, Float32Array>;
}

/**
 * @param reviews of one subject; those that do not count (spam, instructions, no words) leave no entry
 * @param sentences of these reviews, in any order
 */
export function indexEvidence(reviews: readonly ReadReview[], sentences: readonly Sentence[]): EvidenceIndex {
  const counting = byId(countingReviews(reviews));
  const usable = sentences.filter((sentence) => counting.has(sentence.reviewId));
  const means = new Map<string, Float32Array>();
  for (const [language, group] of groupBy(usable, (sentence) => primaryLanguage(sentence.language))) {
    const vectors = group.map((sentence) => sentence.vector);
    means.set(language, meanOf(vectors, generalMean("statements", language), MEAN_WEIGHT));
  }
  const entries = usable.flatMap((sentence) => {
    const review = counting.get(sentence.reviewId);
    const language = primaryLanguage(sentence.language);
    const mean = means.get(language);
    if (!review || !mean) return [];
    const text = textOf(sentence, counting);
    const stems = new Set(contentWords(text, language).map((word) => word.stem));
    const vector = centre(sentence.vector, mean);
    return [
      {
        sentence: onItsOwnSide(sentence, counting),
        text,
        review,
        reviewer: reviewerOf(review),
        language,
        stems,
        vector,
      },
    ];
  });
  return { entries, frequency: reviewFrequency(entries), reviews: counting.size, means };
}

/** How much a word tells: 1 for a word of one review, towards 0 for a word everybody uses (inverse document frequency). */
export function wordWeight(index: EvidenceIndex, stem: string): number {
  const total = index.reviews + 1;
  return Math.max(0, Math.log(total / ((index.frequency.get(stem) ?? 0) + 0.5)) / Math.log(total + 1));
}

function reviewFrequency(entries: readonly IndexedSentence[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const [, group] of groupBy(entries, (entry) => entry.sentence.reviewId)) {
    const stems = new Set(group.flatMap((entry) => [...entry.stems]));
    for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  return frequency;
}
