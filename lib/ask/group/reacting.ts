/** After all of a group have spoken: what each makes of the others, counted, and in prose where a language model writes. */
import type { Answer, GroupRound, GroupTurn, Persona } from "../../domain";
import { type AnswerParts, type Evidence, putIntoProse } from "../answering";
import { mayBeWritten, type PassageBudget, passagesFor } from "../grounding";
import { reactTo, type Voice } from "./reaction";
import { questionToReact } from "./reaction-question";

/** What voices answer and react with. */
export interface VoiceParts extends AnswerParts {
  /** Told what a language model has written so far for a voice of a round, unchecked. */
  draft(roundId: string, personaId: string, text: string): void;
}

/** A round in which all were heard. */
export interface HeardRound {
  round: GroupRound;
  /** BCP 47, the person's. */
  language: string;
  evidence: Evidence;
  /** By id; those that were made anew under other ids meanwhile are missing and stay silent. */
  personas: ReadonlyMap<string, Persona>;
}

/** @returns the same turns, each with whom it agrees and with whom not, from its own reviewers' sentences alone */
export function countedReactions(turns: readonly GroupTurn[], { personas, evidence }: HeardRound): GroupTurn[] {
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

/**
 * Has the language model, where one was chosen, put into words what each voice's reviewers say about what the others raised. It is checked
 * like any answer; what was counted stays where nothing it wrote can stand. Kept voice by voice.
 * @returns whether it was stopped
 */
export async function writeReactions(
  parts: VoiceParts,
  heard: HeardRound,
  turns: readonly GroupTurn[],
  keep: (more: Pick<GroupRound, "turns">) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  if (parts.generator.chosen().kind === "evidence") return false;
  const written = [...turns];
  for (const [place, turn] of turns.entries()) {
    const persona = heard.personas.get(turn.personaId);
    const plain = reactionToWrite(turn);
    if (!persona || !turn.reaction || !plain) continue;
    if (signal.aborted) return true;
    const others = turns.filter((one) => one !== turn).map(({ answer }) => answer);
    const { answer, stopped } = await write(parts, { heard, turn, persona, plain, others, signal });
    written[place] = { ...turn, reaction: { ...turn.reaction, answer } };
    await keep({ turns: [...written] });
    if (stopped) return true;
  }
  return false;
}

/** A model that could not be run for the answer is not waited for once more. */
function reactionToWrite({ answer, reaction }: GroupTurn): Answer | undefined {
  if (answer?.fallback?.why === "failed") return undefined;
  return reaction?.answer && mayBeWritten(reaction.answer) ? reaction.answer : undefined;
}

interface Writing {
  heard: HeardRound;
  turn: GroupTurn;
  persona: Persona;
  plain: Answer;
  others: readonly (Answer | undefined)[];
  signal: AbortSignal;
}

function write(parts: VoiceParts, { heard, turn, persona, plain, others, signal }: Writing) {
  const { round, language, evidence } = heard;
  const question = questionToReact(plain, others);
  const { id, asked, state } = round;
  const own = { id, question: round.question, asked, state, ...(turn.answer ? { answer: turn.answer } : {}) };
  const onText = (text: string) => parts.draft(id, turn.personaId, text);
  const wanted = { persona, question, language, earlier: [own], evidence, seed: 1, signal, onText };
  // its passages are those that were counted: what is asked after are matters, not one topic
  const interview = { question, questionVector: new Float32Array(), persona, ...evidence };
  const passages = (budget: PassageBudget) => passagesFor(interview, { ...plain, asked: "likes" }, budget);
  return putIntoProse(parts, wanted, plain, passages);
}
