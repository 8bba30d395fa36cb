/** Groups of reviewers by something they say of themselves, each named in words that one of them wrote. */
import type { Sentence } from "../../domain";
import { groupBy } from "../material";
import { type Crowd, mostFrequent, peopleOf } from "./crowd";

/** One sentence that says it. */
export interface Mention {
  /** What is said, the same over wordings and languages where that is known. */
  key: string;
  wording: string;
  sentence: Sentence;
}

export interface SpokenGroup {
  /** Stable over new reviews. */
  key: string;
  /** In words of the reviewers, of the subject's main language where any of them writes it. */
  topic: string;
  reviewIds: string[];
  /** Sentences that say it. */
  sentenceIds: ReadonlySet<string>;
}

/** @returns groups by what is said, most people first; a review may be in several */
export function groupMentions(mentions: readonly Mention[], crowd: Crowd): SpokenGroup[] {
  const groups = [...groupBy(mentions, (mention) => mention.key)].map(([key, group]) => ({
    key,
    topic: nameOf(group, crowd),
    reviewIds: [...new Set(group.map(({ sentence }) => sentence.reviewId))].sort(),
    sentenceIds: new Set(group.map(({ sentence }) => sentence.id)),
  }));
  const size = new Map(groups.map((group) => [group, peopleOf(group.reviewIds, crowd).size]));
  return groups.sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0) || (a.key < b.key ? -1 : 1));
}

/**
 * The wording most people use, each counted once: among those who write the subject's main language, else among those who write
 * the language most of the group do. A reader of an English page is not shown a Chinese name because it is short.
 */
function nameOf(mentions: readonly Mention[], crowd: Crowd): string {
  const byLanguage = groupBy(mentions, ({ sentence }) => crowd.languageOf.get(sentence.reviewId) ?? "und");
  const main = byLanguage.get(crowd.language);
  const commonest = [...byLanguage].sort(
    ([a, m], [b, n]) => countPeople(n, crowd) - countPeople(m, crowd) || (a < b ? -1 : 1),
  )[0]?.[1];
  const wordings = new Map<string, string>(); // person and wording → wording
  for (const { wording, sentence } of main ?? commonest ?? [])
    wordings.set(`${crowd.personOf.get(sentence.reviewId)} ${wording}`, wording);
  return mostFrequent([...wordings.values()]) ?? "";
}

function countPeople(mentions: readonly Mention[], crowd: Crowd): number {
  return peopleOf(
    mentions.map(({ sentence }) => sentence.reviewId),
    crowd,
  ).size;
}

/** @returns a wording on one line, in small letters */
export function tidy(wording: string): string {
  return wording.replace(/\s+/gu, " ").trim().toLowerCase();
}
