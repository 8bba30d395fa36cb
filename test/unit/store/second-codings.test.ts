import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MachineCoding, SecondCoding } from "../../../lib/domain";
import { ownCoder } from "../../../lib/store/coders";
import { saveCode } from "../../../lib/store/codes";
import { EarshotDatabase } from "../../../lib/store/db";
import { undoChange } from "../../../lib/store/history";
import {
  addSecondCoding,
  adjudicateSecondUnit,
  applyAdjudicated,
  codeSecondUnit,
  deleteSecondCoding,
  keepMachineCoding,
  revealSecondCoding,
  secondCodingOf,
  secondCodingsOf,
} from "../../../lib/store/second-codings";
import { commitReading, forgetAll, forgetSubject, saveUnderstood } from "../../../lib/store/write";
import { makeReview, makeSubject, makeUnderstood } from "./records";

const db = new EarshotDatabase("second-codings");
const NOW = "2026-03-01T10:00:00.000Z";
const LATER = "2026-03-02T10:00:00.000Z";
const reviews = ["The lid leaks.", "It is loud.", "Good tea."].map((body, i) => makeReview(`r${i}`, body));
const units = reviews.map(({ id, body }) => ({ reviewId: id, start: 0, end: body.length, text: body }));
const made: MachineCoding = {
  basis: "definition",
  model: "m",
  codings: [{ unit: 0, codeIds: ["a"], chances: [0.9, 0.1], at: NOW }],
  examples: [{ codeId: "a", yes: 0, no: 0 }],
  made: NOW,
};
const CODING: SecondCoding = {
  id: "x",
  subjectId: "s1",
  unit: "sentence",
  sample: { method: "random", size: 3, seed: 1 },
  of: 3,
  codes: [
    { id: "a", name: "Leaks" },
    { id: "b", name: "Noise" },
  ],
  units,
  human: [],
  coderId: "me",
  machine: [made],
  adjudicated: [],
  created: NOW,
};

beforeEach(async () => {
  await commitReading(db, makeSubject(), reviews);
  await saveUnderstood(
    db,
    reviews.map((review) => makeUnderstood(review)),
  );
  for (const { id, name } of CODING.codes) await saveCode(db, { id, name, description: "", subjectId: "s1" }, NOW);
  await addSecondCoding(db, CODING);
});
afterEach(() => forgetAll(db));

const coded = async () =>
  (await db.annotations.toArray()).map(({ text, codeIds }) => `${text} ${codeIds.toSorted().join("+")}`).sort();

describe("a sample coded twice", () => {
  it("shows nothing of the machine's codes before they are revealed", async () => {
    const [seen] = await secondCodingsOf(db, "s1");
    expect(seen).toMatchObject({ id: "x", machine: [] });
    expect(JSON.stringify(seen)).not.toContain("0.9");
    expect((await secondCodingOf(db, "x")).machine).toEqual([made]); // it is there already
    await revealSecondCoding(db, "x", LATER);
    expect((await secondCodingsOf(db, "s1"))[0]).toMatchObject({ revealed: LATER, machine: [made] });
    await revealSecondCoding(db, "x", NOW);
    expect((await secondCodingOf(db, "x")).revealed).toBe(LATER);
  });

  it("keeps the person's codes in the order of coding, and as annotations", async () => {
    await codeSecondUnit(db, "x", 1, ["b"], NOW);
    await codeSecondUnit(db, "x", 0, [], NOW);
    await codeSecondUnit(db, "x", 1, ["a", "b", "elsewhere"], LATER);
    expect((await secondCodingOf(db, "x")).human).toEqual([
      { unit: 1, codeIds: ["a", "b"], at: LATER },
      { unit: 0, codeIds: [], at: NOW },
    ]);
    expect(await coded()).toEqual(["It is loud. a+b"]);
    expect((await db.annotations.toArray())[0]?.coderId).toBe((await ownCoder(db)).id);
    expect((await db.codes.get("b"))?.examples.map(({ text }) => text)).toEqual(["It is loud."]);
    await codeSecondUnit(db, "x", 1, [], LATER);
    expect(await coded()).toEqual([]);
    expect((await db.codes.get("b"))?.examples).toEqual([]);
  });

  it("leaves other codes, notes and tags of a passage alone", async () => {
    await saveCode(db, { id: "c", name: "Other", description: "", subjectId: "s1" }, NOW);
    await codeSecondUnit(db, "x", 0, ["a"], NOW);
    const [note] = await db.annotations.toArray();
    await db.annotations.update(note?.id ?? "", { codeIds: ["c", "a"], note: "mine" });
    await codeSecondUnit(db, "x", 0, ["b"], LATER);
    expect(await db.annotations.toArray()).toMatchObject([{ codeIds: ["c", "b"], note: "mine" }]);
    await codeSecondUnit(db, "x", 0, [], LATER);
    expect(await db.annotations.toArray()).toMatchObject([{ codeIds: ["c"], note: "mine" }]);
  });

  it("keeps codings of passages that were read anew, and of codes that were deleted, without annotating", async () => {
    await db.reviews.update("r0", { body: "Other words." });
    await codeSecondUnit(db, "x", 0, ["a"], NOW);
    await db.codes.delete("b");
    await codeSecondUnit(db, "x", 1, ["b"], NOW);
    expect((await secondCodingOf(db, "x")).human).toHaveLength(2);
    expect(await coded()).toEqual([]);
  });

  it("can no longer be coded once the machine's codes were seen", async () => {
    await revealSecondCoding(db, "x", NOW);
    await expect(codeSecondUnit(db, "x", 0, ["a"], NOW)).rejects.toMatchObject({ code: "second_revealed" });
    expect(await coded()).toEqual([]);
  });

  it("does all of a unit or nothing", async () => {
    await expect(codeSecondUnit(db, "x", 9, ["a"], NOW)).rejects.toMatchObject({ code: "second_gone" });
    await expect(codeSecondUnit(db, "gone", 0, ["a"], NOW)).rejects.toMatchObject({ code: "second_gone" });
    const killed = () => {
      throw new Error("killed");
    };
    db.annotations.hook("creating", killed);
    await expect(codeSecondUnit(db, "x", 0, ["a"], NOW)).rejects.toThrow("killed");
    db.annotations.hook("creating").unsubscribe(killed);
    expect((await secondCodingOf(db, "x")).human).toEqual([]);
  });

  it("is no more when it or its subject is deleted, while annotations stay with the subject", async () => {
    await codeSecondUnit(db, "x", 0, ["a"], NOW);
    await deleteSecondCoding(db, "x");
    expect(await secondCodingsOf(db, "s1")).toEqual([]);
    expect(await coded()).toEqual(["The lid leaks. a"]);
    await addSecondCoding(db, CODING);
    await forgetSubject(db, "s1");
    expect(await db.secondCodings.count()).toBe(0);
  });
});

