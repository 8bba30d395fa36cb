/** Groups of reviewers who say that they share a situation: for whom, where, when they use it. Only what they wrote themselves. */
import type { Sentence } from "../../domain";
import { byId, groupBy, type ReadReview, textOf } from "../material";
import { stemOf } from "../words";
import { NO_SITUATION, OPEN_CUES, SITUATIONS } from "./situation-cues";

export interface Situation {
  /** Stable over new reviews: a concept's name, or the stem of an open noun. */
  key: string;
  /** The wording most of them use, verbatim except for case. */
  topic: string;
  reviewIds: string[];
}

interface Mention {
  key: string;
  wording: string;
  reviewId: string;
}

/**
 * @param reviews those that count
 * @param sentences of these reviews
 * @returns situations, most frequent first; a review may be in several
 */
export function findSituations(reviews: readonly ReadReview[], sentences: readonly Sentence[]): Situation[] {
  const known = byId(reviews);
  const mentions = sentences.flatMap((sentence) => mentionsIn(textOf(sentence, known), sentence.reviewId));
  const situations = [...groupBy(mentions, (mention) => mention.key)].map(([key, group]) => ({
    key,
    topic: mostFrequent(group.map((mention) => mention.wording)),
    reviewIds: [...new Set(group.map((mention) => mention.reviewId))],
  }));
  return situations.sort((a, b) => b.reviewIds.length - a.reviewIds.length || (a.key < b.key ? -1 : 1));
}

function mentionsIn(text: string, reviewId: string): Mention[] {
  const listed = SITUATIONS.flatMap(({ id, pattern }) => {
    const match = pattern.exec(text);
    return match ? [{ key: id, wording: tidy(match[0]), reviewId }] : [];
  });
  const open = OPEN_CUES.flatMap((cue) => [...text.matchAll(cue)]).flatMap((match) => {
    const noun = match[1]?.toLowerCase().split(" ").at(-1) ?? "";
    const taken = listed.some(({ wording }) => wording.includes(noun));
    if (noun === "" || taken || NO_SITUATION.has(noun)) return [];
    return [{ key: `open:${stemOf(noun)}`, wording: tidy(match[0]), reviewId }];
  });
  return [...listed, ...open];
}

function tidy(wording: string): string {
  return wording.replace(/\s+/gu, " ").trim().toLowerCase();
}

/** Ties go to the shorter wording, then to the alphabet, so that the name does not depend on the order of reviews. */
function mostFrequent(wordings: readonly string[]): string {
  const counted = [...groupBy(wordings, (wording) => wording)].map(([wording, all]) => ({
    wording,
    count: all.length,
  }));
  counted.sort((a, b) => b.count - a.count || a.wording.length - b.wording.length || (a.wording < b.wording ? -1 : 1));
  return counted[0]?.wording ?? "";
}
