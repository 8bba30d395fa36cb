import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { annotatePage, makeNote } from "../../../entrypoints/engine/notebook/noting";
import type { PageAnnotation } from "../../../lib/notebook-protocol";
import { editAnnotation } from "../../../lib/store/annotations";
import { changesOf } from "../../../lib/store/changes";
import { saveCode } from "../../../lib/store/codes";
import { EarshotDatabase } from "../../../lib/store/db";
import { undoChange } from "../../../lib/store/history";
import { commitReading } from "../../../lib/store/write";
import { makeReview, makeSubject } from "../store/records";

const NOW = "2026-03-01T10:00:00.000Z";
const URL = "https://shop.example/kettle";
const review = makeReview("r1", "The lid leaks when I pour. “I keep it anyway.”");
let db: EarshotDatabase;

beforeEach(async () => {
  db = new EarshotDatabase(`noting-${Math.random()}`);
  await commitReading(db, makeSubject(), [review]);
});
afterEach(() => db.delete());

function given(text: string, own: Partial<PageAnnotation> = {}): PageAnnotation {
  const selectors = [{ type: "TextQuoteSelector" as const, exact: text, prefix: "The ", suffix: " when I pour." }];
  return {
    target: { url: URL, pageKey: "", title: "Kettle", selectors },
    text,
    note: "",
    codeIds: [],
    tags: [],
    ...own,
  };
}

const counts = async () => [await db.annotations.count(), await db.codes.count(), await db.pageCopies.count()];

test("a passage of a page belongs to its review, and the page's words are kept with the first", async () => {
  const copy = { url: URL, title: "Kettle", taken: NOW, text: "The lid leaks when I pour." };
  const made = await annotatePage(db, given("lid leaks", { copy }), NOW);
  expect(made.reviewId).toBe("r1");
  const note = await db.annotations.get(made.id);
  expect(note).toMatchObject({ subjectId: "s1", review: { reviewId: "r1", start: 4, end: 13 } });
  expect((await db.pageCopies.get(note?.copyId ?? ""))?.text).toBe(copy.text);
});

test("its words become a code of their own, once, and go with the note as one change", async () => {
  await annotatePage(db, given("lid leaks", { inVivo: true }), NOW);
  await annotatePage(db, given("lid leaks", { newCode: " Lid  Leaks ", note: "Again" }), NOW);
  expect(await counts()).toEqual([2, 1, 0]);
  const [code] = await db.codes.toArray();
  expect(code).toMatchObject({ name: "lid leaks", inVivo: true, subjectId: "s1" });
  expect((await db.annotations.toArray()).map(({ codeIds }) => codeIds)).toEqual([[code?.id], [code?.id]]);
  expect((await changesOf(db)).map(({ kind }) => kind)).toEqual(["note_make", "note_make"]);
  await undoChange(db);
  await undoChange(db);
  expect(await counts()).toEqual([0, 0, 0]);
});

test("nothing selected is said, and nothing is stored", async () => {
  const copy = { url: URL, title: "", taken: NOW, text: "Words" };
  await expect(annotatePage(db, given(" \n", { copy, newCode: "New" }), NOW)).rejects.toMatchObject({
    code: "select_empty",
  });
  expect(await counts()).toEqual([0, 0, 0]);
});

test("a key that was pressed twice adds nothing and says nothing", async () => {
  await saveCode(db, { id: "a", name: "Leaks", description: "" }, NOW);
  await annotatePage(db, given("lid leaks", { codeIds: ["a"] }), NOW);
  await annotatePage(db, given("lid leaks", { codeIds: ["a"] }), NOW);
  expect(await db.annotations.count()).toBe(1);
  expect(await db.changes.count()).toBe(2);
});

test("a code that was deleted meanwhile costs no note", async () => {
  await saveCode(db, { id: "a", name: "Leaks", description: "" }, NOW);
  const { id } = await annotatePage(db, given("lid leaks", { codeIds: ["a", "gone"], note: "Hm" }), NOW);
  expect((await db.annotations.get(id))?.codeIds).toEqual(["a"]);
  await editAnnotation(db, id, { codeIds: ["gone"] }, NOW);
  expect((await db.annotations.get(id))?.codeIds).toEqual([]);
});

test("a passage coded in the panel belongs to the subject of its review, whatever is said", async () => {
  const place = { reviewId: "r1", start: 4, end: 13 };
  const draft = { text: "lid leaks", note: "", codeIds: [], tags: [], review: place, subjectId: "another" };
  const { id } = await makeNote(db, draft, {}, NOW);
  expect((await db.annotations.get(id))?.subjectId).toBe("s1");
});
