/** One question to a focus group: each voice answers in a context of its own, then all hear what was said. */
import type { Answer, GroupRound, GroupTalk } from "../../domain";
import { answerPersona, type Evidence } from "../answering";
import { answerFromEvidence } from "../interview";
import { speakingOrder } from "./order";
import { countedReactions, type HeardRound, type VoiceParts, writeReactions } from "./reacting";
import { splitOf } from "./split";

/** A question that nobody has answered yet, in the talk it is a part of. */
export interface OpenRound extends HeardRound {
  group: GroupTalk;
}

/**
 * @param keep told of everything that is added to the round, as soon as it is there
 * @returns whether it was stopped; what was said until then was kept @throws what the encoder throws
 */
export async function holdRound(
  parts: VoiceParts,
  open: OpenRound,
  keep: (more: Partial<GroupRound>) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const { turns, stopped } = await hear(parts, open, keep, signal);
  const counted = countedReactions(turns, open);
  await keep({ turns: counted, split: await split(parts, { ...open.round, turns }, open.evidence) });
  return stopped || (await writeReactions(parts, open, counted, keep, signal));
}

/** One voice after the other, none of which sees what another said. @returns what was said, and whether it was stopped before all had spoken */
async function hear(
  parts: VoiceParts,
  { group, round, language, evidence, personas }: OpenRound,
  keep: (more: Partial<GroupRound>) => Promise<void>,
  signal: AbortSignal,
): Promise<{ turns: GroupRound["turns"]; stopped: boolean }> {
  const place = group.rounds.findIndex(({ id }) => id === round.id);
  const turns: GroupRound["turns"] = [];
  for (const { personaId } of speakingOrder(group.speakers, place, group.id)) {
    if (signal.aborted) return { turns, stopped: true };
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
    if (heard?.stopped) return { turns, stopped: true };
  }
  return { turns, stopped: false };
}

async function split(parts: VoiceParts, { question, turns }: GroupRound, evidence: Evidence) {
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
