import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { beginSecondCoding, runSecondCoding, type SecondCoderParts } from "../../../entrypoints/engine/second-coding";
import type { SecondCodingPlan } from "../../../lib/domain";
import { judgeSentence, saveCode } from "../../../lib/store/codes";
import { EarshotDatabase } from "../../../lib/store/db";
import { codeSecondUnit, revealSecondCoding, secondCodingOf, secondCodingsOf } from "../../../lib/store/second-codings";
import { commitReading, forgetAll, saveUnderstood } from "../../../lib/store/write";
import { makeFinding, makeReview, makeSentence, makeSubject } from "../store/records";
import { type MadeSentence, madeSentences } from "../understand/codes/made-sentences";

vi.mock("../../../lib/protocol", () => ({ onMessage: () => {} }));

const NOW = "2026-03-01T10:00:00.000Z";
const db = new EarshotDatabase("engine-second");
const made = madeSentences(120);
const about = (topic: number) => made.filter((one) => one.topic === topic);
const topicOf = (reviewId: string) => made.find((one) => one.reviewId === reviewId)?.topic;
const encode = vi.fn(async (texts: readonly string[]) =>
  texts.map((text) => Float32Array.from(about(/Lid/u.test(text) ? 2 : 4)[1]?.vector ?? [])),
);
const parts: SecondCoderParts = { db, encode, means: () => new Map(), model: async () => "made-up", now: () => NOW };
const PLAN: SecondCodingPlan = {
  subjectId: "s1",
  codeIds: ["lid", "tea"],
  unit: "sentence",
  sample: { method: "random", size: 60, seed: 4 },
};

beforeEach(async () => {
  encode.mockClear();
  const reviews = made.map(({ reviewId }) => makeReview(reviewId, `Words of number ${reviewId}.`));
  await commitReading(db, makeSubject(), reviews);
  const results = reviews.map((review, i) => {
    const { vector, language } = made[i] as MadeSentence;
    const flags = i < 6 ? (["spam"] as const) : [];
    return {
      review,
      sentences: [{ ...makeSentence(review), vector, language }],
      finding: { ...makeFinding(), flags: [...flags] },
    };
  });
  await saveUnderstood(db, results);
  await saveCode(db, { id: "lid", subjectId: "s1", name: "Lids", description: "what the lid does" }, NOW);
  await saveCode(db, { id: "tea", subjectId: "s1", name: "Tea", description: "" }, NOW);
});
afterEach(() => forgetAll(db));

describe("a sample that is coded twice", () => {
  it("is drawn from what people wrote, coded at once, and the machine's part is not to be seen", async () => {
    const { id } = await beginSecondCoding(parts, PLAN);
    expect(encode).toHaveBeenCalledWith(["Lids. what the lid does", "Tea"]);
    const [seen] = await secondCodingsOf(db, "s1");
    expect(seen).toMatchObject({ id, of: 114, sample: { size: 60 }, human: [], machine: [] });
    expect(seen?.codes[0]).toEqual({ id: "lid", name: "Lids", description: "what the lid does" });
    const { machine, units } = await secondCodingOf(db, id);
    expect(units).toHaveLength(60);
    expect(machine).toMatchObject([{ basis: "definition", model: "made-up" }]); // no example was given
    const chancesOf = (lids: boolean) =>
      (machine[0]?.codings ?? [])
        .filter(({ unit }) => (topicOf(units[unit]?.reviewId ?? "") === 2) === lids)
        .map(({ chances }) => chances[0] ?? 0);
    const mean = (chances: number[]) => chances.reduce((sum, one) => sum + one, 0) / chances.length;
    expect(mean(chancesOf(true))).toBeGreaterThan(mean(chancesOf(false)));
  });

  it("is coded by the machine in the same way whatever the person coded in it", async () => {
    const outside = { ...PLAN, sample: { ...PLAN.sample, size: 60 } };
    const { id } = await beginSecondCoding(parts, outside);
    const { units } = await secondCodingOf(db, id);
    const drawn = new Set(units.map(({ reviewId }) => reviewId));
    const free = about(2).filter(({ reviewId }) => !drawn.has(reviewId));
    for (const { reviewId } of free.slice(0, 5)) await judgeSentence(db, "lid", `${reviewId}:0`, true, NOW);
    await runSecondCoding(parts, id, "examples");
    const before = (await secondCodingOf(db, id)).machine;
    expect(before[1]?.examples[0]).toEqual({ codeId: "lid", yes: 5, no: 0 });
    for (let unit = 0; unit < 60; unit++) await codeSecondUnit(db, id, unit, unit % 2 ? ["lid"] : ["tea"], NOW);
    expect((await db.codes.get("lid"))?.examples.length).toBeGreaterThan(30); // they did become examples
    await runSecondCoding(parts, id, "examples");
    await runSecondCoding(parts, id, "definition");
    expect((await secondCodingOf(db, id)).machine).toEqual(before);
  });

  it("is coded by definitions as they stood when it was drawn", async () => {
    const { id } = await beginSecondCoding(parts, PLAN);
    await saveCode(db, { id: "tea", subjectId: "s1", name: "Lids too", description: "changed" }, NOW);
    encode.mockClear();
    await runSecondCoding(parts, id, "definition");
    expect(encode).toHaveBeenCalledWith(["Lids. what the lid does", "Tea"]);
  });

  it("needs codes, something to go by, and enough passages", async () => {
    const begin = (plan: Partial<SecondCodingPlan>) => beginSecondCoding(parts, { ...PLAN, ...plan });
    await expect(begin({ codeIds: ["gone"] })).rejects.toMatchObject({ code: "second_no_codes" });
    await expect(begin({ subjectId: "s2" })).rejects.toMatchObject({ code: "second_few_units", values: { name: "0" } });
    const words = "Words of number r30.";
    await saveCode(db, { id: "vivo", subjectId: "s1", name: words, description: "", inVivo: true }, NOW);
    const all = { method: "all", size: 0, seed: 1 } as const;
    await expect(begin({ codeIds: ["vivo"], sample: all })).rejects.toMatchObject({
      code: "second_no_basis",
      values: { name: words },
    });
    const { id } = await begin({});
    await expect(runSecondCoding(parts, id, "examples")).rejects.toMatchObject({ code: "second_no_basis" });
    await expect(runSecondCoding(parts, "gone", "examples")).rejects.toMatchObject({ code: "second_gone" });
    expect(await db.secondCodings.count()).toBe(1);
  });

  it("is not stored at all when the machine could not code it", async () => {
    const broken = { ...parts, encode: () => Promise.reject(new Error("no model")) };
    await expect(beginSecondCoding(broken, PLAN)).rejects.toThrow("no model");
    expect(await db.secondCodings.count()).toBe(0);
  });

  it("may have whole reviews for passages", async () => {
    const { id } = await beginSecondCoding(parts, { ...PLAN, unit: "review" });
    const { units, machine } = await secondCodingOf(db, id);
    expect(units[0]?.text).toBe(`Words of number ${units[0]?.reviewId}.`);
    expect(machine[0]?.codings).toHaveLength(60);
    await revealSecondCoding(db, id, NOW);
    expect((await secondCodingsOf(db, "s1"))[0]?.machine).toHaveLength(1);
  });
});
