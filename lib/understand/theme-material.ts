/** What themes are made from: sentences worth grouping, with their words and their places in topic space. */
import type { Finding, Review, Sentence } from "../domain";
import { DuplicateIndex } from "./duplicates";
import { flagsOf } from "./flags";
import { indexTerms, type TermIndex } from "./terms";
import { fitTopicSpace, placeInTopicSpace, type TopicSpace } from "./topic-space";

/** A review, with what was found about it when it was understood. */
export type ThemedReview = Review & { finding?: Pick<Finding, "flags"> };

export interface ThemeInput {
  reviews: readonly ThemedReview[];
  sentences: readonly Sentence[];
  /** Name of what is reviewed: its words ("headphones") name no theme. */
  about?: string;
  /** Shipped mean vectors per language (`Heads.means`). */
  means?: ReadonlyMap<string, Float32Array>;
}

export interface Material {
  sentences: Sentence[];
  texts: string[];
  vectors: Float32Array[];
  space: TopicSpace;
  index: TermIndex;
  /** Those whose sentences count, by id. */
  reviews: Map<string, ThemedReview>;
  /** The language most sentences are in. */
  language: string;
}

/** Advertising, instructions to machines, repeated texts and texts without words make no theme, and neither do their sentences. */
const UNUSABLE = new Set(["spam", "instructions", "duplicate", "no-words"]);

/** @returns the material of a collection; the order of the sentences is kept */
export function gatherMaterial({ reviews, sentences, means, about = "" }: ThemeInput): Material {
  const byId = new Map(usableReviews(reviews).map((review) => [review.id, review]));
  const chosen = sentences.filter((sentence) => byId.has(sentence.reviewId));
  const texts = chosen.map((sentence) => byId.get(sentence.reviewId)?.body.slice(sentence.start, sentence.end) ?? "");
  const texted = chosen.map((sentence, i) => ({ text: texts[i] ?? "", language: sentence.language }));
  const space = fitTopicSpace(chosen, means);
  const vectors = chosen.map((sentence) => placeInTopicSpace(space, sentence));
  const language = commonest(chosen.map((sentence) => sentence.language));
  return { sentences: chosen, texts, vectors, space, index: indexTerms(texted, about), reviews: byId, language };
}

/** Flags that were found before are taken as they are; reviews without any are judged here. */
export function usableReviews(reviews: readonly ThemedReview[]): ThemedReview[] {
  const seen = new DuplicateIndex();
  return reviews.filter(({ id, body, finding }) => {
    if (finding) return !finding.flags.some((flag) => UNUSABLE.has(flag));
    return flagsOf(body).length === 0 && !seen.add(id, body);
  });
}

/** @returns number of reviews these sentences are from */
export function countReviews(members: readonly number[], { sentences }: Pick<Material, "sentences">): number {
  return new Set(members.map((i) => sentences[i]?.reviewId)).size;
}

/** @returns the value that is there most often; "und" for none */
export function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "und";
}

/** @returns at most about `most` of the members, taken evenly: enough to name a theme by and to quote from */
export function evenly(members: readonly number[], most: number): readonly number[] {
  const step = Math.ceil(members.length / most);
  return step <= 1 ? members : members.filter((_, k) => k % step === 0);
}
