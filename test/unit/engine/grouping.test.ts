import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Asking, type AskingParts } from "../../../entrypoints/engine/asking";
import { askGroup, summarizeGroup } from "../../../entrypoints/engine/grouping";
import { SubjectEvidence } from "../../../entrypoints/engine/subject-evidence";
import { EarshotDatabase } from "../../../lib/store/db";
import { addTime, deleteGroup, newGroup } from "../../../lib/store/groups";
import { failUnanswered } from "../../../lib/store/talks";
import { FakeGenerator } from "../../fixtures/ask/fake-generator";
import { personaWith, segmentOf } from "../../fixtures/ask/made";
import { kettle, vectorOf } from "../ask/kettle";
import { storeKettle } from "./stored-kettle";

const LOUD = "Is it loud?";
const AT = "2026-01-01T00:00:00Z";
const VOICES = ["p0", "p1", "p2"];
let db: EarshotDatabase;
let drafts: string[];

beforeEach(async () => {
  db = new EarshotDatabase(`grouping-${crypto.randomUUID()}`);
  drafts = [];
  await storeKettle(db);
  for (const [place, id] of VOICES.entries()) {
    const reviewIds = kettle.reviews.filter((_, i) => i % 3 === place).map((review) => review.id);
    await db.personas.put(personaWith({ id, segment: segmentOf({ id, subjectId: "kettle", reviewIds }) }));
  }
});
afterEach(() => db.delete());

function partsWith(generator?: FakeGenerator, more: Partial<AskingParts> = {}): AskingParts {
  return {
    db,
    evidence: new SubjectEvidence(db),
    encode: async (texts) => texts.map((text) => Float32Array.from(vectorOf(text))),
    readStatements: async (texts) =>
      texts.map(() => ({ vector: new Float32Array(384), sentiment: { label: "neutral", score: 0 } })),
    generator: { chosen: () => ({ kind: generator ? "wllama" : "evidence" }), ready: async () => generator },
    draft: (_id, personaId) => drafts.push(personaId),
    ...more,
  };
}
/** Says what the first passages say, word for word, with their numbers. */
const repeatsItsPassages = ({ messages }: { messages: readonly { content: string }[] }) => {
  const prompt = messages.at(-1)?.content ?? "";
  const passages = [...prompt.matchAll(/\[(\d+)\]\n(.+)\n/g)].slice(0, 2);
  return passages.map(([, id, text = ""]) => `${text.replace(/[.!?]+$/, "")} [${id}].`).join(" ");
};
/** A statement is read as the sentence it repeats. */
const readStatements: AskingParts["readStatements"] = async (texts) =>
  texts.map((text) => {
    const same = kettle.sentences.find(({ reviewId, start, end }) =>
      kettle.reviews
        .find(({ id }) => id === reviewId)
        ?.body.slice(start, end)
        .startsWith(text.replace(/[.!?]+$/, "")),
    );
    const vector = same ? Float32Array.from(same.vector, (value) => value / 127) : new Float32Array(384);
    return { vector, sentiment: same?.sentiment ?? { label: "neutral", score: 0 } };
  });
const group = () => newGroup(db, { subjectId: "kettle", personaIds: VOICES, guide: [] }, AT);
const ask = (parts: AskingParts, groupId: string, asking = new Asking(parts), question = LOUD) =>
  askGroup(parts, asking, { groupId, question, language: "en" });
/** A question on which voices raise matters of their own, so that others have something to react to. */
const askOpenly = (parts: AskingParts, groupId: string, asking = new Asking(parts)) =>
  ask(parts, groupId, asking, "What do you like about it?");

