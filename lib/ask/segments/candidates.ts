/** Every group of reviewers that might become a segment; `choose.ts` chooses among them. */
import type { Polarity, SegmentBasis, Sentence } from "../../domain";
import { stableId } from "../identity";
import { groupBy, type ReadReview } from "../material";
import { type Stance, type Topic, topicsOf } from "../topics";
import type { Crowd } from "./crowd";
import { satisfaction } from "./satisfaction";
import type { SpokenGroup } from "./spoken";
import type { Survey } from "./survey";

export { satisfaction } from "./satisfaction";

export interface Candidate {
  basis: SegmentBasis;
  /** Of the segment it may become: made from what it is based on, so the same over readings. */
  id: string;
  reviewIds: string[];
  /** How telling this kind of group is, before its size. */
  weight: number;
  /** A sentence that shows what the group shares, where sentences can. */
  shows?: (sentence: Sentence) => boolean;
  /** Given rather than said: worth a segment only when these people also differ in what they say. */
  mustDiffer?: true;
}

const WEIGHT = {
  situation: 1.25,
  need: 1.2,
  complaint: 1.15,
  experience: 1.1,
  praise: 0.95,
  dissatisfied: 0.95,
  cluster: 0.8,
  reserved: 0.75,
  language: 0.7,
  place: 0.7,
  satisfied: 0.65,
  verified: 0.6,
};
/** A larger share of the reviews than this is "everyone". */
const LARGEST_LANGUAGE = 2 / 3;

type Make = (basis: SegmentBasis, key: string, reviewIds: readonly string[], weight: number) => Candidate;

/** @returns groups of every kind, in no order of importance */
export function candidatesOf(survey: Survey, subjectId: string): Candidate[] {
  const { crowd, spoken, clusters } = survey;
  const make: Make = (basis, key, reviewIds, weight) => ({
    basis,
    id: stableId(subjectId, key),
    reviewIds: [...reviewIds],
    weight,
  });
  const said = (kind: "situation" | "need", groups: readonly SpokenGroup[]) =>
    groups.map(({ key, topic, reviewIds, sentenceIds }) => ({
      ...make({ kind, topic }, `${kind}:${key}`, reviewIds, WEIGHT[kind]),
      shows: ({ id }: Sentence) => sentenceIds.has(id),
    }));
  return [
    ...topicCandidates(topicsOf(crowd.reviews, crowd.sentences, crowd.themes), make),
    ...said("situation", spoken.situations),
    ...said("need", spoken.needs),
    ...spoken.experience.map(({ level, reviewIds, sentenceIds }) => ({
      ...make({ kind: "experience", level }, `experience:${level}`, reviewIds, WEIGHT.experience),
      shows: ({ id }: Sentence) => sentenceIds.has(id),
    })),
    ...moodCandidates(crowd, make),
    ...languageCandidates(crowd, make),
    ...spoken.places.map(({ key, place, reviewIds }) => ({
      ...make({ kind: "place", place }, `place:${key}`, reviewIds, WEIGHT.place),
      mustDiffer: true as const,
    })),
    ...verifiedCandidates(crowd, make),
    ...clusters.map(({ id, words, reviewIds }) => ({
      ...make({ kind: "cluster", words }, "", reviewIds, WEIGHT.cluster),
      id,
    })),
  ];
}

/** Those who complain about a topic together, and those who praise it. */
function topicCandidates(topics: readonly Topic[], make: Make): Candidate[] {
  return topics.flatMap((topic) => {
    const about = new Set(topic.stances.flatMap((stance) => stance.sentences.map((sentence) => sentence.id)));
    return (["negative", "positive"] as const).map((polarity): Candidate => {
      const agreeing = topic.stances.filter((stance) => stance.polarity === polarity);
      const basis = { kind: "theme" as const, themeId: topic.key, topic: topic.label, polarity };
      const weight = polarity === "negative" ? WEIGHT.complaint : WEIGHT.praise;
      return {
        ...make(basis, `theme:${topic.key}:${polarity}`, reviewIdsOf(agreeing, polarity), weight),
        shows: (sentence) => about.has(sentence.id) && sentence.sentiment.label === polarity,
      };
    });
  });
}

function reviewIdsOf(stances: readonly Stance[], polarity: Polarity): string[] {
  const agreeing = stances.flatMap((stance) =>
    stance.sentences.filter((sentence) => sentence.sentiment.label === polarity),
  );
  return [...new Set(agreeing.map((sentence) => sentence.reviewId))];
}

/** Satisfied, dissatisfied, and satisfied with a flaw named. */
function moodCandidates({ reviews, sentences }: Crowd, make: Make): Candidate[] {
  const complained = new Set(
    sentences.filter(({ sentiment }) => sentiment.label === "negative").map((sentence) => sentence.reviewId),
  );
  const idsOf = (mood: ReturnType<typeof satisfaction>) =>
    reviews.filter((review) => satisfaction(review) === mood).map(({ id }) => id);
  const satisfied = idsOf("satisfied");
  const reserved = satisfied.filter((id) => complained.has(id));
  const isOf = (polarity: Polarity) => (sentence: Sentence) => sentence.sentiment.label === polarity;
  return [
    { ...make({ kind: "satisfied" }, "satisfied", satisfied, WEIGHT.satisfied), shows: isOf("positive") },
    {
      ...make({ kind: "dissatisfied" }, "dissatisfied", idsOf("dissatisfied"), WEIGHT.dissatisfied),
      shows: isOf("negative"),
    },
    { ...make({ kind: "reserved" }, "reserved", reserved, WEIGHT.reserved), shows: isOf("negative") },
  ];
}

/** Those who write in one language, when there are several; the language of nearly everyone sets nobody apart. */
function languageCandidates({ reviews, languageOf }: Crowd, make: Make): Candidate[] {
  const known = reviews.filter(({ id }) => languageOf.get(id) !== "und");
  const groups = groupBy(known, ({ id }) => languageOf.get(id) ?? "und");
  if (groups.size < 2) return [];
  const telling = [...groups].filter(([, group]) => group.length <= LARGEST_LANGUAGE * known.length);
  return telling.map(([language, group]) =>
    make({ kind: "language", language }, `language:${language}`, ids(group), WEIGHT.language),
  );
}

/** Those whose purchase the site calls verified, and those of whom it says that it is not. */
function verifiedCandidates({ reviews }: Crowd, make: Make): Candidate[] {
  return [true, false].map((verified) => {
    const own = reviews.filter((review) => review.verified === verified);
    const basis = { kind: "verified" as const, verified };
    return { ...make(basis, `verified:${verified}`, ids(own), WEIGHT.verified), mustDiffer: true as const };
  });
}

/** The half who wrote most, and everybody: they tell reviewers apart when nothing else does. */
export function lastCandidates({ reviews }: Crowd, subjectId: string): Candidate[] {
  const byLength = [...reviews].sort((a, b) => b.body.length - a.body.length || (a.id < b.id ? -1 : 1));
  const half = byLength.slice(0, Math.ceil(reviews.length / 2));
  const basis = { kind: "detailed" as const };
  return [
    { basis, id: stableId(subjectId, "detailed"), reviewIds: ids(half), weight: WEIGHT.language },
    { basis, id: stableId(subjectId, "everyone"), reviewIds: ids(reviews), weight: 0 },
  ];
}

function ids(reviews: readonly ReadReview[]): string[] {
  return reviews.map(({ id }) => id);
}
