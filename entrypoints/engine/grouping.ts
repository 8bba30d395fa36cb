/** Focus groups: each voice answers in a context of its own, then all hear what was said; stored voice by voice. */
import { reactTo, speakingOrder, splitOf, summarize, type Voice } from "../../lib/ask/group";
import { answerFromEvidence } from "../../lib/ask/interview";
import type { Answer, GroupRound, GroupSummary, GroupTalk, Persona } from "../../lib/domain";
import { beginRound, groupOf, keepRound, keepSummary } from "../../lib/store/groups";
import { answerPersona, type Evidence } from "./answering";
import { type Asking, type AskingParts, questionOf, toldProblem } from "./asking";

interface GroupAsked {
  groupId: string;
  question: string;
  /** BCP 47, the person's. */
  language: string;
}

interface Round {
  group: GroupTalk;
  round: GroupRound;
  language: string;
  evidence: Evidence;
  /** By id; those that were made anew under other ids meanwhile are missing and stay silent. */
  personas: ReadonlyMap<string, Persona>;
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
    const found = await db.personas.bulkGet(speakers.map(({ personaId }) => personaId));
    const personas = new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])));
    const all: Round = { ...begun, language, evidence, personas };
    const stopped = await asking.stoppable(round.id, (signal) => hear(parts, all, keep, signal));
    await keep({ turns: reactions(round, all), split: await split(parts, round, evidence) });
    await keep({ state: stopped ? "stopped" : "answered" });
    return { round };
  } catch (error) {
    await keep({ state: "failed", problem: toldProblem(error) });
    throw error;
  }
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

function reactions({ turns }: GroupRound, { personas, evidence }: Round): GroupRound["turns"] {
  const voices = turns.map(({ personaId, answer }): Voice => {
    const persona = personas.get(personaId);
    return { personaId, reviewIds: persona?.reviewIds ?? [], ...(answer ? { answer } : {}) };
  });
  return turns.map((turn, place) => {
    const own = voices[place];
    if (!own || voices.length < 2) return turn;
    const others = voices.filter((voice) => voice !== own);
    return { ...turn, reaction: reactTo(own, others, evidence) };
  });
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
