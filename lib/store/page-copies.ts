/** Pages as they were: what notes rest on when their page is gone. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { subjectKey } from "../collect/normalise/address";
import type { PageCopy } from "../domain";
import type { RawPageCopy } from "../notebook-protocol";
import type { EarshotDatabase } from "./db";

/** A copy without its content, which is loaded when somebody opens it. */
export type CopyEntry = Omit<PageCopy, "text" | "html"> & { whole: boolean };

/** @returns copies of a page or of a subject's pages, the latest first */
export async function copiesOf(
  db: EarshotDatabase,
  { subjectId, pageKey }: { subjectId?: string; pageKey?: string },
): Promise<CopyEntry[]> {
  const wanted = db.pageCopies.filter(
    (copy) =>
      (subjectId !== undefined && copy.subjectId === subjectId) || (pageKey !== undefined && copy.pageKey === pageKey),
  );
  const entries: CopyEntry[] = [];
  await wanted.each(({ text: _, html, ...entry }) => void entries.push({ ...entry, whole: html !== undefined }));
  return entries.sort((a, b) => b.taken.localeCompare(a.taken));
}

/**
 * Keeps a copy. The same text of the same page is kept once: a later copy only adds the whole page to it, where the earlier had its text alone.
 * @returns its id
 */
export async function keepCopy(db: EarshotDatabase, raw: RawPageCopy, subjectId?: string): Promise<string> {
  const copy = pageCopy(raw, subjectId);
  await db.transaction("rw", db.pageCopies, async () => {
    const earlier = await db.pageCopies.get(copy.id);
    if (!earlier || (earlier.html === undefined && copy.html !== undefined)) await db.pageCopies.put(copy);
  });
  return copy.id;
}

/** A copy as it is stored. */
export function pageCopy(raw: RawPageCopy, subjectId?: string): PageCopy {
  const { url, title, taken, text, html, missing } = raw;
  const pageKey = subjectKey(url);
  return {
    id: bytesToHex(sha256(utf8ToBytes(`${pageKey}\n${text}`))),
    url,
    pageKey,
    title,
    taken,
    text,
    bytes: utf8ToBytes(text + (html ?? "")).length,
    ...(subjectId !== undefined && { subjectId }),
    ...(html !== undefined && { html }),
    ...(missing && missing.length > 0 && { missing: missing.slice(0, 20) }),
  };
}

/** Notes that were made with it keep their words. */
export async function deleteCopy(db: EarshotDatabase, id: string): Promise<void> {
  await db.pageCopies.delete(id);
}
