import type { Matched } from "../../annotate/exchange/match";
import { memoFields } from "../../annotate/exchange/merge-plan";
import { MEMO_KINDS, type Memo, type Notebook } from "../../domain";
import type { ChangeDraft } from "../changes";
import type { EarshotDatabase } from "../db";
import { MEMO_LIMIT } from "../memos";
import type { Bringing } from "./bring-notebook";
import { choiceFor, differs, freeId } from "./choices";

export interface MemoParts {
  mine: Notebook;
  documents: Matched;
  copies: Matched;
  coders: ReadonlyMap<string, string>;
  codes: Matched;
  annotations: ReadonlyMap<string, string>;
}

/** @returns how many came or changed */
export async function bringMemos(
  db: EarshotDatabase,
  draft: ChangeDraft,
  bringing: Bringing,
  parts: MemoParts,
): Promise<number> {
  const byId = new Map(parts.mine.memos.map((memo) => [memo.id, memo]));
  const written = new Set(parts.mine.memos.map(words));
  const subjects = new Set(await db.subjects.toCollection().primaryKeys());
  const changed: Memo[] = [];
  for (const theirs of bringing.notebook.memos) {
    const same = byId.get(theirs.id);
    const choice = same && differs(memoFields(same, theirs)) ? choiceFor(bringing, same.id) : "mine";
    if ((same && choice === "mine") || !MEMO_KINDS.includes(theirs.kind)) continue;
    const about = aboutHere(theirs, parts);
    if (choice === "both" && written.has(words({ ...theirs, about }))) continue;
    const id = same && choice === "theirs" ? same.id : freeId(theirs.id, byId);
    const memo = memoHere(theirs, { id, about, coderId: parts.coders.get(theirs.coderId) ?? theirs.coderId });
    const subjectId = subjects.has(theirs.subjectId ?? "") ? theirs.subjectId : bringing.subjectId;
    const free = theirs.kind === "project" || theirs.kind === "journal" || subjectId === undefined;
    const whole = free ? memo : { ...memo, subjectId };
    byId.set(id, whole);
    changed.push(whole);
  }
  await draft.bulkPut("memos", changed);
  return changed.length;
}

function words({ kind, about, title, text }: Pick<Memo, "kind" | "about" | "title" | "text">): string {
  return JSON.stringify([kind, about ?? "", title, text]);
}

function memoHere(
  { kind, title, text, created, updated }: Memo,
  { id, about, coderId }: { id: string; about: string | undefined; coderId: string },
): Memo {
  const said = { title: title.slice(0, 200), text: text.slice(0, MEMO_LIMIT), created, updated };
  return { id, kind, coderId, ...said, ...(about !== undefined && { about }) };
}

/** What it is about has another id here, where it is something that was here before. */
function aboutHere({ kind, about }: Memo, { codes, annotations, documents, copies }: MemoParts): string | undefined {
  if (about === undefined) return undefined;
  if (kind === "code") return codes.get(about) ?? about;
  if (kind === "annotation") return annotations.get(about) ?? about;
  return documents.get(about) ?? copies.get(about) ?? about;
}
