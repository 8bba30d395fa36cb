/** Every group of reviewers that might become a segment; `segments.ts` chooses among them. */
import type { Polarity, SegmentBasis, Sentence } from "../../domain";
import { primaryLanguage } from "../language";
import { groupBy, type ReadReview, reviewerOf } from "../material";
import type { Stance, Topic } from "../topics";
import { findSituations } from "./situations";

export interface Candidate {
  basis: SegmentBasis;
  /** Names the basis, the same over readings. */
  key: string;
  reviewIds: string[];
  /** How telling this kind of group is, before its size. */
  weight: number;
  /** A sentence that shows what the group shares, where sentences can. */
  shows?: (sentence: Sentence) => boolean;
}

const WEIGHT = {
  situation: 1.25,
  complaint: 1.15,
  praise: 0.95,
  dissatisfied: 0.95,
  satisfied: 0.65,
  reserved: 0.75,
  language: 0.7,
};

/** @returns what a review as a whole says: its stars, unless its words contradict them; then its words */
export function satisfaction(review: ReadReview): "satisfied" | "dissatisfied" | "between" {
  const { finding } = review;
  const { rating, ratingScale = 5 } = review;
  const given = rating !== undefined && (rating > 0 || ratingScale > 5); // no star at all is none given
  const stated = given ? (rating / (ratingScale || 5)) * 5 : undefined;
  if (stated !== undefined && !finding?.contradicts)
    return stated >= 3.75 ? "satisfied" : stated <= 2.5 ? "dissatisfied" : "between";
  const label = finding?.sentiment.label;
  return label === "positive" ? "satisfied" : label === "negative" ? "dissatisfied" : "between";
}

/** Satisfied, dissatisfied, and satisfied with a flaw named. */
export function moodCandidates(reviews: readonly ReadReview[], sentences: readonly Sentence[]): Candidate[] {
  const complained = new Set(
    sentences.filter(({ sentiment }) => sentiment.label === "negative").map((sentence) => sentence.reviewId),
  );
  const satisfied = reviews.filter((review) => satisfaction(review) === "satisfied");
  const dissatisfied = reviews.filter((review) => satisfaction(review) === "dissatisfied");
  const reserved = satisfied.filter((review) => complained.has(review.id));
  return [
    { ...candidate({ kind: "satisfied" }, "satisfied", satisfied, WEIGHT.satisfied), shows: isOf("positive") },
    {
      ...candidate({ kind: "dissatisfied" }, "dissatisfied", dissatisfied, WEIGHT.dissatisfied),
      shows: isOf("negative"),
    },
    { ...candidate({ kind: "reserved" }, "reserved", reserved, WEIGHT.reserved), shows: isOf("negative") },
  ];
}

/** Those who complain about a topic together, and those who praise it. */
export function topicCandidates(topics: readonly Topic[]): Candidate[] {
  return topics.flatMap((topic) => {
    const about = new Set(topic.stances.flatMap((stance) => stance.sentences.map((sentence) => sentence.id)));
    return (["negative", "positive"] as const).map((polarity): Candidate => {
      const agreeing = topic.stances.filter((stance) => stance.polarity === polarity);
      return {
        basis: { kind: "theme", themeId: topic.key, topic: topic.label, polarity },
        key: `theme:${topic.key}:${polarity}`,
        reviewIds: reviewIdsOf(agreeing, polarity),
        weight: polarity === "negative" ? WEIGHT.complaint : WEIGHT.praise,
        shows: (sentence) => about.has(sentence.id),
      };
    });
  });
}

/** Those who say for whom, where or when they use it. */
export function situationCandidates(reviews: readonly ReadReview[], sentences: readonly Sentence[]): Candidate[] {
  return findSituations(reviews, sentences).map(({ key, topic, reviewIds }) => ({
    basis: { kind: "situation", topic },
    key: `situation:${key}`,
    reviewIds,
    weight: WEIGHT.situation,
  }));
}

/** A larger share of the reviews than this is "everyone". */
const LARGEST_LANGUAGE = 2 / 3;

/** Those who write in one language, when there are several; the language of nearly everyone sets nobody apart. */
export function languageCandidates(reviews: readonly ReadReview[]): Candidate[] {
  const known = reviews.filter((review) => languageOf(review) !== "und");
  const groups = groupBy(known, languageOf);
  if (groups.size < 2) return [];
  const telling = [...groups].filter(([, group]) => group.length <= LARGEST_LANGUAGE * known.length);
  return telling.map(([language, group]) =>
    candidate({ kind: "language", language }, `language:${language}`, group, WEIGHT.language),
  );
}

/** The half who wrote most: tells reviewers apart when nothing else does. */
export function detailedCandidate(reviews: readonly ReadReview[]): Candidate {
  const byLength = [...reviews].sort((a, b) => b.body.length - a.body.length || (a.id < b.id ? -1 : 1));
  const half = byLength.slice(0, Math.ceil(reviews.length / 2));
  return candidate({ kind: "detailed" }, "detailed", half, WEIGHT.language);
}

/** @returns how many people are behind these reviews */
export function peopleIn(reviewIds: readonly string[], reviews: ReadonlyMap<string, ReadReview>): number {
  const people = new Set<string>();
  for (const id of reviewIds) {
    const review = reviews.get(id);
    if (review) people.add(reviewerOf(review));
  }
  return people.size;
}

function isOf(polarity: Polarity) {
  return (sentence: Sentence) => sentence.sentiment.label === polarity;
}

function languageOf(review: ReadReview): string {
  return primaryLanguage(review.finding?.language ?? review.language ?? "und");
}

function reviewIdsOf(stances: readonly Stance[], polarity: Polarity): string[] {
  const agreeing = stances.flatMap((stance) =>
    stance.sentences.filter((sentence) => sentence.sentiment.label === polarity),
  );
  return [...new Set(agreeing.map((sentence) => sentence.reviewId))];
}

function candidate(basis: SegmentBasis, key: string, reviews: readonly ReadReview[], weight: number): Candidate {
  return { basis, key, reviewIds: reviews.map((review) => review.id), weight };
}
