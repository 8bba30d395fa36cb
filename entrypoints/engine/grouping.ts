/** Focus groups: each voice answers in a context of its own, then all hear what was said; stored voice by voice. */
import { speakingOrder, splitOf, summarize } from "../../lib/ask/group";
import { answerFromEvidence } from "../../lib/ask/interview";
import type { Answer, GroupRound, GroupSummary, GroupTalk, Persona } from "../../lib/domain";
import { beginRound, groupOf, keepRound, keepSummary } from "../../lib/store/groups";
import { answerPersona, type Evidence, groundedBy } from "./answering";
import { type Asking, type AskingParts, questionOf, toldProblem } from "./asking";
import { countedReactions, type HeardRound, writeReactions } from "./reacting";

interface GroupAsked {
  groupId: string;
  question: string;
  /** BCP 47, the person's. */
  language: string;
}

interface Round extends HeardRound {
  group: GroupTalk;
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
    const all: Round = { ...begun, language, evidence, personas };
    const stopped = await asking.stoppable(round.id, async (signal) => {
      const cut = await hear(parts, all, keep, signal);
      await keep({ turns: countedReactions(round.turns, all), split: await split(parts, round, evidence) });
      return cut || (await writeReactions(parts, all, round.turns, keep, signal));
    });
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

/** One voice after the other, none of which sees what another said. @returns whether it was stopped before all had spoken */
async function hear(
  parts: AskingParts,
  { group, round, language, evidence, personas }: Round,
  keep: (more: Partial<GroupRound>) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const place = group.rounds.findIndex(({ id }) => id === round.id);
  const turns: GroupRound["turns"] = [];
  for (const { personaId } of speakingOrder(group.speakers, place, group.id)) {
    if (signal.aborted) return true;
    const persona = personas.get(personaId);
    const earlier = group.rounds.slice(0, place).flatMap(({ id, question, asked, state, turns: said }) => {
      const answer = said.find((turn) => turn.personaId === personaId)?.answer;
      return [{ id, question, asked, state, ...(answer ? { answer } : {}) }];
    });
    const onText = (text: string) => parts.draft(round.id, personaId, text);
    const asked = { question: round.question, language, earlier, evidence, seed: place + 1, signal, onText };
    const heard = persona && (await answerPersona(parts, { ...asked, persona }));
    turns.push({ personaId, ...(heard ? { answer: heard.answer } : {}) });
    await keep({ turns: [...turns] });
    if (heard?.stopped) return true;
  }
  return false;
}

async function split(parts: AskingParts, { question, turns }: GroupRound, evidence: Evidence) {
  const [questionVector = new Float32Array()] = await parts.encode([question]);
  const persona = { segment: { reviewIds: evidence.reviews.map(({ id }) => id) } };
  const everybody: Answer = answerFromEvidence({
    question,
    questionVector,
    persona,
    productName: evidence.subject.name,
    ...evidence,
  });
  return splitOf(
    turns.map(({ answer }) => answer),
    everybody,
  );
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
