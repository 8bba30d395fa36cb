import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AnnotationDraft, Problem, Sentence } from "../../../lib/domain";
import { annotationsOf, deleteAnnotations, editAnnotation, makeAnnotation } from "../../../lib/store/annotations";
import { change, changesOf } from "../../../lib/store/changes";
import { mergeCodes, moveCode } from "../../../lib/store/codebook";
import { ownCoder } from "../../../lib/store/coders";
import { deleteCode, judgeSentence, saveCode } from "../../../lib/store/codes";
import { EarshotDatabase } from "../../../lib/store/db";
import { redoChange, undoChange } from "../../../lib/store/history";
import { saveMemo } from "../../../lib/store/memos";
import { commitReading, forgetAll, saveUnderstood } from "../../../lib/store/write";
import { makeReview, makeSubject, makeUnderstood } from "./records";

const db = new EarshotDatabase("history");
const NOW = "2026-03-01T10:00:00.000Z";
const LATER = "2026-03-02T10:00:00.000Z";
const review = makeReview("r1", "The lid leaks.");

beforeEach(async () => {
  await commitReading(db, makeSubject(), [review]);
  await saveUnderstood(db, [makeUnderstood(review)]);
});
afterEach(() => forgetAll(db));

function draft(text: string, own: Partial<AnnotationDraft> = {}): AnnotationDraft {
  const start = review.body.indexOf(text);
  const place = { reviewId: "r1", start, end: start + text.length };
  return { text, note: "", codeIds: [], tags: [], subjectId: "s1", review: place, ...own };
}

const code = (id: string, name: string, own = {}) => saveCode(db, { id, name, description: "", ...own }, NOW);
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "nothing",
    (error: Problem) => error.code,
  );
const taught = async (id: string) => (await db.codes.get(id))?.examples.map(({ text, yes }) => [text, yes]);
const notes = () => annotationsOf(db, { subjectId: "s1" });

/** All that a person made, without the history and the times of codes. */
async function everything() {
  const { annotations, codes, memos } = db;
  const [a, c, m] = await Promise.all([annotations.toArray(), codes.toArray(), memos.toArray()]);
  return [a, c.map(({ updated: _, ...rest }) => rest), m];
}

const DONE: [string, () => Promise<unknown>][] = [
  ["a note made", () => makeAnnotation(db, draft("lid", { codeIds: ["a"] }), LATER)],
  ["a code added to the same passage", () => makeAnnotation(db, draft("The lid leaks.", { codeIds: ["b"] }), LATER)],
  ["a note edited", async () => editAnnotation(db, (await notes())[0]?.id ?? "", { note: "Hm", codeIds: [] }, LATER)],
  ["a note deleted", async () => deleteAnnotations(db, [(await notes())[0]?.id ?? ""], LATER)],
  ["a code made", () => code("n", "New", { parentId: "a", shortcut: "n" })],
  ["a code renamed", () => code("a", "Leaking")],
  ["a code moved", () => moveCode(db, { codeId: "a", parentId: "b", place: 0 }, LATER)],
  ["codes merged", () => mergeCodes(db, ["a"], "b", LATER)],
  ["a code deleted", () => deleteCode(db, "a", LATER)],
  ["a judgement", () => judgeSentence(db, "a", "r1:0", false, LATER)],
  ["a memo", () => saveMemo(db, { id: "m", kind: "project", title: "Why", text: "" }, LATER)],
];

describe("every change", () => {
  beforeEach(async () => {
    await code("a", "Leaks", { description: "Gets out." });
    await code("b", "Faults");
    await makeAnnotation(db, draft("The lid leaks.", { codeIds: ["a"] }), NOW);
  });

  it.each(DONE)("is taken back and done again to the last field: %s", async (_, work) => {
    const before = await everything();
    await work();
    const after = await everything();
    expect(after).not.toEqual(before);
    for (let time = 0; time < 2; time++) {
      expect(await undoChange(db)).toBeDefined();
      expect(await everything()).toEqual(before);
      expect(await redoChange(db)).toBeDefined();
      expect(await everything()).toEqual(after);
    }
  });

  it.each(DONE)("leaves nothing when it is cut off in the middle: %s", async (_, work) => {
    const before = await everything();
    const history = await db.changes.count();
    const cut = () => {
      throw new Error("cut off");
    };
    db.changes.hook("creating", cut); // the last thing a change writes
    await expect(work()).rejects.toThrow();
    db.changes.hook("creating").unsubscribe(cut);
    expect(await everything()).toEqual(before);
    expect(await db.changes.count()).toBe(history);
  });
});

