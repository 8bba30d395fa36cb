import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Codes } from "../../../entrypoints/engine/codes";
import { judgeSentence, saveCode } from "../../../lib/store/codes";
import { EarshotDatabase } from "../../../lib/store/db";
import { commitReading, forgetAll, saveUnderstood } from "../../../lib/store/write";
import { makeFinding, makeReview, makeSentence, makeSubject } from "../store/records";
import { type MadeSentence, madeSentences } from "../understand/codes/made-sentences";

const NOW = "2026-03-01T10:00:00.000Z";
const db = new EarshotDatabase("engine-codes");
const made = madeSentences(240);
const about = (topic: number) => made.filter((one) => one.topic === topic);
const topicOf = (reviewId: string) => made.find((one) => one.reviewId === reviewId)?.topic;
const vectorOf = (one: MadeSentence | undefined) => Float32Array.from(one?.vector ?? []);

beforeEach(async () => {
  const reviews = made.map(({ reviewId }) => makeReview(reviewId, `Words of number ${reviewId}.`));
  await commitReading(db, makeSubject(), reviews);
  const results = reviews.map((review, i) => {
    const { vector, language } = made[i] as MadeSentence;
    return { review, sentences: [{ ...makeSentence(review), vector, language }], finding: makeFinding() };
  });
  await saveUnderstood(db, results);
  await saveCode(db, { id: "c", subjectId: "s1", name: "Lids", description: "what the lid does" }, NOW);
});
afterEach(() => forgetAll(db));

const nothing = async () => [];

describe("codes in the engine", () => {
  it("learn with every judgement, without the encoder", async () => {
    const codes = new Codes(
      db,
      () => Promise.reject(new Error("no model")),
      () => new Map(),
    );
    expect(await codes.suggest("c", "s1")).toEqual({ suggestions: [], ask: [] });
    for (const { id } of about(2).slice(0, 6)) await judgeSentence(db, "c", id, true, NOW);
    const { suggestions, ask, measured } = await codes.suggest("c", "s1");
    const first = suggestions.slice(0, 20).map(({ reviewId }) => topicOf(reviewId));
    expect(first.filter((topic) => topic === 2).length).toBeGreaterThan(17);
    expect(ask.length).toBeGreaterThan(0);
    expect(measured?.of).toBe(6);
  });

  it("start from the description, which is read once", async () => {
    const encode = vi.fn(async () => [vectorOf(about(3)[0])]);
    const codes = new Codes(db, encode, () => new Map());
    const { ask } = await codes.suggest("c", "s1");
    await codes.suggest("c", "s1");
    expect(encode).toHaveBeenCalledExactlyOnceWith(["Lids. what the lid does"]);
    expect(ask.filter(({ reviewId }) => topicOf(reviewId) === 3).length).toBeGreaterThan(3);
  });

  it("do not wait for a busy encoder once there are examples", async () => {
    const codes = new Codes(
      db,
      () => new Promise(() => {}),
      () => new Map(),
    );
    for (const { id } of about(2).slice(0, 3)) await judgeSentence(db, "c", id, true, NOW);
    expect((await codes.suggest("c", "s1")).suggestions.length).toBeGreaterThan(0);
  });

  it("see sentences that were read since", async () => {
    const codes = new Codes(db, nothing, () => new Map());
    for (const { id } of about(2).slice(0, 6)) await judgeSentence(db, "c", id, true, NOW);
    await codes.suggest("c", "s1");
    const late = makeReview("late", "The lid again.");
    await commitReading(db, makeSubject(), [late]);
    const { vector, language } = about(2)[10] as MadeSentence;
    await saveUnderstood(db, [
      { review: late, sentences: [{ ...makeSentence(late), vector, language }], finding: makeFinding() },
    ]);
    const { suggestions } = await codes.suggest("c", "s1");
    expect(suggestions.map(({ reviewId }) => reviewId)).toContain("late");
  });

  it("say when the code is gone, and have nothing to say about an unknown subject", async () => {
    const codes = new Codes(db, nothing, () => new Map());
    await expect(codes.suggest("gone", "s1")).rejects.toThrow("This code was deleted");
    expect(await codes.suggest("c", "nobody")).toEqual({ suggestions: [], ask: [] });
  });
});
