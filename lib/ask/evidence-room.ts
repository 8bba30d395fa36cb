/** A question beside everything its answer may rest on: what these reviewers wrote, and nothing else. */
import type { Review, Segment, Sentence } from "../domain";
import { type EvidenceIndex, indexEvidence } from "./evidence-index";
import { byId, countingReviews, countReviewers, type Material, type ReadReview } from "./material";
import { type ReadQuestion, readQuestion } from "./questions";
import type { Vector } from "./vectors";

export interface Interview extends Material {
  question: string;
  /** The question's encoder vector. */
  questionVector: Vector;
  /** A persona, or anything that names reviewers to speak for; `reviewIds` are those of one of several voices. */
  persona: { segment: Pick<Segment, "reviewIds">; reviewIds?: readonly string[] };
  /** Name of the subject: "what do you think of the Aria 2?" asks for everything, not for a topic. */
  productName?: string;
  /** Of the same reviews and sentences; saves the work when many questions are asked. */
  index?: EvidenceIndex;
  /** Places of quotes shown already (`${reviewId}:${start}`): asked for more, others are looked for. */
  said?: ReadonlySet<string>;
}

export interface Room {
  question: ReadQuestion;
  /** The persona's reviews that count. */
  reviews: ReadReview[];
  known: ReadonlyMap<string, Review>;
  sentences: Sentence[];
  /** People behind those reviews. */
  of: number;
  interview: Interview;
  index: EvidenceIndex;
}

/** @returns the question as read, and what counts of the persona's reviewers; empty lists for a persona of nobody */
export function enterRoom(interview: Interview): Room {
  const { persona } = interview;
  const members = new Set(persona.reviewIds ?? persona.segment.reviewIds);
  const reviews = countingReviews(interview.reviews).filter((review) => members.has(review.id));
  const known = byId(reviews);
  const index = interview.index ?? indexEvidence(interview.reviews, interview.sentences);
  const sentences = index.entries.flatMap(({ sentence }) => (known.has(sentence.reviewId) ? [sentence] : []));
  const question = readQuestion(interview.question, index, interview.productName);
  return { question, reviews, known, sentences, of: countReviewers(reviews), interview, index };
}