describe("what comes back", () => {
  it("points at its words, though its review was read anew meanwhile", async () => {
    await makeAnnotation(db, draft("lid leaks"), NOW);
    await deleteAnnotations(db, [(await notes())[0]?.id ?? ""], LATER);
    const longer = makeReview("r1", "An update: The lid leaks. Still.");
    await commitReading(db, makeSubject(), [longer]);
    await undoChange(db);
    const [note] = await notes();
    expect(longer.body.slice(note?.review?.start, note?.review?.end)).toBe("lid leaks");
    expect((await undoChange(db))?.kind).toBe("note_make"); // its place moved by itself: nobody changed it
    await redoChange(db);
    expect(await notes()).toMatchObject([{ text: "lid leaks", review: { start: 15, end: 24 } }]);
  });

  it("makes no code a part of itself", async () => {
    await code("a", "A");
    await code("b", "B");
    await code("a", "A", { parentId: "b" });
    await code("a", "A", { parentId: "" });
    const [up] = await changesOf(db, 1);
    await code("b", "B", { parentId: "a" });
    expect(await codeOf(undoChange(db, up?.id))).toBe("change_rests");
    expect((await db.codes.get("a"))?.parentId).toBeUndefined();
  });

  it("takes no name that was given to another code since", async () => {
    await code("a", "Leaks", { shortcut: "l" });
    await code("a", "Water");
    const [renamed] = await changesOf(db, 1);
    await code("b", "Leaks");
    expect(await codeOf(undoChange(db, renamed?.id))).toBe("change_rests");
    expect((await db.codes.get("a"))?.name).toBe("Water");
  });

  it("brings no example twice", async () => {
    await code("a", "Leaks");
    const { id } = await makeAnnotation(db, draft("The lid leaks.", { codeIds: ["a"] }), NOW);
    await deleteAnnotations(db, [id], LATER);
    const [gone] = await changesOf(db, 1);
    await judgeSentence(db, "a", "r1:0", true, LATER);
    await undoChange(db, gone?.id);
    expect(await taught("a")).toEqual([["The lid leaks.", true]]);
  });
});

describe("codes", () => {
  it("learn what was coded before its review was understood, and forget it with the coding", async () => {
    const late = makeReview("r2", "It drips.");
    await commitReading(db, makeSubject(), [late]);
    await code("a", "Leaks");
    const place = { reviewId: "r2", start: 0, end: 9 };
    await makeAnnotation(db, { ...draft("It drips."), review: place, codeIds: ["a"] }, NOW);
    expect(await taught("a")).toEqual([]);
    await saveUnderstood(db, [makeUnderstood(late)]);
    expect(await taught("a")).toEqual([["It drips.", true]]);
    await undoChange(db);
    expect(await taught("a")).toEqual([]);
    await redoChange(db);
    expect(await taught("a")).toEqual([["It drips.", true]]);
  });

  it("keep what was judged within a longer passage, whatever becomes of the note and the reading", async () => {
    const long = makeReview("r3", "It drips. It is fine. It is red.");
    const sentences = [0, 10, 22].map((start, i) => {
      const end = [9, 21, 32][i] ?? 0;
      return { ...(makeUnderstood(long).sentences[0] as Sentence), id: `r3:${i}`, index: i, start, end };
    });
    await commitReading(db, makeSubject(), [long]);
    await saveUnderstood(db, [{ ...makeUnderstood(long), sentences }]);
    await code("a", "Leaks");
    const place = { reviewId: "r3", start: 0, end: 32 };
    const { id } = await makeAnnotation(db, { ...draft(long.body), review: place, codeIds: ["a"] }, NOW);
    await judgeSentence(db, "a", "r3:2", false, LATER);
    const judged = [
      ["It drips.", true],
      ["It is fine.", true],
      ["It is red.", false],
    ];
    expect(await taught("a")).toEqual(judged);
    await editAnnotation(db, id, { note: "Doubtful" }, LATER);
    await saveUnderstood(db, [{ ...makeUnderstood(long, 2), sentences }]);
    expect(await taught("a")).toEqual(judged);
  });
});

describe("two panels at once", () => {
  it("make one person, and lose nothing", async () => {
    const second = new EarshotDatabase("history");
    const people = await Promise.all([ownCoder(db), ownCoder(second), ownCoder(db)]);
    expect(new Set(people.map(({ id }) => id)).size).toBe(1);
    await Promise.all([code("a", "A"), saveCode(second, { id: "b", name: "B", description: "" }, NOW)]);
    const both = await Promise.allSettled([
      moveCode(db, { codeId: "a", parentId: "b" }, NOW),
      moveCode(second, { codeId: "b", parentId: "a" }, NOW),
    ]);
    expect(both.filter(({ status }) => status === "rejected")).toHaveLength(1); // whoever comes second would close the circle
    const twice = await Promise.all([undoChange(db), undoChange(second)]);
    expect(new Set(twice.map((one) => one?.id)).size).toBe(2);
    second.close();
  });
});

describe("its room", () => {
  it("is bounded by number", async () => {
    for (let i = 0; i < 503; i++) await saveMemo(db, { id: "m", kind: "project", title: `${i}`, text: "" }, NOW);
    expect(await db.changes.count()).toBe(500);
    expect((await changesOf(db, 1))[0]?.name).toBe("502");
  });

  it("is bounded by size, and the latest change can always be taken back", async () => {
    const row = (n: number) => ({
      id: `p${n}`,
      url: "https://a.example/",
      pageKey: "a.example/",
      title: "",
      taken: NOW,
    });
    for (let n = 0; n < 4; n++) {
      await db.pageCopies.put({ ...row(n), text: "a".repeat(12_000_000), bytes: 12_000_000 });
      const said = { kind: "import", name: `${n}` } as const;
      await change(db, NOW, said, (rows) => rows.delete("pageCopies", `p${n}`));
    }
    expect((await changesOf(db)).map(({ name }) => name)).toEqual(["3", "2"]);
    await undoChange(db);
    expect(await db.pageCopies.count()).toBe(1);
  });

  it("holds nothing twice: what a change made stands in the notebook alone", async () => {
    await makeAnnotation(db, draft("lid leaks", { note: "a very telling thought" }), NOW);
    expect(JSON.stringify(await db.changes.toArray())).not.toContain("telling");
    await undoChange(db);
    await redoChange(db);
    expect(JSON.stringify(await db.changes.toArray())).not.toContain("telling");
  });
});
