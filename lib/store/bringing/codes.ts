import { cleanName, isColour, ordered, sameName, shortcutOf, wouldCycle } from "../../annotate/codebook";
import { type Matched, matchCodes } from "../../annotate/exchange/match";
import { codeFields } from "../../annotate/exchange/merge-plan";
import type { Code, Notebook, NotebookCode } from "../../domain";
import type { ChangeDraft } from "../changes";
import { definitionTexts, overlaps } from "../codes";
import type { EarshotDatabase } from "../db";
import type { Bringing } from "./bring-notebook";
import { choiceFor, differs, freeId } from "./choices";

/** @returns their ids → ids here, and how many codes came or changed */
export async function bringCodes(
  db: EarshotDatabase,
  draft: ChangeDraft,
  mine: Notebook,
  bringing: Bringing,
  now: string,
): Promise<{ matched: Matched; count: number }> {
  const { notebook } = bringing;
  const known = matchCodes(mine.codes, notebook.codes);
  const stored = new Map((await db.codes.toArray()).map((code) => [code.id, code]));
  const matched = new Map(known);
  const changed: Code[] = [];
  for (const { code: theirs } of ordered(notebook.codes)) {
    const same = stored.get(known.get(theirs.id) ?? "");
    const choice = same && differs(codeFields(same, theirs)) ? choiceFor(bringing, same.id) : "mine";
    if (same && choice === "mine") continue;
    const replaced = choice === "theirs" ? same : undefined;
    const id = replaced?.id ?? freeId(theirs.id, stored);
    const parentId = theirs.parentId === undefined ? undefined : matched.get(theirs.parentId);
    const others = [...stored.values()].filter((code) => code.id !== id);
    const fresh = codeHere(theirs, { id, parentId, now }, others, replaced);
    matched.set(theirs.id, id);
    stored.set(id, fresh);
    changed.push(fresh);
  }
  await draft.bulkPut("codes", changed);
  return { matched, count: changed.length };
}

function codeHere(
  theirs: NotebookCode,
  { id, parentId, now }: { id: string; parentId?: string; now: string },
  others: readonly Code[],
  replaced: Code | undefined,
): Code {
  const { colour, shortcut, place, inVivo, created } = theirs;
  const key = shortcut === undefined ? undefined : shortcutOf(shortcut);
  const free = key !== undefined && !others.some((code) => code.shortcut === key);
  // both trees are sound, but one put into the other may close a circle
  const circle = wouldCycle([...others, { id, name: "" }], id, parentId);
  return {
    ...(replaced ?? { examples: [], created: created || now }),
    id,
    name: freeName(cleanName(theirs.name) || id.slice(0, 8), others),
    ...definitionTexts(theirs),
    ...(parentId !== undefined && !circle && { parentId }),
    ...(colour !== undefined && isColour(colour) && { colour: colour.toLowerCase() }),
    ...(free && { shortcut: key }),
    ...(place !== undefined && Number.isFinite(place) && { place }),
    ...(inVivo && { inVivo: true as const }),
    updated: now,
  };
}

/** Names are told apart in lists: a second one gets a number. */
function freeName(name: string, others: readonly Code[]): string {
  const taken = (wanted: string) => others.some((code) => overlaps(code, {}) && sameName(code.name, wanted));
  let free = name;
  for (let number = 2; taken(free); number++) free = `${name} (${number})`;
  return free;
}
