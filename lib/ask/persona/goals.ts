/** What they use it for and want of it: situations, needs, who it is for, and what they say they use it for. */
import type { Sentence } from "../../domain";
import type { Crowd } from "../segments/crowd";
import { spokenBy } from "../segments/spoken-by";
import { contentWords, stemOf } from "../words";
import { USE_CUES } from "./use-cues";

export interface Goal {
  key: string;
  /** In the reviewer's words. */
  label: string;
}

const SURE = 0.5;

/** @returns situations and shared needs by the id of the sentence that says them */
export function spokenGoals(crowd: Crowd): Map<string, Goal[]> {
  const goals = new Map<string, Goal[]>();
  const { situations, needs } = spokenBy(crowd);
  const groups = [
    ...situations.map((group) => ({ kind: "situation", ...group })),
    ...needs.map((group) => ({ kind: "need", ...group })),
  ];
  for (const { kind, key, topic, sentenceIds } of groups) {
    for (const id of sentenceIds) {
      const known = goals.get(id) ?? [];
      if (!known.some(({ label }) => meets(label, topic))) known.push({ key: `${kind}:${key}`, label: topic });
      goals.set(id, known);
    }
  }
  return goals;
}

/**
 * @param text the sentence's words
 * @param spoken situations and needs it tells
 * @returns none for most sentences; a situation rather than the words that show it
 */
export function goalsIn(sentence: Sentence, text: string, spoken: readonly Goal[]): Goal[] {
  const others = [...usersIn(sentence, text), ...USE_CUES.flatMap((cue) => goalOf("need", cue.exec(text)?.[1] ?? ""))];
  const fresh = others.filter(({ label }) => !spoken.some((known) => meets(known.label, label)));
  return [...new Map([...spoken, ...fresh].map((goal) => [goal.key, goal])).values()];
}

/** Who uses it, where understanding marked who. */
function usersIn({ intents = [], start }: Sentence, text: string): Goal[] {
  return intents.flatMap(({ intent, about, confidence = 1 }) => {
    if (intent !== "user" || !about || confidence < SURE) return [];
    return goalOf("user", text.slice(Math.max(0, about.start - start), Math.max(0, about.end - start)));
  });
}

function goalOf(kind: string, wording: string): Goal[] {
  const label = wording.replace(/\s+/gu, " ").trim().toLowerCase();
  const last = contentWords(label).at(-1);
  return last ? [{ key: `${kind}:${stemOf(last.surface)}`, label }] : [];
}

function meets(known: string, label: string): boolean {
  return known.includes(label) || label.includes(known);
}
