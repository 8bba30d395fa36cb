/** Chooses few segments among many candidates: different from each other, and the same ones as before where little has changed. */
import type { Segment, SegmentBasis } from "../../domain";
import { type Candidate, lastCandidates } from "./candidates";
import { peopleOf } from "./crowd";
import type { Survey } from "./survey";
import { differ } from "./traits";

const MOST_SEGMENTS = 10;
const FEWEST_SEGMENTS = 2;
const MOST_OF_KIND = new Map<SegmentBasis["kind"], number>([
  ["theme", 4],
  ["situation", 3],
  ["language", 3],
  ["need", 2],
  ["experience", 2],
  ["place", 2],
  ["cluster", 2],
]);
/** Two groups that share more than this (Jaccard) would give the same answers twice. */
const OVERLAP = 0.6;
/** A group that is nearly everyone tells nothing. */
const LARGEST_SHARE = 0.85;
/** A newcomer must be this much more telling to take the place of a segment that people know, or to stand before it. */
const ADVANTAGE = 1.15;
/** What differed beyond chance at this level stays until it clearly no longer does. */
const STILL_SURE = 0.2;

export interface Choosing {
  /** Of the reading before, in their order. */
  earlier: readonly Segment[];
  /** Ids of segments that a person named: they stay while anybody is in them. */
  kept: ReadonlySet<string>;
}

interface Ranked {
  candidate: Candidate;
  rank: number;
}

/** @returns at least two where there are two different groups, most telling first */
export function choose(
  candidates: readonly Candidate[],
  survey: Survey,
  { earlier, kept }: Choosing,
  subjectId: string,
): Candidate[] {
  const before = new Map(earlier.map((segment, place) => [segment.id, place]));
  const people = new Map(candidates.map((one) => [one, peopleOf(one.reviewIds, survey.crowd)]));
  const smallest = smallestGroup(survey.crowd.people);
  const ranked = candidates.flatMap((candidate): Ranked[] => {
    const { size } = people.get(candidate) ?? new Set();
    const pinned = kept.has(candidate.id) && size > 0;
    if (size < smallest && !pinned) return [];
    const boost = pinned ? Number.POSITIVE_INFINITY : before.has(candidate.id) ? ADVANTAGE : 1;
    return [{ candidate, rank: candidate.weight * Math.log2(1 + size) * boost }];
  });
  ranked.sort((a, b) => b.rank - a.rank || (a.candidate.id < b.candidate.id ? -1 : 1));
  const chosen = pick(ranked, (candidate) => differs(candidate, people.get(candidate) ?? new Set(), survey, before), {
    largest: LARGEST_SHARE * survey.crowd.reviews.length,
    kept,
  });
  return chosen.length >= FEWEST_SEGMENTS
    ? inSteadyOrder(chosen, before)
    : relax(
        chosen.map(({ candidate }) => candidate),
        candidates,
        survey,
        subjectId,
      );
}

/** Two people among few, three from a dozen on, then about three in a hundred. */
function smallestGroup(people: number): number {
  return people < 12 ? 2 : Math.max(3, Math.round(people * 0.03));
}

function differs(
  { mustDiffer, basis, id }: Candidate,
  people: ReadonlySet<number>,
  { crowd, features }: Survey,
  before: ReadonlyMap<string, number>,
): boolean {
  return !mustDiffer || differ(people, crowd.people, features, basis, before.has(id) ? STILL_SURE : undefined);
}

function pick(
  ranked: readonly Ranked[],
  isTelling: (candidate: Candidate) => boolean,
  { largest, kept }: { largest: number; kept: ReadonlySet<string> },
): Ranked[] {
  const chosen: Ranked[] = [];
  const ofKind = new Map<string, number>();
  for (const one of ranked) {
    const { basis, reviewIds, id } = one.candidate;
    const count = ofKind.get(basis.kind) ?? 0;
    if (!kept.has(id)) {
      if (chosen.length >= MOST_SEGMENTS || count >= (MOST_OF_KIND.get(basis.kind) ?? 1)) continue;
      if (reviewIds.length > largest) continue;
      if (chosen.some((other) => jaccard(other.candidate.reviewIds, reviewIds) > OVERLAP)) continue;
      if (!isTelling(one.candidate)) continue;
    }
    chosen.push(one);
    ofKind.set(basis.kind, count + 1);
  }
  return chosen;
}

/** By rank, but a segment that stood before another keeps its place until the other is clearly more telling. */
function inSteadyOrder(chosen: readonly Ranked[], before: ReadonlyMap<string, number>): Candidate[] {
  const order: Ranked[] = [];
  const known = [...chosen].sort((a, b) => placeOf(a, before) - placeOf(b, before) || b.rank - a.rank);
  for (const one of known) {
    const overtakes = order.findIndex((other) => one.rank > other.rank * ADVANTAGE);
    const newcomer = before.has(one.candidate.id) ? -1 : order.findIndex((other) => one.rank > other.rank);
    const at = newcomer >= 0 ? newcomer : overtakes;
    order.splice(at >= 0 ? at : order.length, 0, one);
  }
  return order.map(({ candidate }) => candidate);
}

function placeOf({ candidate }: Ranked, before: ReadonlyMap<string, number>): number {
  return before.get(candidate.id) ?? Number.MAX_SAFE_INTEGER;
}

/** Few or very similar reviews: take groups of any size that are not the same people, then those who wrote most. */
function relax(chosen: readonly Candidate[], candidates: readonly Candidate[], { crowd }: Survey, subjectId: string) {
  const result = [...chosen];
  const size = new Map(candidates.map((one) => [one, peopleOf(one.reviewIds, crowd).size]));
  const spare = candidates.filter((one) => (size.get(one) ?? 0) > 0 && !one.mustDiffer);
  spare.sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0) || (a.id < b.id ? -1 : 1));
  for (const candidate of [...spare, ...lastCandidates(crowd, subjectId)]) {
    if (result.length >= FEWEST_SEGMENTS) break;
    if (result.every((other) => jaccard(other.reviewIds, candidate.reviewIds) < 1)) result.push(candidate);
  }
  return result;
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const set = new Set(a);
  const shared = b.filter((id) => set.has(id)).length;
  return shared / (set.size + b.length - shared || 1);
}
