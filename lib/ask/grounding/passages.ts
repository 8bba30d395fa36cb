/** Chooses the few passages a language model is shown: about the question, of different people, and of both sides. */
import type { Answer, Polarity, QuotedText, Sentence } from "../../domain";
import type { IndexedSentence } from "../evidence-index";
import { enterRoom, type Interview, type Room } from "../evidence-room";
import { evidenceOn } from "../topic-evidence";
import { type Candidate, chooseDiverse } from "./diversity";
import { givesEvidence } from "./hostile";
import { estimateTokens, type PassageBudget } from "./sizes";

/** A verbatim passage with the number by which a model names it. */
export interface Passage extends QuotedText {
  /** From 1, in the order they are shown. */
  id: number;
  /** Key of the person who wrote it. */
  reviewer: string;
  polarity: Polarity;
  /** −1..1 */
  score: number;
  /** BCP 47 primary language. */
  language: string;
  /** Encoder vector, centred on its language, length 1. */
  vector: Float32Array;
}

/** Shown when nobody says how much fits. */
const BUDGET: PassageBudget = { passages: 6, tokens: 220 };
/** A sentence that is longer by far than the rest would fill the room of three others. In UTF-16 units. */
const LONGEST = 320;

/**
 * @param answer of evidence mode to the same interview
 * @returns passages of the persona's reviewers in the order of their weight, of different people while there are, at least one of the
 * other side where anyone takes it; none when the answer is not covered. Never longer than the budget, save for the first.
 */
export function passagesFor(interview: Interview, answer: Answer, budget: PassageBudget = BUDGET): Passage[] {
  if (!answer.covered) return [];
  const room = enterRoom(interview);
  const candidates = candidatesOf(room, answer).filter(({ entry }) => mayBeShown(entry));
  const chosen = chooseDiverse(candidates, budget.passages);
  const kept: Candidate[] = [];
  let tokens = 0;
  for (const candidate of chosen) {
    tokens += estimateTokens(candidate.entry.text);
    if (kept.length === 0 || tokens <= budget.tokens) kept.push(candidate);
  }
  return kept.map(({ entry }, i) => passageOf(entry, i + 1));
}

function mayBeShown({ text }: IndexedSentence): boolean {
  return text.length <= LONGEST && givesEvidence(text);
}

/** A topic's own evidence; for questions about everything, what the claims of the evidence answer stand on. */
function candidatesOf(room: Room, answer: Answer): Candidate[] {
  const entries = new Map(room.index.entries.map((entry) => [entry.sentence.id, entry]));
  const find = (sentence: Sentence, relevance: number): Candidate[] => {
    const entry = entries.get(sentence.id);
    return entry ? [{ entry, relevance }] : [];
  };
  if (answer.asked === "topic" || answer.asked === undefined) {
    const { sentences, scores } = evidenceOn(room);
    return sentences.flatMap((sentence) => find(sentence, scores.get(sentence.id) ?? 1));
  }
  const places = new Map(room.sentences.map((sentence) => [placeOf(sentence), sentence]));
  const heaviest = Math.max(1, ...answer.claims.map((claim) => claim.supporters));
  const quoted = answer.claims.flatMap((claim) =>
    claim.quotes.flatMap((quote, i) => {
      const sentence = places.get(placeOf(quote));
      return sentence ? find(sentence, (0.5 + (0.5 * claim.supporters) / heaviest) / (1 + i)) : [];
    }),
  );
  return [...new Map(quoted.map((candidate) => [candidate.entry.sentence.id, candidate])).values()];
}

function placeOf({ reviewId, start, end }: { reviewId: string; start: number; end: number }): string {
  return `${reviewId} ${start} ${end}`;
}

function passageOf({ sentence, text, reviewer, language, vector }: IndexedSentence, id: number): Passage {
  const { reviewId, start, end, sentiment } = sentence;
  return {
    id,
    reviewId,
    start,
    end,
    text,
    reviewer,
    polarity: sentiment.label,
    score: sentiment.score,
    language,
    vector,
  };
}
