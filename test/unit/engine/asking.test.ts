import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Asking } from "../../../entrypoints/engine/asking";
import { SubjectEvidence } from "../../../entrypoints/engine/subject-evidence";
import { Problem } from "../../../lib/domain";
import type { Generator } from "../../../lib/models/generator";
import { EarshotDatabase } from "../../../lib/store/db";
import { deleteTalk } from "../../../lib/store/talks";
import { FakeGenerator, type Script } from "../../fixtures/ask/fake-generator";
import { personaWith, segmentOf } from "../../fixtures/ask/made";
import { kettle, vectorOf } from "../ask/kettle";
import { storeKettle } from "./stored-kettle";

const LOUD = "Is it loud?";
/** Said by reviewers of the kettle, so its vector is known: a statement in their words is supported by them. */
const QUOTED = kettle.sentences.find(
  ({ themeId, sentiment, language }) => themeId === "noise" && sentiment.label === "negative" && language === "en",
);
const review = kettle.reviews.find(({ id }) => id === QUOTED?.reviewId);
const SAID = review?.body.slice(QUOTED?.start, QUOTED?.end) ?? "";

let db: EarshotDatabase;
let drafts: string[];
beforeEach(async () => {
  db = new EarshotDatabase(`asking-${crypto.randomUUID()}`);
  drafts = [];
  await storeKettle(db);
  const reviewIds = kettle.reviews.map(({ id }) => id);
  await db.personas.put(personaWith({ id: "p", segment: segmentOf({ subjectId: "kettle", reviewIds }) }));
});
afterEach(() => db.delete());

function askingWith(
  generator?: Generator | Error,
  more: Partial<ConstructorParameters<typeof Asking>[0]> = {},
): Asking {
  return new Asking({
    db,
    evidence: new SubjectEvidence(db),
    encode: async (texts) => texts.map((text) => Float32Array.from(vectorOf(text))),
    readStatements: async (texts) =>
      texts.map((text) => ({
        vector: text === SAID ? Float32Array.from(vectorOf(SAID)) : new Float32Array(384),
        sentiment: { label: "negative", score: -0.8 },
      })),
    generator: {
      chosen: () => ({ kind: generator ? "wllama" : "evidence" }),
      ready: async () => {
        if (generator instanceof Error) throw generator;
        return generator;
      },
    },
    draft: (_id, _persona, text) => drafts.push(text),
    ...more,
  });
}

const asked = { personaId: "p", question: LOUD, language: "en" };
const write = (script: Script) => new FakeGenerator(script);
const storedTurn = async (turnId: string) =>
  (await db.conversations.toArray()).flatMap(({ turns }) => turns).find(({ id }) => id === turnId);

describe("asking without a language model", () => {
  it("stores what evidence says", async () => {
    const { turnId, answer } = await askingWith().ask(asked);
    expect(answer).toMatchObject({ engine: "evidence", covered: true });
    expect(answer.fallback).toBeUndefined();
    expect(await storedTurn(turnId)).toMatchObject({ state: "answered", question: LOUD, answer: { covered: true } });
  });

  it("refuses an empty question and a persona that is gone, and stores nothing of them", async () => {
    const asking = askingWith();
    await expect(asking.ask({ ...asked, question: " \n " })).rejects.toMatchObject({ code: "question_missing" });
    await expect(asking.ask({ ...asked, personaId: "gone" })).rejects.toMatchObject({ code: "persona_gone" });
    expect(await db.conversations.count()).toBe(0);
  });

  it("cuts a question of ten thousand characters, and shows that it did", async () => {
    const encode = async (texts: readonly string[]) => texts.map(() => Float32Array.from(vectorOf(LOUD)));
    const { answer } = await askingWith(undefined, { encode }).ask({
      ...asked,
      question: `${LOUD} ${"x".repeat(10_000)}`,
    });
    expect(answer.question.length).toBeLessThanOrEqual(1_000);
    expect(answer.question.endsWith("…")).toBe(true);
  });

  it("keeps a question that could not be answered, and answers it when it is asked again", async () => {
    let broken = true;
    const encode = async (texts: readonly string[]) => {
      if (broken) throw new Error("The language model stopped.");
      return texts.map((text) => Float32Array.from(vectorOf(text)));
    };
    const asking = askingWith(undefined, { encode });
    await expect(asking.ask(asked)).rejects.toThrow("stopped");
    const [talk] = await db.conversations.toArray();
    expect(talk?.turns).toMatchObject([{ state: "failed", problem: { message: "The language model stopped." } }]);
    broken = false;
    const turnId = talk?.turns[0]?.id ?? "";
    await asking.again({ conversationId: talk?.id ?? "", turnId, language: "en" });
    expect(await storedTurn(turnId)).toMatchObject({ state: "answered", answer: { covered: true } });
  });
});

