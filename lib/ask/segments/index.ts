/** Finds groups of real reviewers worth talking to: few, different from each other, and named by what they share. */
import type { Segment } from "../../domain";
import type { Material } from "../material";
import { atOnce, type Steps } from "../steps";
import { gatherByHand, type HandGroup } from "./by-hand";
import { candidatesOf } from "./candidates";
import { choose } from "./choose";
import { describer } from "./describe";
import { surveySteps } from "./survey";

export type { HandGroup } from "./by-hand";

/** From this many reviews with words on, at least two segments are found. */
const FEWEST_REVIEWS = 4;

export interface SegmentsWanted extends Material {
  subjectId: string;
  /** Segments of the reading before: what little has changed stays, with its id and its place. */
  earlier?: readonly Segment[];
  /** Made by hand; they stand first. Those without a review that counts are left out. */
  hand?: readonly HandGroup[];
  /** Names given to segments that were found, by id; such a segment stays while anybody is in it. */
  names?: ReadonlyMap<string, string>;
}

/**
 * @returns segments made by hand, then those found, most telling first; none found below four reviews with words, at least two from there
 * on. The same input gives the same segments and ids in whatever order it was read; a segment keeps its id when reviews are added. Linear
 * in the number of sentences
 */
export function findSegments(wanted: SegmentsWanted): Segment[] {
  return atOnce(segmentSteps(wanted));
}

/** As `findSegments`, pausing between its stages. */
export function* segmentSteps(wanted: SegmentsWanted): Steps<Segment[]> {
  const { subjectId, earlier = [], hand = [], names = new Map<string, string>() } = wanted;
  const survey = yield* surveySteps(wanted, earlier);
  yield;
  const candidates = candidatesOf(survey, subjectId);
  const describe = describer(survey, subjectId);
  const enough = survey.crowd.reviews.length >= FEWEST_REVIEWS;
  const before = earlier.filter(({ byHand }) => !byHand);
  const chosen = enough ? choose(candidates, survey, { earlier: before, kept: new Set(names.keys()) }, subjectId) : [];
  const found: Segment[] = [];
  for (const candidate of chosen) {
    yield;
    found.push(named(describe(candidate), names.get(candidate.id)));
  }
  const groups = new Map([...candidates, ...chosen].map(({ id, reviewIds }) => [id, reviewIds]));
  const byHand = gatherByHand(hand, groups).map(({ segment, basis, reviewIds, gone }): Segment => {
    const described = describe({ id: segment.id, basis, reviewIds });
    return { ...described, name: segment.name, byHand: true, ...(gone.length > 0 ? { gone } : {}) };
  });
  const all = [...byHand.filter(({ reviewers }) => reviewers > 0), ...found];
  return all.map((segment, place) => ({ ...segment, place }));
}

function named(segment: Segment, name: string | undefined): Segment {
  return name ? { ...segment, name } : segment;
}
