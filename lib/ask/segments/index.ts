/** Finds groups of real reviewers worth talking to: few, different from each other, and named by what they share. */
import type { Segment } from "../../domain";
import { stableId } from "../identity";
import { byId, countingReviews, type Material, type ReadReview } from "../material";
import { topicsOf } from "../topics";
import {
  type Candidate,
  detailedCandidate,
  languageCandidates,
  moodCandidates,
  peopleIn,
  situationCandidates,
  topicCandidates,
} from "./candidates";

/** A group smaller than this is shown, but marked. */
const THIN = 8;
const MOST_SEGMENTS = 8;
const FEWEST_SEGMENTS = 2;
const MOST_OF_KIND = new Map([
  ["theme", 4],
  ["situation", 3],
  ["language", 3],
]);
/** Two groups that share more than this (Jaccard) would give the same answers twice. */
const OVERLAP = 0.6;
/** A group that is nearly everyone tells nothing. */
const LARGEST_SHARE = 0.85;
/** From this many reviews with words on, at least two segments are found. */
const FEWEST_REVIEWS = 4;

/**
 * @returns segments, most telling first; none below four reviews with words, at least two from there on.
 * The same input gives the same segments and ids; a segment keeps its id when reviews are added.
 */
export function findSegments(input: { subjectId: string } & Material): Segment[] {
  const reviews = countingReviews(input.reviews);
  if (reviews.length < FEWEST_REVIEWS) return [];
  const known = byId(reviews);
  const sentences = input.sentences.filter((sentence) => known.has(sentence.reviewId));
  const candidates = [
    ...topicCandidates(topicsOf(reviews, sentences, input.themes)),
    ...situationCandidates(reviews, sentences),
    ...moodCandidates(reviews, sentences),
    ...languageCandidates(reviews),
  ];
  const people = peopleIn([...known.keys()], known);
  const ranked = rank(candidates, known, smallestGroup(people));
  const chosen = choose(ranked, OVERLAP, LARGEST_SHARE * reviews.length);
  const enough = chosen.length >= FEWEST_SEGMENTS ? chosen : relax(chosen, candidates, reviews);
  return enough.map((candidate) => toSegment(candidate, input.subjectId, known));
}

/** Two people among few, three from a dozen on, then about three in a hundred. */
function smallestGroup(people: number): number {
  return people < 12 ? 2 : Math.max(3, Math.round(people * 0.03));
}

function rank(candidates: readonly Candidate[], known: ReadonlyMap<string, ReadReview>, smallest: number): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, people: peopleIn(candidate.reviewIds, known) }))
    .filter(({ people }) => people >= smallest)
    .map(({ candidate, people }) => ({ candidate, rank: candidate.weight * Math.log2(1 + people) }))
    .sort((a, b) => b.rank - a.rank || (a.candidate.key < b.candidate.key ? -1 : 1))
    .map(({ candidate }) => candidate);
}

function choose(ranked: readonly Candidate[], overlap: number, largest: number): Candidate[] {
  const chosen: Candidate[] = [];
  const ofKind = new Map<string, number>();
  for (const candidate of ranked) {
    const { kind } = candidate.basis;
    const count = ofKind.get(kind) ?? 0;
    if (chosen.length >= MOST_SEGMENTS || count >= (MOST_OF_KIND.get(kind) ?? 1)) continue;
    if (candidate.reviewIds.length > largest) continue;
    if (chosen.some((other) => jaccard(other.reviewIds, candidate.reviewIds) > overlap)) continue;
    chosen.push(candidate);
    ofKind.set(kind, count + 1);
  }
  return chosen;
}

/** Few or very similar reviews: take groups of any size that are not the same people, then those who wrote most. */
function relax(chosen: readonly Candidate[], candidates: readonly Candidate[], reviews: readonly ReadReview[]) {
  const result = [...chosen];
  const spare = [...candidates].filter((candidate) => candidate.reviewIds.length > 0);
  spare.sort((a, b) => b.reviewIds.length - a.reviewIds.length || (a.key < b.key ? -1 : 1));
  for (const candidate of [...spare, detailedCandidate(reviews), everyone(reviews)]) {
    if (result.length >= FEWEST_SEGMENTS) break;
    if (result.every((other) => jaccard(other.reviewIds, candidate.reviewIds) < 1)) result.push(candidate);
  }
  return result;
}

function everyone(reviews: readonly ReadReview[]): Candidate {
  const reviewIds = reviews.map((review) => review.id);
  return { basis: { kind: "detailed" }, key: "everyone", reviewIds, weight: 0 };
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const set = new Set(a);
  const shared = b.filter((id) => set.has(id)).length;
  return shared / (set.size + b.length - shared || 1);
}

function toSegment(candidate: Candidate, subjectId: string, known: ReadonlyMap<string, ReadReview>): Segment {
  const { basis, key, reviewIds } = candidate;
  return {
    id: stableId(subjectId, key),
    subjectId,
    basis,
    reviewIds: [...reviewIds].sort(),
    reviewers: peopleIn(reviewIds, known),
    share: reviewIds.length / known.size,
    thin: peopleIn(reviewIds, known) < THIN,
    traits: [],
    quotes: [],
  };
}
