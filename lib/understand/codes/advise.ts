/** What a code makes of a subject's sentences: suggestions, what to judge next, and how good it is on its own examples. */
import type { CodeExample, CodeSuggestion, Quote } from "../../domain";
import { confidenceOf, linkOf } from "./confidence";
import { type Lesson, learnCode } from "./learn";
import { whatToAsk } from "./questions";
import { type CodeSpace, type Located, placeIn } from "./space";

/** A sentence of the space, in its order. */
export interface Place extends Quote {
  id: string;
}

export interface AdviceInput {
  space: CodeSpace;
  /** One a row of the space. */
  places: readonly Place[];
  examples: readonly CodeExample[];
  /** Vector of the code's name and description, when a model was at hand to make it. */
  description?: Located;
}

export interface Advice {
  /** Surest first; what was judged already is left out. */
  suggestions: CodeSuggestion[];
  /** Sentences whose judgement would teach it most, most useful first. */
  ask: Quote[];
  /** How many of its own examples it judges right when each is left out in turn. */
  measured?: { accuracy: number; of: number };
}

/** Less likely sentences are not worth a person's time. */
const LEAST = 0.2;
const MOST_SUGGESTIONS = 500;
/** A description says what is meant, in other words than reviewers use: it counts as much as this many examples. */
const DESCRIPTION_WEIGHT = 1;
/** Fewer judgements make no measurement. */
const ENOUGH_TO_MEASURE = 5;

/** @returns nothing to suggest and nothing to ask while there is neither a "yes" example nor a description */
export function adviseOnCode(input: AdviceInput): Advice {
  const { space, places, examples } = input;
  const lessons = lessonsOf(input);
  if (!lessons.some(({ yes }) => yes)) return { suggestions: [], ask: [] };
  const learnt = learnCode(space, lessons);
  const link = linkOf(learnt, lessons);
  const confidences = learnt.scores.map((score) => confidenceOf(score, link));
  const judged = judgedPlaces(examples);
  const open = places.flatMap((place, i) => (judged(place) ? [] : [i]));
  const sure = open.filter((i) => (confidences[i] as number) >= LEAST);
  sure.sort((a, b) => (confidences[b] as number) - (confidences[a] as number) || a - b);
  const suggestions = sure.slice(0, MOST_SUGGESTIONS).map((i) => {
    const { id, reviewId, start, end } = places[i] as Place;
    return { reviewId, start, end, sentenceId: id, confidence: confidences[i] as number };
  });
  const ask = whatToAsk(space, open, confidences, lessons).map((i) => quoteOf(places[i] as Place));
  const right = examples.map(({ yes }, i) => confidenceOf(learnt.leftOut[i] as number, link) >= 0.5 === yes);
  return { suggestions, ask, measured: measure(right, examples) };
}

function lessonsOf({ space, examples, description }: AdviceInput): Lesson[] {
  const lessons = examples.map((example): Lesson => {
    return { row: placeIn(space, example), yes: example.yes, weight: 1, judged: true };
  });
  if (!description) return lessons;
  return [...lessons, { row: placeIn(space, description), yes: true, weight: DESCRIPTION_WEIGHT, judged: false }];
}

/** Sentences are made anew with other bounds now and then: what overlaps a judged passage counts as judged. */
function judgedPlaces(examples: readonly CodeExample[]): (place: Place) => boolean {
  const byReview = new Map<string, CodeExample[]>();
  for (const example of examples) {
    const own = byReview.get(example.reviewId);
    if (own) own.push(example);
    else byReview.set(example.reviewId, [example]);
  }
  return ({ reviewId, start, end }) =>
    byReview.get(reviewId)?.some((example) => example.start < end && start < example.end) ?? false;
}

function measure(right: readonly boolean[], examples: readonly CodeExample[]): Advice["measured"] {
  if (examples.length < ENOUGH_TO_MEASURE || !examples.some(({ yes }) => yes)) return undefined;
  return { accuracy: right.filter(Boolean).length / right.length, of: right.length };
}

function quoteOf({ reviewId, start, end }: Quote): Quote {
  return { reviewId, start, end };
}