describe("what is decided on disagreements", () => {
  it("waits until the machine's codes were shown", async () => {
    const decision = { id: "x", unit: 0, codeId: "a", yes: true };
    await expect(adjudicateSecondUnit(db, decision, NOW)).rejects.toMatchObject({ code: "second_blind" });
  });

  it("changes neither coder's own codes, and the last word counts", async () => {
    await codeSecondUnit(db, "x", 0, ["b"], NOW);
    await revealSecondCoding(db, "x", NOW);
    await adjudicateSecondUnit(db, { id: "x", unit: 0, codeId: "a", yes: false }, NOW);
    await adjudicateSecondUnit(db, { id: "x", unit: 0, codeId: "a", yes: true }, LATER);
    await adjudicateSecondUnit(db, { id: "x", unit: 7, codeId: "a", yes: true }, LATER); // there is no such unit
    const coding = await secondCodingOf(db, "x");
    expect(coding.adjudicated).toEqual([{ unit: 0, codeId: "a", yes: true, at: LATER }]);
    expect(coding.human).toEqual([{ unit: 0, codeIds: ["b"], at: NOW }]);
    expect(coding.machine).toEqual([made]);
    expect(await coded()).toEqual(["The lid leaks. b"]);
  });

  it("goes into the annotations when it is applied, as one change that can be taken back", async () => {
    await codeSecondUnit(db, "x", 0, ["b"], NOW);
    await codeSecondUnit(db, "x", 1, [], NOW);
    await revealSecondCoding(db, "x", NOW);
    await adjudicateSecondUnit(db, { id: "x", unit: 0, codeId: "b", yes: false }, NOW);
    await adjudicateSecondUnit(db, { id: "x", unit: 0, codeId: "a", yes: true }, NOW);
    await adjudicateSecondUnit(db, { id: "x", unit: 1, codeId: "b", yes: true }, NOW);
    expect(await applyAdjudicated(db, "x", LATER)).toMatchObject({ passages: 2 });
    expect(await coded()).toEqual(["It is loud. b", "The lid leaks. a"]);
    expect((await secondCodingOf(db, "x")).applied).toBe(LATER);
    expect((await secondCodingOf(db, "x")).human[0]?.codeIds).toEqual(["b"]);
    await undoChange(db);
    expect(await coded()).toEqual(["The lid leaks. b"]);
  });
});

it("keeps one run of the machine a basis", async () => {
  await keepMachineCoding(db, "x", { ...made, basis: "examples" });
  await keepMachineCoding(db, "x", { ...made, model: "newer" });
  const { machine } = await secondCodingOf(db, "x");
  expect(machine.map(({ basis, model }) => `${basis} ${model}`)).toEqual(["definition newer", "examples m"]);
});
