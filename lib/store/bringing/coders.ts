import { cleanName } from "../../annotate/codebook";
import type { Coder } from "../../domain";
import type { ChangeDraft } from "../changes";
import { ownCoder } from "../coders";
import type { EarshotDatabase } from "../db";
import type { Bringing } from "./bring-notebook";

/**
 * Their own coder becomes another one here, unless it is the same person. Whoever coded without being listed is made up of their id.
 * @returns their ids → ids here
 */
export async function bringCoders(
  db: EarshotDatabase,
  draft: ChangeDraft,
  { notebook, format }: Bringing,
): Promise<Map<string, string>> {
  const { coders, ownCoderId, annotations, memos } = notebook;
  const own = await ownCoder(db);
  const stored = new Map((await db.coders.toArray()).map((coder) => [coder.id, coder]));
  const listed = new Map(coders.map((coder) => [coder.id, coder]));
  const named = [
    ...listed.keys(),
    ...annotations.map(({ coderId }) => coderId),
    ...memos.map(({ coderId }) => coderId),
  ];
  const ids = new Map([["", own.id]]); // nobody is said to have written it
  const changed: Coder[] = [];
  for (const id of new Set(named)) {
    if (id === "") continue;
    ids.set(id, id);
    const known = stored.get(id);
    if (known?.own) continue;
    const name = cleanName(listed.get(id)?.name ?? "") || known?.name || (id === ownCoderId ? format : id.slice(0, 8));
    const kind = known?.kind ?? (listed.get(id)?.kind === "machine" ? "machine" : "person");
    if (known?.name !== name) changed.push({ id, name, kind });
  }
  await draft.bulkPut("coders", changed);
  return ids;
}
