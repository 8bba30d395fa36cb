import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  copyPersona,
  deletePersona,
  describePersona,
  editPersona,
  importPersonas,
  undoPersonaEdit,
} from "../../../entrypoints/engine/persona-editing";
import { arrangePersonas } from "../../../lib/ask/persona/by-hand";
import { EarshotDatabase } from "../../../lib/store/db";
import { replacePersonas } from "../../../lib/store/personas";
import { personaWith } from "../../fixtures/ask/made";

const stored = personaWith({
  id: "p1",
  subjectId: "s1",
  likes: [{ id: "likes:a", topic: "sound", supporters: 3, quotes: [] }],
});
let db: EarshotDatabase;

beforeEach(async () => {
  db = new EarshotDatabase(`personas-${Math.random()}`);
  await db.subjects.put({ id: "s1", name: "Thing", url: "https://shop.example/t", site: "shop.example", settled: 1 });
  await db.personas.put(stored);
});
afterEach(() => db.delete());

test("a change is seen at once, survives personas made anew, and can be taken back", async () => {
  await editPersona(db, "p1", { kind: "word", lineId: "likes:a", text: "Rich bass" });
  expect((await db.personas.get("p1"))?.likes[0]?.text).toBe("Rich bass");
  await replacePersonas(db, "s1", [{ ...stored, created: "2026-02-02T00:00:00Z" }], 2, arrangePersonas);
  expect((await db.personas.get("p1"))?.likes[0]?.text).toBe("Rich bass");
  expect(await undoPersonaEdit(db, "p1")).toEqual({ kind: "word", lineId: "likes:a", text: "Rich bass" });
  expect((await db.personas.get("p1"))?.likes[0]?.text).toBeUndefined();
  expect(await undoPersonaEdit(db, "p1")).toBeUndefined();
});

test("what cannot be changed says why, and nothing is stored", async () => {
  await expect(editPersona(db, "gone", { kind: "name", name: "x" })).rejects.toMatchObject({ code: "persona_gone" });
  const missing = editPersona(db, "p1", { kind: "hide", lineId: "likes:z", hidden: true });
  await expect(missing).rejects.toMatchObject({ code: "line_gone" });
  await expect(describePersona(db, "s1", " ?! ")).rejects.toMatchObject({ code: "description_missing" });
  expect(await db.personaEdits.count()).toBe(0);
  expect(await db.personas.count()).toBe(1);
});

test("a copy has its original's changes, then its own; both copies and descriptions stay and can be deleted", async () => {
  await editPersona(db, "p1", { kind: "note", text: "first" });
  const { personaId: copy } = await copyPersona(db, "p1");
  const { personaId: nurse } = await describePersona(db, "s1", "a nurse on night shifts");
  await editPersona(db, copy, { kind: "name", name: "Mine" });
  await replacePersonas(db, "s1", [{ ...stored, reviewIds: ["r1"] }], 2, arrangePersonas);
  expect(await db.personas.get(copy)).toMatchObject({ name: "Mine", note: "first", byHand: true, reviewIds: ["r1"] });
  expect((await db.personas.get("p1"))?.name).toBeUndefined();
  expect((await db.personas.get(nurse))?.description).toBe("a nurse on night shifts");
  await deletePersona(db, copy);
  await deletePersona(db, nurse);
  await deletePersona(db, "p1");
  expect((await db.personas.toArray()).map(({ id }) => id)).toEqual(["p1"]);
  expect((await db.personaEdits.toArray()).map(({ personaId }) => personaId)).toEqual(["p1"]);
});

test("cards from a file stand beside the others, stay when personas are made anew, and can be deleted", async () => {
  const body = "The lid snaps shut with a sound that wakes nobody.";
  const place = { url: "https://shop.example/t" };
  const review = {
    id: "r1",
    subjectId: "s1",
    kind: "review",
    body,
    place,
    how: "json-ld",
    collected: "2026-01-01",
  } as const;
  await db.reviews.put({ ...review, understood: 1 });
  const quotes = [body, "Nobody ever wrote this sentence here."];
  const card = [{ part: "likes", lines: [{ id: "likes:lid", topic: "lid", supporters: 40, quotes }] }];
  const file = { format: "earshot-persona", version: 1, name: "Quiet people", note: "from Anna's team", card };
  const brought = await importPersonas(db, "s1", JSON.stringify(file), "quiet.json");
  const [one] = brought.personas;
  expect(brought).toMatchObject({ left: 0, personas: [{ name: "Quiet people", grounded: true, found: 1, lost: 1 }] });
  await replacePersonas(db, "s1", [{ ...stored, reviewIds: ["r1"] }], 2, arrangePersonas);
  expect(await db.personas.get(one?.personaId ?? "")).toMatchObject({
    name: "Quiet people",
    note: "from Anna's team",
    subjectId: "s1",
    brought: true,
    reviewIds: ["r1"],
    likes: [{ topic: "lid", supporters: 1, quotes: [{ reviewId: "r1", start: 0, end: body.length }] }],
  });
  await deletePersona(db, one?.personaId ?? "");
  expect(await db.personas.count()).toBe(1);
});

test("of a bad file nothing is stored", async () => {
  const bad = importPersonas(db, "s1", "<html></html>", "page.html");
  await expect(bad).rejects.toMatchObject({ code: "persona_file_not_json", values: { name: "page.html" } });
  expect([await db.personas.count(), await db.personaEdits.count()]).toEqual([1, 0]);
});
