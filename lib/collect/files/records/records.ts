/** All rows of a table as reviews, each with an identity of its own; what is none is told by its number. */
import { hash, nativeKey } from "../../normalise/identity";
import type { RawReview } from "../../site";
import type { LeftOut, Table } from "../table";
import { type FileRecord, type RecordRules, recordOf } from "./record";

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
 * Gives records ids that stay when the file is imported again, also with its rows in another order: their own where no other
 * row has it, else what they say and how many rows before say the same.
 */
export class Identities {
  #claims = new Map<string, number>();
  #same = new Map<string, number>();

  /** @param records all of the file: an id that two rows claim identifies neither */
  constructor(records: readonly FileRecord[]) {
    for (const { record } of records) {
      const key = nativeKey(record.nativeId);
      if (key) this.#claims.set(key, (this.#claims.get(key) ?? 0) + 1);
    }
  }

  /** @returns the reviews of some of the records, each with its id; each record is to be asked for once */
  async give(records: readonly FileRecord[]): Promise<RawReview[]> {
    const given: RawReview[] = [];
    for (const one of records) given.push({ ...one.record, nativeId: await this.#idOf(one) });
    return given;
  }

  async #idOf({ record, subject = "" }: FileRecord): Promise<string | undefined> {
    const { nativeId = "", body, title = "", author = "", date = "", rating = "" } = record;
    const key = nativeKey(nativeId);
    if (key && this.#claims.get(key) === 1) return nativeId;
    const words = await hash(nativeId, subject, body, title, author, date, String(rating));
    const before = this.#same.get(words) ?? 0;
    this.#same.set(words, before + 1);
    return `${words}x${before + 1}`;
  }
}
