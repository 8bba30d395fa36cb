/** What reviewers of a subject say about a matter that somebody in a group raised. */
import type { Answer, Polarity, Theme } from "../../domain";
import type { EvidenceIndex, IndexedSentence } from "../evidence-index";
import { byId } from "../material";
import { type Stance, stancesOf } from "../topics";
import { contentWords } from "../words";

/** What the words of a group are looked up in. */
export interface GroupEvidence {
  themes: readonly Theme[];
  index: EvidenceIndex;
}

/** A matter that a voice judged. */
export interface Raised {
  topic: string;
  polarity: Extract<Polarity, "positive" | "negative">;
}

/** @returns what an answer judges by name, in its order; a claim without a topic is about the question itself */
export function raisedBy(answer: Answer | undefined): Raised[] {
  return (answer?.claims ?? []).flatMap(({ topic, polarity }) => {
    if (topic === undefined || (polarity !== "positive" && polarity !== "negative")) return [];
    return [{ topic, polarity }];
  });
}

/** @returns a key under which two spellings of a matter meet */
export function matterKey(topic: string): string {
  const stems = contentWords(topic).map(({ stem }) => stem);
  return stems.length > 0 ? [...new Set(stems)].sort().join(" ") : topic.trim().toLowerCase();
}

/**
 * @param members review ids to be heard; everybody when absent
 * @returns one stance a person, from sentences of the theme of that name, or that say all of its words
 */
export function stancesOn(topic: string, { themes, index }: GroupEvidence, members?: ReadonlySet<string>): Stance[] {
  const name = topic.trim().toLowerCase();
  const named = new Set(themes.filter(({ label }) => label.toLowerCase() === name).map(({ id }) => id));
  const stems = contentWords(topic).map(({ stem }) => stem);
  const about = ({ sentence, stems: said }: IndexedSentence) =>
    named.has(sentence.themeId ?? "") ||
    named.has(sentence.subthemeId ?? "") ||
    (named.size === 0 && stems.length > 0 && stems.every((stem) => said.has(stem)));
  const heard = index.entries.filter((entry) => (!members || members.has(entry.review.id)) && about(entry));
  const reviews = byId(heard.map(({ review }) => review));
  return stancesOf(
    heard.map(({ sentence }) => sentence),
    reviews,
  );
}
