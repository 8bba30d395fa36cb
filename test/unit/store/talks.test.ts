import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EarshotDatabase } from "../../../lib/store/db";
import {
  beginTurn,
  deleteTalk,
  endTurn,
  failUnanswered,
  newTalk,
  pinsOf,
  pinTurn,
  reopenTurn,
} from "../../../lib/store/talks";
import { answerOf, personaWith } from "../../fixtures/ask/made";
import { makeSubject } from "./records";

const persona = personaWith({ id: "p", subjectId: "s1", name: "Commuters" });
const first = { question: "Is it loud?", asked: "2026-01-01T00:00:00Z" };
let db: EarshotDatabase;
beforeEach(async () => {
  db = new EarshotDatabase(`talks-${crypto.randomUUID()}`);
  await db.subjects.put({ ...makeSubject(), settled: 1 });
  await db.personas.put(persona);
});
afterEach(() => db.delete());

describe("a turn", () => {
  it("is stored before it is answered, with who speaks", async () => {
    const { conversation, turn } = await beginTurn(db, persona, first);
    const stored = await db.conversations.get(conversation.id);
    expect(stored?.turns).toEqual([{ ...first, id: turn.id, state: "answering" }]);
    expect(stored?.speaker).toMatchObject({ personaId: "p", name: "Commuters", voice: 1 });
  });

  it("joins the latest talk, or the one that is named", async () => {
    const { conversation } = await beginTurn(db, persona, first);
    const other = await newTalk(db, "p", "2026-01-02T00:00:00Z");
    const latest = await beginTurn(db, persona, { question: "Why?", asked: "2026-01-03T00:00:00Z" });
    expect(latest.conversation.id).toBe(other);
    const named = await beginTurn(db, persona, { ...first, conversationId: conversation.id });
    expect(named.conversation.turns).toHaveLength(2);
  });

  it("is not lost when two panels ask at once", async () => {
    const { conversation } = await beginTurn(db, persona, first);
    const conversationId = conversation.id;
    await Promise.all(
      ["One?", "Two?", "Three?"].map((question) => beginTurn(db, persona, { ...first, question, conversationId })),
    );
    const questions = (await db.conversations.get(conversationId))?.turns.map(({ question }) => question);
    expect(questions?.sort()).toEqual(["Is it loud?", "One?", "Three?", "Two?"]);
  });

  it("keeps the answers it had, and gets the last one back when it cannot be answered anew", async () => {
    const { conversation, turn } = await beginTurn(db, persona, first);
    const id = conversation.id;
    await endTurn(db, id, turn.id, { state: "answered", answer: answerOf({ supporters: 1 }) });
    await reopenTurn(db, id, turn.id);
    const again = await endTurn(db, id, turn.id, { state: "answered", answer: answerOf({ supporters: 2 }) });
    expect(again?.earlier?.map(({ supporters }) => supporters)).toEqual([1]);
    await reopenTurn(db, id, turn.id);
    const failed = await endTurn(db, id, turn.id, { state: "failed", problem: { message: "It stopped." } });
    expect(failed).toMatchObject({ state: "failed", answer: { supporters: 2 }, problem: { message: "It stopped." } });
    expect(failed?.earlier).toHaveLength(1);
  });

  it("says of deleted talks that they are gone, and writes nothing for them", async () => {
    const { conversation, turn } = await beginTurn(db, persona, first);
    await deleteTalk(db, conversation.id);
    expect(await endTurn(db, conversation.id, turn.id, { state: "answered", answer: answerOf() })).toBeUndefined();
    await expect(reopenTurn(db, conversation.id, turn.id)).rejects.toMatchObject({ code: "turn_gone" });
    await expect(beginTurn(db, persona, { ...first, conversationId: conversation.id })).rejects.toMatchObject({
      code: "turn_gone",
    });
    await db.subjects.clear();
    await expect(beginTurn(db, persona, first)).rejects.toMatchObject({ code: "persona_gone" });
    expect(await db.conversations.count()).toBe(0);
  });
});

describe("an engine that was ended", () => {
  it("leaves no turn that waits for ever; answered ones stay", async () => {
    const { conversation, turn } = await beginTurn(db, persona, first);
    await endTurn(db, conversation.id, turn.id, { state: "answered", answer: answerOf() });
    await beginTurn(db, persona, { question: "And the lid?", asked: "2026-01-02T00:00:00Z" });
    await failUnanswered(db);
    const turns = (await db.conversations.get(conversation.id))?.turns;
    expect(turns?.map(({ state }) => state)).toEqual(["answered", "failed"]);
    expect(turns?.[1]?.problem?.code).toBe("answer_broken_off");
  });
});

describe("an answer kept in Notes", () => {
  it("outlives its talk, and goes when it is taken out", async () => {
    const { conversation, turn } = await beginTurn(db, persona, first);
    const place = { conversationId: conversation.id, turnId: turn.id };
    await expect(pinTurn(db, { ...place, pinned: true }, "2026-01-02")).rejects.toMatchObject({ code: "turn_gone" });
    await endTurn(db, conversation.id, turn.id, { state: "answered", answer: answerOf() });
    await pinTurn(db, { ...place, pinned: true }, "2026-01-02");
    expect((await db.conversations.get(conversation.id))?.turns[0]?.pinned).toBe(true);
    await deleteTalk(db, conversation.id);
    expect(await pinsOf(db, "s1")).toMatchObject([{ question: "Is it loud?", speaker: { name: "Commuters" } }]);
    await pinTurn(db, { ...place, pinned: false }, "2026-01-03");
    expect(await pinsOf(db, "s1")).toEqual([]);
  });
});