describe("asking somebody who was only described", () => {
  const described = (description: string) =>
    db.personas.put(personaWith({ id: "d", description, byHand: true, segment: segmentOf({ subjectId: "kettle" }) }));

  it("quotes those whose words come nearest to the description, and not everybody", async () => {
    await described(LOUD);
    const { answer } = await askingWith().ask({ ...asked, personaId: "d" });
    expect(answer.covered).toBe(true);
    expect(answer.of).toBeGreaterThan(0);
    expect(answer.of).toBeLessThan(kettle.reviews.length);
  });

  it("quotes nobody when nobody writes of it", async () => {
    await described("A tax lawyer");
    const encode = async (texts: readonly string[]) =>
      texts.map((text) => (text === LOUD ? Float32Array.from(vectorOf(text)) : new Float32Array(384)));
    const { answer } = await askingWith(undefined, { encode }).ask({ ...asked, personaId: "d" });
    expect(answer).toMatchObject({ covered: false, of: 0, claims: [] });
  });
});

describe("asking a language model", () => {
  it("shows what stands on the reviews, with their words", async () => {
    const generator = write({ writes: `${SAID} [1]` });
    const { answer, turnId } = await askingWith(generator).ask(asked);
    expect(answer).toMatchObject({
      engine: "wllama",
      statements: [{ support: "supported" }],
      usage: { model: "Scripted-1B" },
    });
    for (const { reviewId, start, end, text } of answer.statements?.[0]?.quotes ?? [])
      expect(kettle.reviews.find(({ id }) => id === reviewId)?.body.slice(start, end)).toBe(text);
    expect(drafts.at(-1)).toContain(SAID);
    expect(await storedTurn(turnId)).toMatchObject({ state: "answered", answer: { engine: "wllama" } });
  });

  it("lets evidence answer when nothing it wrote stands on the reviews", async () => {
    const { answer } = await askingWith(write({ writes: "The moon is made of green cheese [1]" })).ask(asked);
    expect(answer).toMatchObject({ engine: "evidence", covered: true, fallback: { why: "unsupported" } });
    expect(answer.claims.length).toBeGreaterThan(0);
  });

  it("is not asked about what these reviewers do not speak of", async () => {
    const generator = write({ writes: "Sure." });
    const encode = async (texts: readonly string[]) => texts.map(() => new Float32Array(384));
    const question = "How do you file your tax return?";
    const { answer } = await askingWith(generator, { encode }).ask({ ...asked, question });
    expect(answer).toMatchObject({ covered: false, fallback: { why: "notCovered" } });
    expect(generator.asked).toEqual([]);
  });

  it.each([
    ["cannot be loaded", new Problem("gpu_absent", "There is no GPU."), "gpu_absent"],
    [
      "breaks while it writes",
      write({ writes: "Well, it", fails: { after: 1, error: new Problem("server_cut", "Cut.") } }),
      "server_cut",
    ],
    [
      "breaks in a way nobody knows",
      write({ writes: "Well", fails: { after: 0, error: new Error("boom") } }),
      "generator_failed",
    ],
  ])("lets evidence answer when it %s, and says why", async (_what, generator, problem) => {
    const { answer } = await askingWith(generator).ask(asked);
    expect(answer).toMatchObject({ engine: "evidence", covered: true, fallback: { why: "failed", problem } });
  });

  it("stops when it is told to; what was written to its end is checked and stays", async () => {
    const asking = askingWith(write({ writes: `${SAID} [1]\n${"And on it went, ".repeat(200)}`, pause: 5 }));
    const running = asking.ask(asked);
    await expect.poll(() => drafts.some((text) => text.includes("And on")), { timeout: 5_000 }).toBe(true);
    const [talk] = await db.conversations.toArray();
    const turnId = talk?.turns[0]?.id ?? "";
    expect(talk?.turns[0]?.state).toBe("answering");
    asking.stop(turnId);
    const { answer } = await running;
    expect(answer.statements).toMatchObject([{ text: SAID, support: "supported" }]);
    expect(await storedTurn(turnId)).toMatchObject({ state: "stopped" });
  });

  it("keeps the answer it gave before when it is asked again, with another seed", async () => {
    const generator = write({ writes: `${SAID} [1]` });
    const asking = askingWith(generator);
    const { conversationId, turnId } = await asking.ask(asked);
    await asking.again({ conversationId, turnId, language: "en" });
    expect((await storedTurn(turnId))?.earlier).toHaveLength(1);
    expect(generator.asked.map(({ seed }) => seed)).toEqual([1, 2]);
  });

  it("writes nothing of a talk that was deleted while it answered", async () => {
    const asking = askingWith(write({ writes: "On and on and on", pause: 20 }));
    const running = asking.ask(asked);
    await expect.poll(() => drafts.length, { timeout: 5_000 }).toBeGreaterThan(0);
    await deleteTalk(db, (await db.conversations.toArray())[0]?.id ?? "");
    await running;
    expect(await db.conversations.count()).toBe(0);
  });
});
