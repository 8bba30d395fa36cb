/** Scales people wrote themselves. Those that come with Earshot are code, and are never stored. Only the engine writes. */
import type { Scale } from "../domain";
import { Problem } from "../domain";
import type { EarshotDatabase } from "./db";

/** @returns in the order of their names */
export async function ownScales(db: EarshotDatabase): Promise<Scale[]> {
  const scales = await db.scales.toArray();
  return scales.sort((a, b) => (a.name ?? "").localeCompare(b.name ?? "") || a.id.localeCompare(b.id));
}

/**
 * Keeps a scale, its version one above that of the one it replaces; unchanged statements under the same name raise nothing.
 * @param builtIn ids that are taken: a scale under one of them is kept under a new id, as made from it
 * @param at ISO 8601
 * @returns it as it is kept
 * @throws Problem scale_name_missing
 */
export async function saveScale(
  db: EarshotDatabase,
  given: Scale,
  builtIn: ReadonlySet<string>,
  at: string,
): Promise<Scale> {
  const name = given.name?.replace(/\s+/gu, " ").trim();
  if (!name) throw new Problem("scale_name_missing", "A scale of your own needs a name. Write one first.");
  return db.transaction("rw", db.scales, async () => {
    const id = !given.id || builtIn.has(given.id) ? crypto.randomUUID() : given.id;
    const before = await db.scales.get(id);
    const scale: Scale = { ...given, id, name, version: (before?.version ?? 0) + 1, updated: at };
    if (before && sameScale(before, scale)) return before;
    await db.scales.put(scale);
    return scale;
  });
}

/** Forgets a scale; runs that used it keep their copy. */
export async function deleteScale(db: EarshotDatabase, id: string): Promise<void> {
  await db.scales.delete(id);
}

function sameScale(a: Scale, b: Scale): boolean {
  const said = ({ name, basedOn, anchors }: Scale) => JSON.stringify([name, basedOn, anchors]);
  return said(a) === said(b);
}
