/** What a voice is asked when it is to say in prose what it makes of the others. */
import type { Answer, Polarity } from "../../domain";
import { matterKey, raisedBy } from "./matter";

/** More than one sentence holds. */
const MATTERS = 3;
const VERBS: Record<Extract<Polarity, "positive" | "negative">, string> = {
  positive: "praise",
  negative: "complain about",
};

/**
 * Names the matters, never the words of another voice: those may be a model's, and each voice speaks for its own reviewers only.
 * @param reaction what its own reviewers say about what the others raised
 * @param others as they answered
 * @returns a question in English, as prompts are; names of matters stand in it as reviewers or people wrote them
 */
export function questionToReact(reaction: Answer, others: readonly (Answer | undefined)[]): string {
  const own = new Set(reaction.claims.flatMap(({ topic }) => (topic === undefined ? [] : [matterKey(topic)])));
  const raised = new Map(
    others
      .flatMap(raisedBy)
      .filter(({ topic }) => own.has(matterKey(topic)))
      .map(({ topic, polarity }) => [`${polarity} ${matterKey(topic)}`, `some ${VERBS[polarity]} “${topic}”`]),
  );
  const said = [...raised.values()].slice(0, MATTERS).join(", ");
  return said ? `In the group ${said}. What do you say about that?` : "What do you say about what others raised?";
}
