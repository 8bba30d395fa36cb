import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type ByHand, settle } from "../../../entrypoints/engine/settle";
import { editThemesByHand, undoThemeEdit } from "../../../entrypoints/engine/theme-editing";
import type { Review, ThemeEdit } from "../../../lib/domain";
import { EarshotDatabase } from "../../../lib/store/db";
import { pulseOf } from "../../../lib/store/read";
import { commitReading, saveUnderstood } from "../../../lib/store/write";
import { makeReview, makeSubject, makeUnderstood } from "../store/records";
import { sentenceOf } from "../understand/fake-encode";

const MATTERS = ["battery", "delivery", "shoulder strap"];
const WORDS = "odd plain fine strange normal decent clever silly average weird".split(" ");
const heads = { means: new Map<string, Float32Array>() };
let db: EarshotDatabase;
beforeEach(() => {
  db = new EarshotDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

const settleAll = (subjectId: string, byHand?: ByHand) => settle(db, heads, 1, subjectId, byHand);

async function read(first: number, count: number, matterOf = (i: number) => MATTERS[i % 3]): Promise<void> {
  const reviews = Array.from({ length: count }, (_, k): Review => {
    const i = first + k;
    const words = `${WORDS[i % 7]} and ${WORDS[(i * 3) % 10]}`;
    return makeReview(`r${i}`, `The ${matterOf(i)} is very ${words}.`);
  });
  await commitReading(db, makeSubject(), reviews);
  const understood = reviews.map((one) => ({ ...makeUnderstood(one), sentences: [sentenceOf(one)] }));
  await saveUnderstood(db, understood);
  await settleAll("s1");
}

const themes = async () => {
  const all = await db.themes.toArray();
  return new Map(all.filter(({ parentId }) => !parentId).map((theme) => [theme.label, theme]));
};
const idOf = async (label: string) => (await themes()).get(label)?.id ?? "";
const edit = (change: ThemeEdit) => editThemesByHand(db, "s1", change, settleAll);

it("keeps what was merged and renamed when more reviews come, few or many, and takes it back in order", async () => {
  await read(0, 60);
  const before = await themes();
  const [battery, strap, delivery] = [await idOf("Battery"), await idOf("Shoulder strap"), await idOf("Delivery")];
  await edit({ kind: "rename", themeId: battery, label: "Power" });
  await edit({ kind: "merge", themeId: strap, into: delivery });
  for (const [first, count] of [
    [60, 6],
    [66, 300],
  ] as const) {
    await read(first, count);
    const now = await themes();
    expect([now.get("Power")?.id, now.get("Delivery")?.id]).toEqual([battery, delivery]);
    expect(now.has("Shoulder strap")).toBe(false);
    expect(now.get("Delivery")?.size).toBe(2 * (now.get("Power")?.size ?? 0));
  }
  expect(await undoThemeEdit(db, "s1", settleAll)).toEqual({ kind: "merge", themeId: strap, into: delivery });
  expect((await themes()).get("Shoulder strap")?.id).toBe(strap);
  expect((await themes()).has("Power")).toBe(true);
  await undoThemeEdit(db, "s1", settleAll);
  expect([...(await themes()).keys()].sort()).toEqual([...before.keys()].sort());
  expect(await undoThemeEdit(db, "s1", settleAll)).toBeUndefined();
});

it("shows the same themes of a page whichever of its reviews came first", async () => {
  const told = async () =>
    [...(await themes()).values()].map(({ label, size }) => `${label} ${size}`).sort((a, b) => a.localeCompare(b));
  const straps = (i: number) => (i < 60 ? MATTERS[i % 2] : MATTERS[2]);
  await read(0, 70, straps);
  const once = await told();
  expect(once.join()).toContain("Shoulder strap");
  await db.delete();
  db = new EarshotDatabase(`test-${crypto.randomUUID()}`);
  await read(0, 60, straps);
  await read(60, 10, straps);
  expect(await told()).toEqual(once);
});

it("moves a sentence, and tells the panel that something changed", async () => {
  await read(0, 30);
  const earlier = await pulseOf(db, "s1");
  const delivery = await idOf("Delivery");
  await edit({ kind: "move", sentenceId: "r0:0", themeId: delivery });
  expect((await db.sentences.get("r0:0"))?.themeId).toBe(delivery);
  expect((await pulseOf(db, "s1")).themed).toBe(earlier.themed + 1);
});

it("says what is wrong with an edit and stores nothing", async () => {
  await read(0, 30);
  const battery = await idOf("Battery");
  const all = await db.themes.toArray();
  const undivided = all.find(({ id }) => !all.some(({ parentId }) => parentId === id))?.id ?? "";
  await expect(edit({ kind: "rename", themeId: "gone", label: "x" })).rejects.toThrow(/no longer there/u);
  await expect(edit({ kind: "rename", themeId: battery, label: " " })).rejects.toThrow(/needs a name/u);
  await expect(edit({ kind: "merge", themeId: battery, into: battery })).rejects.toThrow(/into itself/u);
  await expect(edit({ kind: "split", themeId: undivided })).rejects.toThrow(/no parts/u);
  await expect(edit({ kind: "move", sentenceId: "gone", themeId: battery })).rejects.toThrow(/no longer stored/u);
  expect(await db.themeEdits.count()).toBe(0);
});

it("keeps sentences in their themes when newer heads read them again", async () => {
  await read(0, 30);
  const before = await db.sentences.get("r0:0");
  const review = await db.reviews.get("r0");
  if (!review) throw new Error("There is no review.");
  await saveUnderstood(db, [{ ...makeUnderstood(review, 2), sentences: [sentenceOf(review)] }]);
  expect((await db.sentences.get("r0:0"))?.found).toEqual(before?.found);
});

it("forgets no change by hand while newer heads have read only some of the reviews", async () => {
  await read(0, 30);
  const battery = await idOf("Battery");
  await edit({ kind: "rename", themeId: battery, label: "Power" });
  const all = await db.reviews.toArray();
  const again = (some: typeof all) =>
    saveUnderstood(
      db,
      some.map((one) => ({ ...makeUnderstood(one, 2), sentences: [sentenceOf(one)] })),
    );
  await again(all.slice(0, 4));
  await settle(db, heads, 2, "s1");
  expect((await db.sentences.get("r9:0"))?.found).toBeDefined();
  await again(all.slice(4));
  await settle(db, heads, 2, "s1");
  expect((await themes()).get("Power")).toMatchObject({ id: battery, size: 10 });
});
