/** Talks with personas, turn by turn. A turn is stored before it is answered, so that a question is never lost with the engine that answers it. */
import type { Answer, Conversation, Persona, Pin, Speaker, ToldProblem, Turn } from "../domain";
import { Problem } from "../domain";
import type { EarshotDatabase } from "./db";

/** How a turn ended; `answer` where there is one, `problem` in a sentence where there is none. */
export type TurnEnd = Pick<Turn, "answer" | "problem"> & { state: Exclude<Turn["state"], "answering"> };

/** @returns who speaks, as it is now: kept with a talk, since personas are made anew */
export function speakerOf(persona: Persona): Speaker {
  const { id, segment, voice, voices, name = segment.name, description } = persona;
  return {
    personaId: id,
    basis: segment.basis,
    voice,
    voices,
    reviewers: segment.reviewers,
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
  };
}

/**
 * Adds a question to a talk; without `conversationId` to the persona's latest one, which is begun when there is none.
 * @param asked ISO 8601
 * @throws Problem turn_gone when the talk was deleted; persona_gone when its subject was
 */
export async function beginTurn(
  db: EarshotDatabase,
  persona: Persona,
  { question, asked, conversationId }: { question: string; asked: string; conversationId?: string },
): Promise<{ conversation: Conversation; turn: Turn }> {
  return db.transaction("rw", db.subjects, db.conversations, async () => {
    if (!(await db.subjects.get(persona.subjectId))) throw gone();
    const earlier = conversationId ? await db.conversations.get(conversationId) : await latestTalk(db, persona.id);
    if (conversationId && !earlier) throw deleted();
    const conversation = earlier ?? talkOf(persona, asked);
    const turn: Turn = { id: crypto.randomUUID(), question, asked, state: "answering" };
    conversation.turns.push(turn);
    await db.conversations.put({ ...conversation, updated: asked });
    return { conversation, turn };
  });
}

/**
 * Lets a turn be answered once more: the answer it has goes among the earlier ones.
 * @throws Problem turn_gone
 */
export async function reopenTurn(db: EarshotDatabase, conversationId: string, turnId: string): Promise<Turn> {
  const turn = await changeTurn(db, conversationId, turnId, ({ answer, earlier = [], problem: _, ...kept }) => ({
    ...kept,
    state: "answering",
    ...(answer || earlier.length > 0 ? { earlier: [...earlier, ...(answer ? [answer] : [])] } : {}),
  }));
  if (!turn) throw deleted();
  return turn;
}

/** Keeps how a turn ended; one that was deleted meanwhile stays deleted. An answer that could not be made anew is the one it had. */
export async function endTurn(
  db: EarshotDatabase,
  conversationId: string,
  turnId: string,
  end: TurnEnd,
): Promise<Turn | undefined> {
  return changeTurn(db, conversationId, turnId, (turn) => {
    if (end.answer || !turn.earlier?.length) return { ...turn, ...end };
    return { ...turn, ...end, answer: turn.earlier.at(-1), earlier: turn.earlier.slice(0, -1) };
  });
}

async function changeTurn(
  db: EarshotDatabase,
  conversationId: string,
  turnId: string,
  change: (turn: Turn) => Turn,
): Promise<Turn | undefined> {
  return db.transaction("rw", db.conversations, async () => {
    const conversation = await db.conversations.get(conversationId);
    const place = conversation?.turns.findIndex(({ id }) => id === turnId) ?? -1;
    const turn = conversation?.turns[place];
    if (!conversation || !turn) return undefined;
    const changed = change(turn);
    conversation.turns[place] = changed;
    await db.conversations.put(conversation);
    return changed;
  });
}

/** @returns the id of a talk begun now, empty @throws Problem persona_gone */
export async function newTalk(db: EarshotDatabase, personaId: string, at: string): Promise<string> {
  return db.transaction("rw", db.personas, db.conversations, async () => {
    const persona = await db.personas.get(personaId);
    if (!persona) throw gone();
    const conversation = talkOf(persona, at);
    await db.conversations.put(conversation);
    return conversation.id;
  });
}

/** Forgets a talk; what was kept of it in Notes stays. */
export async function deleteTalk(db: EarshotDatabase, conversationId: string): Promise<void> {
  await db.conversations.delete(conversationId);
}

/** The talk with a persona that was gone on with last. */
async function latestTalk(db: EarshotDatabase, personaId: string): Promise<Conversation | undefined> {
  const talks = await db.conversations.where("personaId").equals(personaId).sortBy("updated");
  return talks.at(-1);
}

/** Turns that an ended engine was answering: nothing answers them any more, and asking again is for the person to decide. */
export async function failUnanswered(db: EarshotDatabase): Promise<void> {
  const problem: ToldProblem = {
    code: "answer_broken_off",
    message: "Earshot was ended before this was answered. Ask again.",
  };
  await db.transaction("rw", db.conversations, db.groups, async () => {
    const broken = db.conversations.filter(({ turns }) => turns.some(({ state }) => state === "answering"));
    await broken.modify((talk) => {
      for (const turn of talk.turns) if (turn.state === "answering") Object.assign(turn, { state: "failed", problem });
    });
    const halves = db.groups.filter(({ rounds }) => rounds.some(({ state }) => state === "answering"));
    await halves.modify((group) => {
      for (const round of group.rounds)
        if (round.state === "answering") Object.assign(round, { state: "failed", problem });
    });
  });
}

/** Keeps an answer in Notes, or no longer. @throws Problem turn_gone when there is no such answer */
export async function pinTurn(
  db: EarshotDatabase,
  { conversationId, turnId, pinned }: { conversationId: string; turnId: string; pinned: boolean },
  at: string,
): Promise<void> {
  await db.transaction("rw", db.conversations, db.pins, async () => {
    const conversation = await db.conversations.get(conversationId);
    const turn = conversation?.turns.find(({ id }) => id === turnId);
    if (!pinned) await db.pins.delete(turnId);
    else if (conversation && turn?.answer) await db.pins.put(pinOf(conversation, { ...turn, answer: turn.answer }, at));
    else throw deleted();
    if (turn) await changeTurn(db, conversationId, turnId, (one) => ({ ...one, pinned }));
  });
}

function pinOf({ id, subjectId, speaker }: Conversation, turn: Turn & { answer: Answer }, at: string): Pin {
  const { question, answer } = turn;
  return { id: turn.id, subjectId, conversationId: id, turnId: turn.id, speaker, question, answer, pinned: at };
}

/** @returns answers kept of a subject, the latest first */
export async function pinsOf(db: EarshotDatabase, subjectId: string): Promise<Pin[]> {
  const pins = await db.pins.where("subjectId").equals(subjectId).toArray();
  return pins.sort((a, b) => b.pinned.localeCompare(a.pinned));
}

function talkOf(persona: Persona, updated: string): Conversation {
  const { id: personaId, subjectId } = persona;
  return { id: crypto.randomUUID(), subjectId, personaId, speaker: speakerOf(persona), turns: [], updated };
}

function gone(): Problem {
  return new Problem("persona_gone", "This persona was made anew from more reviews. Choose one again.");
}

function deleted(): Problem {
  return new Problem("turn_gone", "This answer was deleted meanwhile. Ask the question once more.");
}
