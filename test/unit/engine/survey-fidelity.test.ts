import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkFidelity, checkLibrary } from "../../../entrypoints/engine/fidelity";
import { checkScale, keepScale } from "../../../entrypoints/engine/scales";
import { builtInScales } from "../../../lib/ask/ssr/scales";
import type { Scale } from "../../../lib/domain";
import { EarshotDatabase } from "../../../lib/store/db";
import { ownScales } from "../../../lib/store/scales";
import { type FakeParts, specOf, storeShop, surveyParts } from "./survey-parts";

const { signal } = new AbortController();
const { rating } = specOf();
let db: EarshotDatabase;
let parts: FakeParts;
beforeEach(() => {
  db = new EarshotDatabase(`fidelity-${crypto.randomUUID()}`);
  parts = surveyParts(db);
});
afterEach(() => db.delete());

describe("fidelity of a subject", () => {
  it("says why it was not checked", async () => {
    await storeShop(db, 12);
    expect(await checkFidelity(parts, { subjectId: "shop", rating, signal })).toMatchObject({
      checked: false,
      why: "few-reviewers",
    });
    await db.reviews.toCollection().modify({ rating: undefined });
    parts = surveyParts(db);
    expect(await checkFidelity(parts, { subjectId: "shop", rating, signal })).toMatchObject({
      checked: false,
      why: "no-stars",
    });
  });

  it("compares with what other subjects foretell, where there are any", async () => {
    await storeShop(db, 60);
    const methods = async () =>
      (await checkFidelity(parts, { subjectId: "shop", rating, signal })).rows.map(({ method }) => method);
    expect(await methods()).not.toContain("category-mean");
    await storeShop(db, 10, "other");
    expect(await methods()).toContain("category-mean");
  });

  it("can be stopped", async () => {
    await storeShop(db, 60);
    const stop = AbortSignal.abort(new DOMException("Stopped.", "AbortError"));
    await expect(checkFidelity(parts, { subjectId: "shop", rating, signal: stop })).rejects.toThrow("Stopped.");
  });
});

describe("fidelity over the library", () => {
  it("counts subjects with enough reviewers, and leaves the others unread", async () => {
    for (let i = 0; i < 9; i++) await storeShop(db, 24, `s${i}`);
    await storeShop(db, 5, "small");
    const found = await checkLibrary(parts, rating, signal);
    expect(found).toMatchObject({ products: 9, left: 1 });
    expect(found.rows.map(({ method }) => method)).toContain("plain");
    expect(await checkLibrary(parts, rating, signal)).toEqual(found);
  });

  it("is empty for an empty library", async () => {
    expect(await checkLibrary(parts, rating, signal)).toMatchObject({ products: 0, rows: [] });
  });
});

describe("a scale of one's own", () => {
  const sets = [["Never.", "Hardly.", "Perhaps.", "Likely.", "At once."]];
  const own: Scale = { id: "", name: "Haste", version: 1, anchors: [{ language: "en", sets }] };
  const scoresOf = async (texts: readonly string[]) => texts.map(() => 0);

  it("is read before it is kept", async () => {
    const kept = await keepScale(db, own);
    expect(kept).toMatchObject({ name: "Haste", version: 1 });
    expect((await keepScale(db, { ...kept, name: "Speed" })).version).toBe(2);
    const short = { ...own, anchors: [{ language: "en", sets: [["One.", "Two."]] }] };
    await expect(keepScale(db, short)).rejects.toMatchObject({ code: "scale_points" });
    await expect(keepScale(db, { ...own, name: "" })).rejects.toMatchObject({ code: "scale_name_missing" });
    expect(await ownScales(db)).toHaveLength(1);
  });

  it("made from a built-in one stands beside it", async () => {
    const [first] = builtInScales();
    const kept = await keepScale(db, { ...(first as Scale), name: "Mine", basedOn: "purchase-intent" });
    expect(kept.id).not.toBe("purchase-intent");
    expect(kept.basedOn).toBe("purchase-intent");
  });

  it("is looked at in its language, and says so when it has none", async () => {
    const check = await checkScale({ vectors: parts.vectors, scoresOf }, { ...own, id: "own" }, "en");
    expect(check).toMatchObject({ scaleId: "own", language: "en" });
    const other = checkScale({ vectors: parts.vectors, scoresOf }, { ...own, id: "own" }, "ru");
    await expect(other).rejects.toMatchObject({ code: "survey_language" });
  });

  it("that runs from the most to the least is noticed", async () => {
    const scores = new Map((sets[0] ?? []).map((text, i) => [text, 0.9 - 0.45 * i]));
    const reversed = async (texts: readonly string[]) => texts.map((text) => scores.get(text) ?? 0);
    const check = await checkScale({ vectors: parts.vectors, scoresOf: reversed }, { ...own, id: "own" }, "en");
    expect(check.verdict).toBe("reversed");
  });
});
