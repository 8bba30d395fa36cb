/** What researchers write beside the material: about codes, documents, passages, the project, and day by day. */
import { type Memo, Problem } from "../domain";
import { change } from "./changes";
import { ownCoder } from "./coders";
import type { EarshotDatabase } from "./db";

/** Longer ones are cut (UTF-16 units): a memo is read, not stored away. */
export const MEMO_LIMIT = 100_000;
const TITLE_LIMIT = 200;

export type MemoDraft = Pick<Memo, "id" | "kind" | "about" | "subjectId" | "title" | "text">;

/** @returns memos of a subject and those of none, the latest first */
export async function memosOf(db: EarshotDatabase, subjectId?: string): Promise<Memo[]> {
  const memos = await db.memos.filter((memo) => memo.subjectId === undefined || memo.subjectId === subjectId).toArray();
  return memos.sort((a, b) => b.updated.localeCompare(a.updated));
}

/**
 * Keeps a memo, or what it says now. Who wrote it and when it was begun stay.
 * @param now ISO 8601
 * @throws Problem memo_empty when there is neither a title nor a text
 */
export async function saveMemo(db: EarshotDatabase, draft: MemoDraft, now: string): Promise<void> {
  const title = draft.title.replace(/\s+/gu, " ").trim().slice(0, TITLE_LIMIT);
  const text = draft.text.slice(0, MEMO_LIMIT);
  if (!title && !text.trim()) throw new Problem("memo_empty", "There is nothing in this memo yet. Write a line first.");
  const name = title || firstLine(text);
  await change(
    db,
    now,
    (isNew: boolean) => ({ kind: isNew ? "memo_make" : "memo_edit", name, subjectId: draft.subjectId }),
    async (rows) => {
      const earlier = await db.memos.get(draft.id);
      if (earlier && earlier.title === title && earlier.text === text) return false;
      const { id: coderId } = await ownCoder(db);
      const begun = earlier ?? { id: draft.id, coderId, created: now };
      const { kind, about, subjectId } = draft;
      const place = { kind, ...(about !== undefined && { about }), ...(subjectId !== undefined && { subjectId }) };
      await rows.put("memos", { ...begun, ...place, title, text, updated: now });
      return earlier === undefined;
    },
  );
}

/** @throws Problem memo_gone */
export async function deleteMemo(db: EarshotDatabase, id: string, now: string): Promise<void> {
  await change(
    db,
    now,
    (memo: Memo) => ({ kind: "memo_delete", name: memo.title || firstLine(memo.text), subjectId: memo.subjectId }),
    async (rows) => {
      const memo = await db.memos.get(id);
      if (!memo) throw new Problem("memo_gone", "This memo was deleted meanwhile.");
      await rows.delete("memos", id);
      return memo;
    },
  );
}

function firstLine(text: string): string {
  return (text.trim().split("\n")[0] ?? "").slice(0, 80);
}
