/** The reviewers of a subject as segments count them: people, not reviews, and only those whose words count. */
import type { Sentence, Theme } from "../../domain";
import { primaryLanguage } from "../language";
import { byId, countingReviews, type Material, type ReadReview, reviewerOf, textOf } from "../material";

export interface Crowd {
  /** Reviews that count, sorted by id: no result depends on the order in which they were read. */
  reviews: readonly ReadReview[];
  known: ReadonlyMap<string, ReadReview>;
  /** Of these reviews, sorted by id. */
  sentences: readonly Sentence[];
  themes: readonly Theme[];
  /** Review id → number of the person who wrote it, 0 to `people` − 1. */
  personOf: ReadonlyMap<string, number>;
  people: number;
  /** Primary language of each review, "und" where nobody knows. */
  languageOf: ReadonlyMap<string, string>;
  /** Language that most of these people write. */
  language: string;
}

/** Segments and personas of one settling look at the same material: it is gathered once, and forgotten with its sentences. */
const gathered = new WeakMap<Material["sentences"], { from: Material; crowd: Crowd }>();

/** @returns the same crowd for the same lists, which nobody may change */
export function gatherCrowd({ reviews, sentences, themes }: Material): Crowd {
  const known = gathered.get(sentences);
  if (known?.from.reviews === reviews && known.from.themes === themes) return known.crowd;
  const crowd = crowdOf({ reviews, sentences, themes });
  gathered.set(sentences, { from: { reviews, sentences, themes }, crowd });
  return crowd;
}

function crowdOf({ reviews, sentences, themes }: Material): Crowd {
  const counting = [...countingReviews(reviews)].sort(byIdOrder);
  const known = byId(counting);
  const personOf = new Map<string, number>();
  const numbers = new Map<string, number>();
  const languageOf = new Map<string, string>();
  for (const review of counting) {
    const reviewer = reviewerOf(review);
    const person = numbers.get(reviewer) ?? numbers.size;
    numbers.set(reviewer, person);
    personOf.set(review.id, person);
    languageOf.set(review.id, primaryLanguage(review.finding?.language ?? review.language ?? "und"));
  }
  return {
    reviews: counting,
    known,
    sentences: sentences.filter((sentence) => known.has(sentence.reviewId)).sort(byIdOrder),
    themes,
    personOf,
    people: numbers.size,
    languageOf,
    language: mostFrequent([...languageOf.values()].filter((language) => language !== "und")) ?? "und",
  };
}

/** @returns the people behind these reviews; those of unknown reviews are left out */
export function peopleOf(reviewIds: Iterable<string>, { personOf }: Pick<Crowd, "personOf">): Set<number> {
  const people = new Set<number>();
  for (const id of reviewIds) {
    const person = personOf.get(id);
    if (person !== undefined) people.add(person);
  }
  return people;
}

/** @returns the words of a sentence */
export function wordsOf(sentence: Sentence, { known }: Pick<Crowd, "known">): string {
  return textOf(sentence, known);
}

/** @returns the value that occurs most; at a draw the shorter, then the first in the alphabet; undefined for none */
export function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : Number(a > b)));
  return best?.[0];
}

function byIdOrder(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