describe("a focus group", () => {
  it.each([[["p0", "p1"]], [["p0", "p1", "p1"]], [Array.from({ length: 9 }, (_, i) => `p${i}`)]])(
    "is not begun with %j",
    async (personaIds) => {
      const begun = newGroup(db, { subjectId: "kettle", personaIds, guide: [] }, AT);
      await expect(begun).rejects.toMatchObject({ code: "group_size" });
      expect(await db.groups.count()).toBe(0);
    },
  );

  it("is not begun with a persona that is gone", async () => {
    const begun = newGroup(db, { subjectId: "kettle", personaIds: ["p0", "p1", "gone"], guide: [] }, AT);
    await expect(begun).rejects.toMatchObject({ code: "persona_gone" });
  });

  it("hears every voice once, lets them react, and shows all reviewers beside them", async () => {
    const groupId = await group();
    const { round } = await ask(partsWith(), groupId);
    expect(round.state).toBe("answered");
    expect(round.turns.map(({ personaId }) => personaId).sort()).toEqual(VOICES);
    const { voices, reviewers } = round.split ?? {};
    expect(Object.values(voices ?? {}).reduce((sum, n) => sum + n, 0)).toBe(3);
    expect(reviewers?.negative).toBeGreaterThan(0);
    expect(round.turns.every(({ reaction }) => reaction)).toBe(true);
    expect((await db.groups.get(groupId))?.rounds).toEqual([round]);
  });

  it("quotes only a voice's own reviewers, word for word", async () => {
    const { round } = await ask(partsWith(), await group());
    for (const { personaId, answer, reaction } of round.turns) {
      const own = new Set((await db.personas.get(personaId))?.reviewIds);
      const claims = [...(answer?.claims ?? []), ...(reaction?.answer?.claims ?? [])];
      for (const { reviewId, start, end, text } of claims.flatMap(({ quotes }) => quotes)) {
        expect(own.has(reviewId)).toBe(true);
        expect(kettle.reviews.find(({ id }) => id === reviewId)?.body.slice(start, end)).toBe(text);
      }
    }
  });

  it("asks each voice in a context of its own", async () => {
    const generator = new FakeGenerator({ writes: "SECRET-OF-ONE-VOICE is what I think." });
    await ask(partsWith(generator), await group());
    expect(generator.asked.length).toBeGreaterThan(1);
    expect(JSON.stringify(generator.asked)).not.toContain("SECRET-OF-ONE-VOICE");
  });

  it("stops between words, and keeps what was said", async () => {
    const parts = partsWith(new FakeGenerator({ writes: "on and on ".repeat(300), pause: 5 }));
    const asking = new Asking(parts);
    const groupId = await group();
    const running = ask(parts, groupId, asking);
    await expect.poll(() => drafts.length, { timeout: 5_000 }).toBeGreaterThan(0);
    asking.stop((await db.groups.get(groupId))?.rounds[0]?.id ?? "");
    const { round } = await running;
    expect(round.state).toBe("stopped");
    expect(round.turns.length).toBeGreaterThan(0);
  });

  it("keeps the question of a round that failed, and can be asked again", async () => {
    const groupId = await group();
    const encode = async () => Promise.reject(new Error("The encoder stopped."));
    await expect(ask(partsWith(undefined, { encode }), groupId)).rejects.toThrow("stopped");
    expect((await db.groups.get(groupId))?.rounds).toMatchObject([{ question: LOUD, state: "failed" }]);
    await ask(partsWith(), groupId);
    expect((await db.groups.get(groupId))?.rounds).toMatchObject([{ state: "failed" }, { state: "answered" }]);
  });

  it("keeps what was said before the engine was killed, and says that it broke off", async () => {
    const groupId = await group();
    const { round } = await ask(partsWith(), groupId);
    const half = { ...round, state: "answering" as const, turns: round.turns.slice(0, 1) };
    await db.groups.update(groupId, { rounds: [half] });
    await failUnanswered(db);
    expect((await db.groups.get(groupId))?.rounds).toMatchObject([
      {
        state: "failed",
        problem: { code: "answer_broken_off" },
        turns: half.turns.map(({ personaId }) => ({ personaId })),
      },
    ]);
  });

  it("lets two questions at once stand side by side", async () => {
    const groupId = await group();
    const parts = partsWith();
    await Promise.all([ask(parts, groupId), ask(parts, groupId)]);
    const rounds = (await db.groups.get(groupId))?.rounds ?? [];
    expect(rounds.map(({ state, turns }) => [state, turns.length])).toEqual([
      ["answered", 3],
      ["answered", 3],
    ]);
  });

  it("stays deleted when it is deleted while it is heard", async () => {
    const groupId = await group();
    const running = ask(partsWith(new FakeGenerator({ writes: "a b c", pause: 20 })), groupId);
    await expect.poll(() => drafts.length, { timeout: 5_000 }).toBeGreaterThan(0);
    await deleteGroup(db, groupId);
    await running;
    expect(await db.groups.count()).toBe(0);
    await expect(ask(partsWith(), groupId)).rejects.toMatchObject({ code: "group_gone" });
  });

  it("reacts in prose of the chosen model, checked against the voice's own reviewers", async () => {
    const generator = new FakeGenerator({ writes: repeatsItsPassages });
    const { round } = await askOpenly(partsWith(generator, { readStatements }), await group());
    const counted = await askOpenly(partsWith(), await group());
    const due = counted.round.turns.filter(({ reaction }) => reaction?.answer);
    expect(due.length).toBeGreaterThan(0);
    expect(generator.asked).toHaveLength(VOICES.length + due.length);
    for (const { personaId } of due) {
      const said = round.turns.find((turn) => turn.personaId === personaId)?.reaction?.answer;
      const own = new Set((await db.personas.get(personaId))?.reviewIds);
      expect(said?.usage?.model).toBe("Scripted-1B");
      const quoted = (said?.statements ?? []).flatMap(({ quotes }) => quotes);
      for (const { reviewId, start, end, text } of quoted) {
        expect(own.has(reviewId)).toBe(true);
        expect(kettle.reviews.find(({ id }) => id === reviewId)?.body.slice(start, end)).toBe(text);
      }
    }
    const supported = round.turns.flatMap(({ reaction }) => reaction?.answer?.statements ?? []);
    expect(supported.some(({ support }) => support === "supported")).toBe(true);
  });

  it("reacts by what was counted where nothing the model wrote can stand", async () => {
    const generator = new FakeGenerator({ writes: "The moon is made of green cheese, say astronauts." });
    const { round } = await askOpenly(partsWith(generator), await group());
    const answers = round.turns.flatMap(({ reaction }) => reaction?.answer ?? []);
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) {
      expect(answer).toMatchObject({ engine: "evidence", fallback: { why: "unsupported" } });
      expect(answer.claims.length).toBeGreaterThan(0);
    }
  });

  it("stops between reactions too, and keeps those that were counted", async () => {
    const generator = new FakeGenerator({
      writes: ({ messages }) => (/What do you say/.test(messages.at(-1)?.content ?? "") ? "on ".repeat(400) : "Loud."),
      pause: 3,
    });
    const parts = partsWith(generator);
    const asking = new Asking(parts);
    const groupId = await group();
    const running = askOpenly(parts, groupId, asking);
    await expect.poll(() => generator.lastPrompt, { timeout: 8_000 }).toContain("What do you say");
    asking.stop((await db.groups.get(groupId))?.rounds[0]?.id ?? "");
    const { round } = await running;
    expect(round.state).toBe("stopped");
    expect(round.turns.every(({ reaction }) => reaction)).toBe(true);
  });

  it("lets a described voice react with the reviewers nearest to its description", async () => {
    // the sample has vectors of questions only: one of them stands for a description
    const described = personaWith({
      id: "p2",
      segment: segmentOf({ id: "described", subjectId: "kettle" }),
      description: LOUD,
      reviewIds: [],
    });
    await db.personas.put(described);
    const { round } = await ask(partsWith(), await group());
    const { answer, reaction } = round.turns.find(({ personaId }) => personaId === "p2") ?? {};
    expect(answer?.covered).toBe(true);
    expect((reaction?.agrees.length ?? 0) + (reaction?.dissents.length ?? 0)).toBeGreaterThan(0);
  });

  it("counts the moderator's time by topic, and no minute twice", async () => {
    const guide = [{ question: LOUD, minutes: 5 }, { question: "Why?" }];
    const groupId = await newGroup(db, { subjectId: "kettle", personaIds: VOICES, guide }, AT);
    const later = (seconds: number) => new Date(Date.parse(AT) + seconds * 1000).toISOString();
    await addTime(db, { groupId, topic: 0, seconds: 10 }, later(10));
    await addTime(db, { groupId, topic: 0, seconds: 10 }, later(14)); // another panel counts the same time
    await addTime(db, { groupId, topic: 1, seconds: 5 }, later(60));
    for (const seconds of [-5, Number.NaN]) await addTime(db, { groupId, topic: 1, seconds }, later(70));
    await addTime(db, { groupId, topic: 7, seconds: 5 }, later(80));
    await addTime(db, { groupId: "gone", topic: 0, seconds: 5 }, later(80));
    expect((await db.groups.get(groupId))?.guide).toEqual([
      { question: LOUD, minutes: 5, spent: 14 },
      { question: "Why?", spent: 5 },
    ]);
  });

  it("keeps what it came to, until it is asked something more", async () => {
    const groupId = await group();
    const parts = partsWith();
    await ask(parts, groupId);
    const summary = await summarizeGroup(parts, groupId);
    expect(summary.agreed.length + summary.disputed.length + summary.alone.length).toBeGreaterThan(0);
    expect((await db.groups.get(groupId))?.summary).toEqual(summary);
    await ask(parts, groupId);
    expect((await db.groups.get(groupId))?.summary).toBeUndefined();
  });
});
