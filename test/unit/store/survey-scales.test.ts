import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Scale } from "../../../lib/domain";
import { EarshotDatabase } from "../../../lib/store/db";
import { deleteScale, ownScales, saveScale } from "../../../lib/store/scales";

const builtIn = new Set(["satisfaction"]);
const sets = [["Never.", "Hardly.", "Perhaps.", "Likely.", "At once."]];
const scale: Scale = { id: "mine", name: "Haste", version: 1, anchors: [{ language: "en", sets }] };
const at = "2026-01-01T00:00:00Z";
let db: EarshotDatabase;
beforeEach(() => {
  db = new EarshotDatabase(`scales-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

describe("a scale of one's own", () => {
  it("is at version 1 first, and one more with each change", async () => {
    expect(await saveScale(db, { ...scale, version: 9 }, builtIn, at)).toMatchObject({ version: 1, updated: at });
    const changed = await saveScale(db, { ...scale, name: "  Great \n haste " }, builtIn, at);
    expect(changed).toMatchObject({ id: "mine", version: 2, name: "Great haste" });
    expect(await ownScales(db)).toEqual([changed]);
  });

  it("is the same version while nothing of it changes", async () => {
    await saveScale(db, scale, builtIn, at);
    expect((await saveScale(db, scale, builtIn, "2026-01-02T00:00:00Z")).version).toBe(1);
  });

  it("never takes the place of one that comes with Earshot", async () => {
    const kept = await saveScale(db, { ...scale, id: "satisfaction", basedOn: "satisfaction" }, builtIn, at);
    expect(kept.id).not.toBe("satisfaction");
    expect(kept.basedOn).toBe("satisfaction");
  });

  it("needs a name", async () => {
    const nameless = saveScale(db, { ...scale, name: " " }, builtIn, at);
    await expect(nameless).rejects.toMatchObject({ code: "scale_name_missing" });
    expect(await ownScales(db)).toEqual([]);
  });

  it("is forgotten on request", async () => {
    await saveScale(db, scale, builtIn, at);
    await deleteScale(db, "mine");
    await deleteScale(db, "mine");
    expect(await ownScales(db)).toEqual([]);
  });
});
