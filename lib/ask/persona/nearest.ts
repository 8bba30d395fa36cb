/** Reviewers whose words bear on a description: the nearest there are, which does not make them like it. */
import type { Quote } from "../../domain";
import type { EvidenceIndex } from "../evidence-index";
import type { Material } from "../material";
import { searchByMeaning } from "../retrieve";
import { coverage } from "../scores";
import type { Vector } from "../vectors";

/** Probabilities as in answers: that it is spoken of at all, and that a sentence is about it. */
const COVERED = 0.5;
const RELEVANT = 0.4;

export interface NearReviewer {
  /** Their reviews that bear on it. */
  reviewIds: string[];
  /** Their sentence that fits best. */
  quote: Quote;
  /** Probability that it is about what the description names, 0–1. */
  score: number;
}

export interface NearestWanted extends Pick<Material, "reviews" | "sentences"> {
  description: string;
  /** The description's encoder vector. */
  descriptionVector: Vector;
  /** Of the same reviews and sentences. */
  index?: EvidenceIndex;
}

/** @returns by meaning and words, nearest first, each person once; empty when nobody writes of what the description names */
export function nearestReviewers({ description, descriptionVector, ...material }: NearestWanted): NearReviewer[] {
  const matches = searchByMeaning({ queryText: description, queryVector: descriptionVector, ...material });
  if (coverage(matches) < COVERED) return [];
  const people = new Map<string, NearReviewer>();
  for (const { entry, sentence, score } of matches) {
    if (score < RELEVANT) break; // best first
    const { reviewId, start, end } = sentence;
    const known = people.get(entry.reviewer);
    if (!known) people.set(entry.reviewer, { reviewIds: [reviewId], quote: { reviewId, start, end }, score });
    else if (!known.reviewIds.includes(reviewId)) known.reviewIds.push(reviewId);
  }
  return [...people.values()];
}
