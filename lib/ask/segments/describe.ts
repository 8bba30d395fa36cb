/** Makes a segment of a group: how many people, what sets them apart, what they sound like. */
import type { Segment, SegmentBasis, Sentence } from "../../domain";
import { groupBy } from "../material";
import { peopleOf } from "./crowd";
import type { Survey } from "./survey";
import { traitsOf } from "./traits";
import { typicalQuotes } from "./typical";

/** A group of fewer people is shown, but marked. */
const THIN = 8;

/** What a segment is made from, found or by hand. */
export interface Group {
  id: string;
  basis: SegmentBasis;
  reviewIds: readonly string[];
  shows?: (sentence: Sentence) => boolean;
}

/** @returns a function that describes a group; what it needs of all groups is prepared once */
export function describer(survey: Survey, subjectId: string): (group: Group) => Segment {
  const { crowd, space, features } = survey;
  const sentences = groupBy(crowd.sentences, ({ reviewId }) => reviewId);
  return ({ id, basis, reviewIds, shows = () => true }) => {
    const own = [...new Set(reviewIds)].filter((reviewId) => crowd.known.has(reviewId)).sort();
    const people = peopleOf(own, crowd);
    const said = own.flatMap((reviewId) => sentences.get(reviewId) ?? []);
    return {
      id,
      subjectId,
      basis,
      reviewIds: own,
      reviewers: people.size,
      share: own.length / (crowd.reviews.length || 1),
      thin: people.size < THIN,
      traits: traitsOf(people, crowd.people, features, basis),
      quotes: typicalQuotes(said, crowd, space, shows, basis.kind === "theme" ? basis.polarity : undefined),
    };
  };
}
