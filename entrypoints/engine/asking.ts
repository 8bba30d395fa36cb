/** Questions of people: stored before they are answered, answered one by one, stopped on request. */

import { type AnswerParts, answerPersona } from "../../lib/ask/answering";
import { searchByMeaning } from "../../lib/ask/retrieve";
import { type Conversation, LONGEST_QUESTION, Problem, type Turn } from "../../lib/domain";
import type { AskReceipt } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";
import { beginTurn, endTurn, reopenTurn } from "../../lib/store/talks";
import type { SubjectEvidence } from "./subject-evidence";

/** More sentences than anyone scrolls through. */
const RESULTS_LIMIT = 500;

export interface AskingParts extends AnswerParts {
  db: EarshotDatabase;
  evidence: SubjectEvidence;
  /** Tells open panels what a language model has written so far of a turn. */
  draft(id: string, personaId: string, text: string): void;
}

interface Asked {
  personaId: string;
  question: string;
  conversationId?: string;
  /** BCP 47, the person's. */
  language: string;
}

export class Asking {
  #parts: AskingParts;
  /** By id of the turn, or whatever else is being answered. */
  #running = new Map<string, AbortController>();

  constructor(parts: AskingParts) {
    this.#parts = parts;
  }

  /** @throws Problem when the persona or the talk is gone or the question is empty; what the encoder throws, kept with the turn */
  async ask({ personaId, question: asked, conversationId, language }: Asked): Promise<AskReceipt> {
    const { db } = this.#parts;
    const question = questionOf(asked);
    const persona = await db.personas.get(personaId);
    if (!persona) throw new Problem("persona_gone", "This persona was made anew from more reviews. Choose one again.");
    const at = new Date().toISOString();
    const { conversation, turn } = await beginTurn(db, persona, { question, asked: at, conversationId });
    return this.#answer(conversation, turn, language);
  }

  /** @throws Problem turn_gone, persona_gone, and as `ask` */
  async again(data: { conversationId: string; turnId: string; language: string }): Promise<AskReceipt> {
    const { db } = this.#parts;
    const turn = await reopenTurn(db, data.conversationId, data.turnId);
    const conversation = await db.conversations.get(data.conversationId);
    if (!conversation) throw new Problem("turn_gone", "This talk was deleted meanwhile.");
    return this.#answer(conversation, turn, data.language);
  }

  /** Stops what is being answered under this id; unknown ids are answered already. */
  stop(id: string): void {
    this.#running.get(id)?.abort(new DOMException("Stopped by hand.", "AbortError"));
  }

  /** Runs what can be stopped under an id. */
  async stoppable<T>(id: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    try {
      return await run(controller.signal);
    } finally {
      this.#running.delete(id);
    }
  }

  async #answer({ id, personaId, subjectId, turns }: Conversation, turn: Turn, language: string): Promise<AskReceipt> {
    const { db, draft } = this.#parts;
    try {
      const [persona, evidence] = await Promise.all([db.personas.get(personaId), this.#parts.evidence.of(subjectId)]);
      if (!persona) throw new Problem("persona_gone", "This persona was made anew from more reviews.");
      const { answer, stopped } = await this.stoppable(turn.id, (signal) =>
        answerPersona(this.#parts, {
          persona,
          question: turn.question,
          language,
          earlier: before(turns, turn),
          evidence,
          seed: 1 + (turn.earlier?.length ?? 0),
          signal,
          onText: (text) => draft(turn.id, personaId, text),
        }),
      );
      await endTurn(db, id, turn.id, { state: stopped ? "stopped" : "answered", answer });
      return { conversationId: id, turnId: turn.id, answer };
    } catch (error) {
      await endTurn(db, id, turn.id, { state: "failed", problem: toldProblem(error) });
      throw error;
    }
  }
}

/** @returns the question as it is asked; one that was cut shows it by its last sign (…) @throws Problem question_missing */
export function questionOf(asked: string): string {
  const whole = asked.trim();
  const question = whole.length > LONGEST_QUESTION ? `${whole.slice(0, LONGEST_QUESTION - 1)}…` : whole;
  if (!question) throw new Problem("question_missing", "There is no question. Write one first.");
  return question;
}

/** @returns an error as it is stored with what it spoiled */
export function toldProblem(error: unknown): NonNullable<Turn["problem"]> {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Problem ? { code: error.code, values: error.values, message } : { message };
}

function before(turns: readonly Turn[], turn: Turn): Turn[] {
  const place = turns.findIndex(({ id }) => id === turn.id);
  return turns.slice(0, place < 0 ? turns.length : place);
}

/** Sentences of a subject nearest to a query in meaning and words, best first. */
export async function search(
  { encode, evidence }: Pick<AskingParts, "encode" | "evidence">,
  subjectId: string,
  wanted: string,
) {
  const text = wanted.trim().slice(0, LONGEST_QUESTION);
  if (!text) return [];
  const [vectors, material] = await Promise.all([encode([text]), evidence.of(subjectId)]);
  const query = { queryVector: vectors[0] ?? new Float32Array(), queryText: text, limit: RESULTS_LIMIT };
  return searchByMeaning({ ...query, ...material }).map(({ sentence, score }) => {
    const { reviewId, start, end } = sentence;
    return { reviewId, start, end, score };
  });
}
