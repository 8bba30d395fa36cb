import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { deleteSegment, nameSegment, previewSegment, saveSegment } from "../../../entrypoints/engine/segmenting";
import { type ByHand, settle } from "../../../entrypoints/engine/settle";
import type { HandSegment } from "../../../lib/domain";
import { EarshotDatabase } from "../../../lib/store/db";
import { commitReading, saveUnderstood } from "../../../lib/store/write";
import { makeReview, makeSubject, makeUnderstood } from "../store/records";
import { sentenceOf } from "../understand/fake-encode";

const heads = { means: new Map<string, Float32Array>() };
let db: EarshotDatabase;
beforeEach(() => {
  db = new EarshotDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const settleAll = (subjectId: string, byHand?: ByHand) => settle(db, heads, 1, subjectId, byHand);

async function read(first: number, count: number): Promise<void> {
  const reviews = Array.from({ length: count }, (_, k) => {
    const matter = (first + k) % 2 === 0 ? "battery" : "zipper";
    return makeReview(`r${first + k}`, `The ${matter} is fine, number ${first + k}.`);
  });
  await commitReading(db, makeSubject(), reviews);
  await saveUnderstood(
    db,
    reviews.map((one) => ({ ...makeUnderstood(one), sentences: [sentenceOf(one)] })),
  );
  await settleAll("s1");
}

const save = (basis: HandSegment["basis"], more: Partial<HandSegment> = {}) =>
  saveSegment(db, { id: "own", subjectId: "s1", name: " Zipper  people ", basis, ...more }, settleAll);
const segmentOf = async (id: string) => (await db.personas.toArray()).find(({ segment }) => segment.id === id)?.segment;
const zipper: HandSegment["basis"] = { kind: "filter", choices: [{ facet: "query", values: ["zipper"] }] };

it("looks filters through anew when reviews are added", async () => {
  await read(0, 10);
  expect(await previewSegment(db, "s1", zipper.kind === "filter" ? zipper.choices : [])).toMatchObject({ reviews: 5 });
  await save(zipper);
  expect(await segmentOf("own")).toMatchObject({ name: "Zipper people", byHand: true });
  expect((await segmentOf("own"))?.reviewIds).toHaveLength(5);
  await read(10, 10);
  expect((await segmentOf("own"))?.reviewIds).toHaveLength(10);
  await deleteSegment(db, "s1", "own", settleAll);
  expect(await segmentOf("own")).toBeUndefined();
});

it("stores nothing that has no name, no reviews or no parts, and says why", async () => {
  await read(0, 6);
  const nothing: HandSegment["basis"] = { kind: "filter", choices: [{ facet: "query", values: ["parachute"] }] };
  await expect(save(zipper, { name: "  " })).rejects.toMatchObject({ code: "segment_name_missing" });
  await expect(save(nothing)).rejects.toMatchObject({ code: "segment_empty" });
  await expect(save({ kind: "chosen" }, { reviewIds: ["gone"] })).rejects.toMatchObject({ code: "segment_empty" });
  await expect(save({ kind: "merged", of: ["gone", "own"] })).rejects.toMatchObject({ code: "segment_gone" });
  expect(await db.segments.count()).toBe(0);
});

it("names any segment at once, keeps the name when it settles, and gives the found one back", async () => {
  await read(0, 10);
  const [persona] = await db.personas.toArray();
  const id = persona?.segment.id ?? "";
  await nameSegment(db, "s1", id, "Ours");
  expect((await segmentOf(id))?.name).toBe("Ours");
  await settleAll("s1");
  expect((await segmentOf(id))?.name).toBe("Ours");
  await nameSegment(db, "s1", id, "");
  expect((await segmentOf(id))?.name).toBeUndefined();
  await expect(nameSegment(db, "s1", "nobody", "x")).rejects.toMatchObject({ code: "segment_gone" });
});
