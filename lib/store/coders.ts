/** Who codes: the person at this machine, others whose notebooks were brought, the machine. */

import { cleanName } from "../annotate/codebook";
import type { Coder } from "../domain";
import { change } from "./changes";
import type { EarshotDatabase } from "./db";

/** The machine's codings are kept under this name; they are never mixed with a person's. */
export const MACHINE_CODER: Coder = { id: "earshot", name: "Earshot", kind: "machine" };

/** @returns the person first, then the others by name */
export async function codersOf(db: EarshotDatabase): Promise<Coder[]> {
  const coders = await db.coders.toArray();
  return coders.sort((a, b) => Number(b.own ?? false) - Number(a.own ?? false) || a.name.localeCompare(b.name));
}

/** @returns the person at this machine; made at the first call. Two calls at once make one: each looks and makes in one transaction. */
export async function ownCoder(db: EarshotDatabase): Promise<Coder> {
  return db.transaction("rw", db.coders, async () => {
    const found = await db.coders.filter(({ own }) => own === true).first();
    if (found) return found;
    const made: Coder = { id: crypto.randomUUID(), name: "", kind: "person", own: true };
    await db.coders.add(made);
    return made;
  });
}

/** What the person is called in files they give away; "" takes the name back. */
export async function nameCoder(db: EarshotDatabase, name: string, now: string): Promise<void> {
  const clean = cleanName(name);
  await change(db, now, { kind: "coder_name", name: clean }, async (draft) => {
    await draft.put("coders", { ...(await ownCoder(db)), name: clean });
  });
}
