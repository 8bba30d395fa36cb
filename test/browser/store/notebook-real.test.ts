/** The notebook in a real browser's database, whose transactions close by themselves as no stand-in's do. */
import { afterAll, expect, it } from "vitest";
import type { Notebook, Review } from "../../../lib/domain";
import { bringNotebook } from "../../../lib/store/bringing/bring-notebook";
import { ownCoder } from "../../../lib/store/coders";
import { saveCode } from "../../../lib/store/codes";
import { EarshotDatabase } from "../../../lib/store/db";
import { redoChange, undoChange } from "../../../lib/store/history";
import { notebookOf } from "../../../lib/store/notebook";
import { notesHere } from "../../../lib/store/notes-here";
import { commitReading, saveUnderstood } from "../../../lib/store/write";
import { makeReview, makeSubject, makeUnderstood } from "../../unit/store/records";

const NOW = "2026-03-01T10:00:00.000Z";
const URL = "https://shop.example/kettle";
const db = new EarshotDatabase("notebook-real");
afterAll(() => db.delete());

/** Five passages in each of four hundred reviews, as one file. */
async function thousands(): Promise<Notebook> {
  const reviews: Review[] = Array.from({ length: 400 }, (_, i) =>
    makeReview(`m${i}`, `Number ${i} says that it leaks a lot. ${"It stands in the kitchen. ".repeat(10)}`),
  );
  await commitReading(db, makeSubject(), reviews);
  await saveUnderstood(
    db,
    reviews.map((review) => makeUnderstood(review)),
  );
  await saveCode(db, { id: "c", name: "Leaks", description: "" }, NOW);
  const coderId = (await ownCoder(db)).id;
  const made = { coderId, note: "", codeIds: ["c"], tags: [], created: NOW, updated: NOW };
  const annotations = reviews.flatMap(({ id, body }) =>
    ["says", "that", "leaks", "a lot", "Number"].map((text) => {
      const start = body.indexOf(text);
      return { ...made, id: `${id} ${text}`, text, documentId: id, start, end: start + text.length };
    }),
  );
  const documents = reviews.map(({ id, body }) => ({
    id,
    kind: "review" as const,
    name: id,
    text: body,
    variables: {},
  }));
  const codes = [{ id: "c", name: "Leaks", description: "", created: NOW, updated: NOW }];
  return { title: "Many", made: NOW, coders: [], codes, documents, annotations, memos: [] };
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  console.log(`${what}: ${ms.toFixed(0)} ms`);
  return { result, ms };
}

it("takes two thousand passages in, shows them, takes them back and does it again", async () => {
  const notebook = await thousands();
  const bringing = { notebook, format: "earshot" as const, choices: {}, subjectId: "s1" };
  const brought = await timed("brought", () => bringNotebook(db, bringing, NOW));
  expect(brought.result.annotations).toBe(2000);
  const shown = await timed("notes of the page", () => notesHere(db, URL));
  expect(shown.result.notes).toHaveLength(2000);
  expect(shown.ms).toBeLessThan(1500); // about 100 alone; the machine may be busy
  await timed("whole notebook", () => notebookOf(db, {}, NOW));
  await timed("brought again", () => bringNotebook(db, bringing, NOW));
  await timed("one more code", () => saveCode(db, { id: "d", name: "Other", description: "" }, NOW));
  await undoChange(db);
  await timed("taken back", () => undoChange(db));
  expect(await db.annotations.count()).toBe(0);
  await timed("done again", () => redoChange(db));
  expect(await db.annotations.count()).toBe(2000);
  expect(brought.ms).toBeLessThan(20_000);
}, 60_000);
