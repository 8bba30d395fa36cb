import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  copyPersona,
  deletePersona,
  describePersona,
  editPersona,
  undoPersonaEdit,
} from "../../../entrypoints/engine/persona-editing";
import { arrangePersonas } from "../../../lib/ask/persona/by-hand";
import { EarshotDatabase } from "../../../lib/store/db";
import { replacePersonas } from "../../../lib/store/personas";
import { personaWith } from "../../fixtures/ask/made";

const card = personaWith({
  id: "p1",
  subjectId: "s1",
  likes: [{ id: "likes:a", topic: "sound", supporters: 3, quotes: [] }],
});
let db: EarshotDatabase;

beforeEach(async () => {
  db = new EarshotDatabase(`personas-${Math.random()}`);
  await db.subjects.put({ id: "s1", name: "Thing", url: "https://shop.example/t", site: "shop.example", settled: 1 });
  await db.personas.put(card);
});
afterEach(() => db.delete());

test("a change is seen at once, survives personas made anew, and can be taken back", async () => {
  await editPersona(db, "p1", { kind: "word", lineId: "likes:a", text: "Rich bass" });
  expect((await db.personas.get("p1"))?.likes[0]?.text).toBe("Rich bass");
  await replacePersonas(db, "s1", [{ ...card, created: "2026-02-02T00:00:00Z" }], 2, arrangePersonas);
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
  await replacePersonas(db, "s1", [{ ...card, reviewIds: ["r1"] }], 2, arrangePersonas);
  expect(await db.personas.get(copy)).toMatchObject({ name: "Mine", note: "first", byHand: true, reviewIds: ["r1"] });
  expect((await db.personas.get("p1"))?.name).toBeUndefined();
  expect((await db.personas.get(nurse))?.description).toBe("a nurse on night shifts");
  await deletePersona(db, copy);
  await deletePersona(db, nurse);
  await deletePersona(db, "p1");
  expect((await db.personas.toArray()).map(({ id }) => id)).toEqual(["p1"]);
  expect((await db.personaEdits.toArray()).map(({ personaId }) => personaId)).toEqual(["p1"]);
});
