/** All rows of a table as reviews, each with an identity of its own; what is none is told by its number. */
import { hash, nativeKey } from "../normalise/identity";
import { type FileRecord, type RecordRules, recordOf } from "./record";
import type { LeftOut, Table } from "./table";

export interface FileRecords {
  records: FileRecord[];
  leftOut: LeftOut[];
}

/** @returns the reviews in the order of the rows, and every row that is none, by number */
export function readRecords(table: Table, rules: RecordRules): FileRecords {
  const records: FileRecord[] = [];
  const leftOut = [...table.leftOut];
  const seen = new Set<string>();
  for (const row of table.rows) {
    const found = recordOf(row, rules);
    const again = found?.record.nativeId === undefined ? undefined : JSON.stringify([found.record, found.subject]);
    if (!found) leftOut.push({ number: row.number, why: "no-text" });
    else if (again !== undefined && seen.has(again)) leftOut.push({ number: row.number, why: "repeated" });
    else records.push(found);
    if (again !== undefined) seen.add(again);
  }
  leftOut.sort((a, b) => a.number - b.number);
  return { records, leftOut };
}

/**
 * Gives every record an id that stays when the file is imported again, also with its rows in another order: its own id where
 * no other row has it, else what it says and how many rows before it say the same.
 */
export async function identify(records: readonly FileRecord[], signal?: AbortSignal): Promise<void> {
  const claims = new Map<string, number>();
  for (const { record } of records) {
    const key = nativeKey(record.nativeId);
    if (key) claims.set(key, (claims.get(key) ?? 0) + 1);
  }
  const same = new Map<string, number>();
  for (const { record } of records) {
    signal?.throwIfAborted();
    const key = nativeKey(record.nativeId);
    if (key && claims.get(key) === 1) continue;
    const { nativeId = "", body, title = "", author = "", date = "", rating = "" } = record;
    const words = await hash(nativeId, body, title, author, date, String(rating));
    const before = same.get(words) ?? 0;
    same.set(words, before + 1);
    record.nativeId = `${words}x${before + 1}`;
  }
}
