/** Everything known about one subject, put in order once, so that each of its personas is a matter of counting. */
import type { CardPart, ExperienceLevel, Sentence } from "../../domain";
import { onItsOwnSide } from "../drawback";
import { countingReviews, groupBy, type Material, type ReadReview, reviewerOf } from "../material";
import { gatherCrowd } from "../segments/crowd";
import { spokenBy } from "../segments/spoken-by";
import { atOnce, type Steps } from "../steps";
import { type Topic, topicsOf } from "../topics";
import { spokenGoals } from "./goals";
import { type Mention, mentionsIn } from "./mentions";
import { tabulateSteps, type WordTable } from "./vocabulary";

/** One person: a reviewer and what they wrote. */
export interface Person {
  /** As `reviewerOf` gives it. */
  key: string;
  reviews: ReadReview[];
}

/** Parts of a card whose lines come from single sentences; likes and dislikes come from topics. */
export type SaidPart = Exclude<CardPart, "likes" | "dislikes">;

export interface Survey {
  material: Material;
  /** Reviews that count, by id. */
  reviews: ReadonlyMap<string, ReadReview>;
  people: readonly Person[];
  sentencesOf: ReadonlyMap<string, Sentence[]>;
  /** What the sentences of a review say of use, leaving, wishes and price. */
  mentionsOf: ReadonlyMap<string, Mention[]>;
  /** Of the whole subject. */
  topics: readonly Topic[];
  words: WordTable;
  /** Sum of a review's centred sentences, filled in when voices first ask for it: segments share reviewers. */
  meanings: Map<string, Float32Array>;
  /** Reviews in which somebody says how long or how well they know it. */
  experience: readonly { level: ExperienceLevel; reviewIds: ReadonlySet<string> }[];
}

/**
 * Reads every sentence for what a card says; linear in the length of the texts.
 * @param material of one subject; reviews that may not speak (spam, copies, instructions) are left out
 */
export function surveyOf(material: Material): Survey {
  return atOnce(surveySteps(material));
}

/** Sentences read between two pauses: a few milliseconds. */
const STRETCH = 100;

/** As `surveyOf`, in steps. */
export function* surveySteps(material: Material): Steps<Survey> {
  const counting = countingReviews(material.reviews);
  const reviews = new Map(counting.map((review) => [review.id, review]));
  const own = material.sentences
    .filter(({ reviewId }) => reviews.has(reviewId))
    .map((sentence) => onItsOwnSide(sentence, reviews));
  const themes = new Map(
    material.themes.filter(({ rest, general }) => !rest && !general).map((theme) => [theme.id, theme.label]),
  );
  const crowd = gatherCrowd(material);
  yield;
  const goals = spokenGoals(crowd);
  const mentions: Mention[] = [];
  for (const [i, sentence] of own.entries()) {
    if (i % STRETCH === 0) yield;
    const review = reviews.get(sentence.reviewId);
    if (!review) continue;
    mentions.push(...mentionsIn(sentence, review, themes.get(sentence.themeId ?? ""), goals.get(sentence.id) ?? []));
  }
  const people = peopleOf(counting);
  const words = yield* tabulateSteps(people);
  return {
    material,
    reviews,
    people,
    sentencesOf: groupBy(own, ({ reviewId }) => reviewId),
    mentionsOf: groupBy(mentions, ({ sentence }) => sentence.reviewId),
    topics: topicsOf(counting, own, material.themes),
    words,
    meanings: new Map(),
    experience: spokenBy(crowd).experience.map(({ level, reviewIds }) => ({ level, reviewIds: new Set(reviewIds) })),
  };
}

/** @returns the people who wrote any of these reviews, with those of their reviews that are among them */
export function peopleAmong(survey: Survey, reviewIds: Iterable<string>): Person[] {
  return peopleOf([...new Set(reviewIds)].sort().flatMap((id) => survey.reviews.get(id) ?? []));
}

/** @returns everything these people wrote, as sentences */
export function sentencesBy(survey: Survey, people: readonly Person[]): Sentence[] {
  return people.flatMap(({ reviews }) => reviews.flatMap(({ id }) => survey.sentencesOf.get(id) ?? []));
}

function peopleOf(reviews: readonly ReadReview[]): Person[] {
  return [...groupBy(reviews, reviewerOf)].map(([key, written]) => ({ key, reviews: written }));
}
