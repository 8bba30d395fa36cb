import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codesOf, deleteCode, judgeSentence, saveCode } from "../../../lib/store/codes";
import { EarshotDatabase } from "../../../lib/store/db";
import { commitReading, forgetAll, forgetSubject, saveUnderstood } from "../../../lib/store/write";
import { makeReview, makeSubject, makeUnderstood } from "./records";

const db = new EarshotDatabase("codes");
const NOW = "2026-03-01T10:00:00.000Z";
const LATER = "2026-03-02T10:00:00.000Z";
const review = makeReview("r1", "The lid leaks.");
const other = makeReview("r2", "It is loud.", "s2");

beforeEach(async () => {
  await commitReading(db, makeSubject(), [review]);
  await commitReading(db, makeSubject("s2"), [other]);
  await saveUnderstood(db, [makeUnderstood(review), makeUnderstood(other)]);
});
afterEach(() => forgetAll(db));

const draft = (id: string, name: string, subjectId?: string) => ({ id, name, description: "", subjectId });
const namesOf = async (subjectId: string) => (await codesOf(db, subjectId)).map(({ name }) => name);
const examplesOf = async (id: string) => (await db.codes.get(id))?.examples;

describe("stored codes", () => {
  it("are listed by name where they are used: on their subject, or on all", async () => {
    await saveCode(db, draft("a", "Noise", "s1"), NOW);
    await saveCode(db, draft("b", "Leaks"), NOW);
    await saveCode(db, draft("c", "Wishes", "s2"), NOW);
    expect(await namesOf("s1")).toEqual(["Leaks", "Noise"]);
    expect(await namesOf("s2")).toEqual(["Leaks", "Wishes"]);
  });

  it("keep their examples when they are renamed or used on all", async () => {
    await saveCode(db, draft("a", " Noise \n again ", "s1"), NOW);
    await judgeSentence(db, "a", "r1:0", true, NOW);
    await saveCode(db, { ...draft("a", "Loudness"), description: " Too loud to talk. " }, LATER);
    const code = await db.codes.get("a");
    expect(code).toMatchObject({ name: "Loudness", description: "Too loud to talk.", created: NOW, updated: LATER });
    expect(code?.examples).toHaveLength(1);
    expect(code && "subjectId" in code).toBe(false);
  });

  it("need a name of their own", async () => {
    await expect(saveCode(db, draft("a", "  ", "s1"), NOW)).rejects.toThrow("needs a name");
    await saveCode(db, draft("a", "Noise", "s1"), NOW);
    await expect(saveCode(db, draft("b", "noise"), NOW)).rejects.toThrow('"noise" already');
    await saveCode(db, draft("c", "Noise", "s2"), NOW); // a list in which it is the only one
    expect(await db.codes.count()).toBe(2);
  });

  it("keep the words and the vector of what was judged, and the last word on it", async () => {
    await saveCode(db, draft("a", "Leaks", "s1"), NOW);
    await judgeSentence(db, "a", "r1:0", true, NOW);
    await judgeSentence(db, "a", "r1:0", false, LATER);
    expect(await examplesOf("a")).toEqual([
      {
        reviewId: "r1",
        start: 0,
        end: 14,
        text: "The lid leaks.",
        vector: new Int8Array([1, 2, 3]),
        language: "en",
        yes: false,
      },
    ]);
    expect((await db.codes.get("a"))?.updated).toBe(LATER);
    await judgeSentence(db, "a", "r1:0", undefined, LATER);
    expect(await examplesOf("a")).toEqual([]);
  });

  it("outlive a reading by newer heads", async () => {
    await saveCode(db, draft("a", "Leaks", "s1"), NOW);
    await judgeSentence(db, "a", "r1:0", true, NOW);
    await saveUnderstood(db, [makeUnderstood(review, 2)]);
    expect(await examplesOf("a")).toHaveLength(1);
  });

  it("say when the code or the sentence is gone", async () => {
    await expect(judgeSentence(db, "a", "r1:0", true, NOW)).rejects.toThrow("code was deleted");
    await saveCode(db, draft("a", "Leaks", "s1"), NOW);
    await expect(judgeSentence(db, "a", "r9:0", true, NOW)).rejects.toThrow("read anew or deleted");
    await deleteCode(db, "a", NOW);
    expect(await db.codes.count()).toBe(0);
  });

  it("go with their subject; those for all keep what others wrote", async () => {
    await saveCode(db, draft("a", "Leaks", "s1"), NOW);
    await saveCode(db, draft("b", "Noise"), NOW);
    await judgeSentence(db, "b", "r1:0", false, NOW);
    await judgeSentence(db, "b", "r2:0", true, NOW);
    await forgetSubject(db, "s1");
    expect((await db.codes.toArray()).map(({ id }) => id)).toEqual(["b"]);
    expect((await examplesOf("b"))?.map(({ text }) => text)).toEqual(["It is loud."]);
  });
});
