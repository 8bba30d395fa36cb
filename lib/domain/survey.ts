import type { ProblemCode } from "./problem";

/** What a survey may hold; more is refused in a sentence, nothing is cut silently. */
export const SURVEY_LIMITS = {
  respondents: 500,
  concepts: 6,
  questions: 30,
  options: 20,
  /** Words of one concept: the encoder reads 512 tokens, and a panel hears no more than a short page. */
  conceptWords: 400,
  /** Reviewers under which a segment is too small to be shown as figures. */
  segmentReviewers: 3,
} as const;

/** What is shown to the panel: a concept, a claim, an ad, a reply, a price. */
export interface Concept {
  id: string;
  name: string;
  text: string;
  /** As it is shown, with its currency. */
  price?: string;
  /** What can be seen on its picture, in words: all an engine without eyes gets of it. */
  picture?: { alt: string };
}

/**
 * `open`: free words; `scale`: five points by semantic similarity; `choice`, `choices`: one or several of the options; `ranking`;
 * `maxdiff`: best and worst of small sets; `price`: van Westendorp's four prices; `matrix`: each row on one scale; `kano`: what each
 * feature does to satisfaction.
 */
export const QUESTION_KINDS = [
  "open",
  "scale",
  "choice",
  "choices",
  "ranking",
  "maxdiff",
  "price",
  "matrix",
  "kano",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface SurveyQuestion {
  id: string;
  kind: QuestionKind;
  text: string;
  /** Id of the scale: with `scale` and `matrix`. */
  scale?: string;
  /** What may be chosen, ranked, weighed against each other, or is a feature: with `choice`, `choices`, `ranking`, `maxdiff`, `kano`. */
  options?: string[];
  /** With `matrix`. */
  rows?: string[];
  /** Asked once for each concept; otherwise once. */
  perConcept: boolean;
  /** Left out for whom this holds. */
  skip?: SkipRule;
}

/** Left out when the answer to an earlier question, of the same concept where both are asked per concept, is so. */
export interface SkipRule {
  question: string;
  /** `below`: mean point under `value`; `atLeast`: mean point of `value` or more; `chose`/`notChose`: `option`; `silent`: not answered. */
  when: "below" | "atLeast" | "chose" | "notChose" | "silent";
  value?: number;
  /** Place among the options, from 0. */
  option?: number;
}

/** How words become points. */
export interface RatingSettings {
  /** `plain`: Semantic Similarity Rating alone; `combined`: together with what the reader network says of the same words. */
  method: "plain" | "combined";
  /** The common part of all texts of a language is taken away first. */
  centred: boolean;
  epsilon: number;
  temperature: number;
  /** Through the map learnt on held-in reviewers' stars, where there are enough of them. */
  calibrated: boolean;
}

export const SURVEY_TEMPLATES = ["purchase-intent", "message", "pricing", "kano", "ads", "support-reply"] as const;
export type SurveyTemplate = (typeof SURVEY_TEMPLATES)[number];

/** A survey as a person set it up: everything it takes to run it again. */
export interface SurveySpec {
  title: string;
  /** Of its questions and concepts, BCP 47. */
  language: string;
  template?: SurveyTemplate;
  /** None: about the subject itself. */
  concepts: Concept[];
  /** `monadic`: each respondent is shown one concept, by lot; `sequential`: all of them, in an order by lot (A/B within people). */
  design: "monadic" | "sequential";
  questions: SurveyQuestion[];
  /** Segments asked, and shown apart; none: all reviewers. */
  segmentIds: string[];
  /** At most so many reviewers, drawn by lot; fewer when there are fewer. */
  respondents: number;
  seed: number;
  rating: RatingSettings;
  /** `evidence`: what the reviewers wrote; `engine`: what a language model answers in each one's place. */
  mode: "evidence" | "engine";
  /** With `engine`: nothing of earlier runs is used again. */
  fresh?: boolean;
}

/** Something about a survey that does not stop it: said before it is run. */
export interface SurveyWarning {
  code: ProblemCode;
  values?: { name?: string; other?: string };
}
