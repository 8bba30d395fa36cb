/** Focus groups: each voice answers in a context of its own, then all hear what was said; stored voice by voice. */
import { type Evidence, groundedBy } from "../../lib/ask/answering";
import { holdRound, summarize } from "../../lib/ask/group";
import type { GroupRound, GroupSummary, Persona } from "../../lib/domain";
import { beginRound, groupOf, keepRound, keepSummary } from "../../lib/store/groups";
import { type Asking, type AskingParts, questionOf, toldProblem } from "./asking";

interface GroupAsked {
  groupId: string;
  question: string;
  /** BCP 47, the person's. */
  language: string;
}

/**
 * Puts a question to a group. A stopped round keeps what was said.
 * @throws Problem question_missing, group_gone; what the encoder throws, kept with the round
 */
export async function askGroup(
  parts: AskingParts,
  asking: Pick<Asking, "stoppable">,
  { groupId, question: asked, language }: GroupAsked,
): Promise<{ round: GroupRound }> {
  const { db } = parts;
  const question = questionOf(asked);
  const begun = await beginRound(db, groupId, { question, asked: new Date().toISOString() });
  let round = begun.round;
  const keep = async (more: Partial<GroupRound>) => {
    round = { ...round, ...more };
    await keepRound(db, groupId, round);
  };
  try {
    const { subjectId, speakers } = begun.group;
    const evidence = await parts.evidence.of(subjectId);
    const personas = await voicesOf(
      parts,
      speakers.map(({ personaId }) => personaId),
      evidence,
    );
    const all = { ...begun, language, evidence, personas };
    const stopped = await asking.stoppable(round.id, (signal) => holdRound(parts, all, keep, signal));
    await keep({ state: stopped ? "stopped" : "answered" });
    return { round };
  } catch (error) {
    await keep({ state: "failed", problem: toldProblem(error) });
    throw error;
  }
}

/** Whoever was described speaks with the reviewers nearest to the description, and reacts with them; those that are gone are missing. */
async function voicesOf(
  parts: AskingParts,
  ids: readonly string[],
  evidence: Evidence,
): Promise<ReadonlyMap<string, Persona>> {
  const found = await parts.db.personas.bulkGet([...ids]);
  const here = found.filter((one) => one !== undefined);
  const voices = await Promise.all(here.map((persona) => groundedBy(parts, persona, evidence)));
  return new Map(voices.map((one) => [one.id, one]));
}

/** Counted from what is stored, so it is the same however often it is asked for. @throws Problem group_gone */
export async function summarizeGroup(
  { db, evidence }: Pick<AskingParts, "db" | "evidence">,
  groupId: string,
): Promise<GroupSummary> {
  const { subjectId, rounds } = await groupOf(db, groupId);
  const summary = summarize(rounds, await evidence.of(subjectId));
  await keepSummary(db, groupId, summary);
  return summary;
}
