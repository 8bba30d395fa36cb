import { EMOTIONS, type Emotion, type Intent } from "../domain";
import { isUnsure } from "./confidence";
import { type Evidence, type EvidenceReview, isQuotable, type Statement } from "./evidence";

/**
 * What people do, in the order in which product people look for it. Praise and complaint are left to the feelings: they would only
 * repeat them.
 */
export const SHOWN_INTENTS = [
  "problem",
  "request",
  "question",
  "comparison",
  "switching",
  "churn",
  "return",
  "recommendation",
  "motive",
  "situation",
  "user",
] as const satisfies readonly Intent[];

/** One thing people do in their reviews, and how many do it. */
export interface IntentRow {
  intent: Intent;
  sentences: number;
  reviewers: number;
  /** Sentences of which it is not sure. */
  unsure: number;
  /** No mark has a measured chance. */
  unmeasured: boolean;
  /** With whom they compare, from or to what they switch, who uses it: the words most name, at most `ABOUT`. */
  about: readonly { words: string; reviewers: number }[];
}

/** Names listed in a row, and how long one may be (UTF-16 units). */
const ABOUT = 3;
const LONGEST_NAME = 40;

interface Tally {
  sentences: number;
  unsure: number;
  measured: number;
  reviewIds: Set<string>;
  about: Map<string, { words: string; reviewIds: Set<string> }>;
}

/**
 * @returns one row for each intent that occurs in quotable reviews, always in the order of `SHOWN_INTENTS`, so that rows stay where they
 * are while more is understood
 */
export function intentRows(evidence: Evidence): IntentRow[] {
  const tallies = new Map<Intent, Tally>();
  eachQuotable(evidence, (review, { intents = [] }) => {
    for (const mark of intents) {
      const tally = tallies.get(mark.intent) ?? emptyTally();
      tallies.set(mark.intent, tally);
      tally.sentences += 1;
      tally.reviewIds.add(review.id);
      if (mark.confidence !== undefined) tally.measured += 1;
      if (isUnsure(mark)) tally.unsure += 1;
      if (mark.about) addName(tally, review, mark.about);
    }
  });
  return SHOWN_INTENTS.flatMap((intent) => {
    const tally = tallies.get(intent);
    return tally ? [rowOf(intent, tally)] : [];
  });
}

function emptyTally(): Tally {
  return { sentences: 0, unsure: 0, measured: 0, reviewIds: new Set(), about: new Map() };
}

function addName(tally: Tally, review: EvidenceReview, { start, end }: { start: number; end: number }): void {
  const words = review.body.slice(start, end).trim();
  if (words === "" || words.length > LONGEST_NAME) return;
  const key = words.normalize("NFKC").toLowerCase();
  const named = tally.about.get(key) ?? { words, reviewIds: new Set() };
  tally.about.set(key, named);
  named.reviewIds.add(review.id);
}

function rowOf(intent: Intent, tally: Tally): IntentRow {
  const about = [...tally.about.values()]
    .map(({ words, reviewIds }) => ({ words, reviewers: reviewIds.size }))
    .sort((a, b) => b.reviewers - a.reviewers || (a.words < b.words ? -1 : 1))
    .slice(0, ABOUT);
  const { sentences, unsure, measured, reviewIds } = tally;
  return { intent, sentences, reviewers: reviewIds.size, unsure, unmeasured: measured === 0, about };
}

/** How many reviewers show an emotion. */
export interface EmotionRow {
  emotion: Emotion;
  reviewers: number;
}

/** @returns emotions that occur in quotable reviews, the most frequent first; the neutral is not one */
export function emotionRows(evidence: Evidence): EmotionRow[] {
  const byEmotion = new Map<Emotion, Set<string>>(EMOTIONS.map((emotion) => [emotion, new Set()]));
  eachQuotable(evidence, (review, { emotion }) => {
    if (emotion) byEmotion.get(emotion.emotion)?.add(review.id);
  });
  return [...byEmotion]
    .filter(([emotion, ids]) => emotion !== "neutral" && ids.size > 0)
    .map(([emotion, ids]) => ({ emotion, reviewers: ids.size }))
    .sort((a, b) => b.reviewers - a.reviewers);
}

function eachQuotable(evidence: Evidence, visit: (review: EvidenceReview, statement: Statement) => void): void {
  for (const review of evidence.reviews) {
    if (!isQuotable(review)) continue;
    for (const statement of evidence.statements.get(review.id) ?? []) visit(review, statement);
  }
}
