/**
 * The one way in which the notebook is changed: work and the note of what it changed are one transaction, so whatever was done can be
 * taken back later, in another session too, and nothing is ever half done.
 */
import type { Table } from "dexie";
import type { Change, ChangeKind } from "../domain";
import { rowChange } from "./changed-rows";
import type { ChangedRow, EarshotDatabase, StoredChange } from "./db";

export type NotebookTable = ChangedRow["table"];

/** What is said about a change. */
export interface ChangeNote {
  kind: ChangeKind;
  name: string;
  other?: string;
  subjectId?: string;
  count?: number;
}

/** Older ones can no longer be taken back: neither more than these nor more room. */
const KEPT = 500;
const KEPT_BYTES = 32_000_000;

/** Rows of the notebook within one change: what they were before is remembered when they are first touched. */
export class ChangeDraft {
  #db: EarshotDatabase;
  #before = new Map<NotebookTable, Map<string, unknown>>();

  constructor(db: EarshotDatabase) {
    this.#db = db;
  }

  async put<T extends NotebookTable>(table: T, row: RowOf<T>): Promise<void> {
    await this.bulkPut(table, [row]);
  }

  /** Many at once, of one table. */
  async bulkPut<T extends NotebookTable>(table: T, rows: readonly RowOf<T>[]): Promise<void> {
    await this.#remember(
      table,
      rows.map(({ id }) => id),
    );
    await this.#table(table).bulkPut([...rows]);
  }

  async delete(table: NotebookTable, key: string): Promise<void> {
    await this.bulkDelete(table, [key]);
  }

  async bulkDelete(table: NotebookTable, keys: readonly string[]): Promise<void> {
    await this.#remember(table, keys);
    await this.#table(table).bulkDelete([...keys]);
  }

  /** @returns what was changed, rows that are as they were left out */
  async rows(): Promise<ChangedRow[]> {
    const changed: ChangedRow[] = [];
    for (const [table, before] of this.#before) {
      const now = await this.#table(table).bulkGet([...before.keys()]);
      changed.push(...[...before].flatMap(([key, row], i) => rowChange(table, key, row, now[i]) ?? []));
    }
    return changed;
  }

  async #remember(table: NotebookTable, keys: readonly string[]): Promise<void> {
    const known = this.#before.get(table) ?? new Map<string, unknown>();
    this.#before.set(table, known);
    const fresh = [...new Set(keys)].filter((key) => !known.has(key));
    const rows = await this.#table(table).bulkGet(fresh);
    for (const [i, key] of fresh.entries()) known.set(key, rows[i]);
  }

  #table(table: NotebookTable): Table {
    return this.#db.table(table);
  }
}

type RowOf<T extends NotebookTable> = EarshotDatabase[T] extends Table<infer Row> ? Row & { id: string } : never;

/**
 * @param work does everything through the draft; what it throws undoes all of it
 * @param note what is said about it, or nothing when nothing is to be said because nothing was done
 * @param now ISO 8601
 */
export async function change<T>(
  db: EarshotDatabase,
  now: string,
  note: ChangeNote | ((result: T) => ChangeNote | undefined),
  work: (draft: ChangeDraft) => Promise<T>,
): Promise<T> {
  return db.transaction("rw", db.tables, async () => {
    const draft = new ChangeDraft(db);
    const result = await work(draft);
    const said = typeof note === "function" ? note(result) : note;
    const rows = await draft.rows();
    if (said && rows.length > 0) await record(db, { ...said, at: now, rows });
    return result;
  });
}

async function record(db: EarshotDatabase, entry: StoredChange): Promise<void> {
  const earlier = await db.changes.orderBy(":id").toArray();
  // what was taken back cannot be done again on top of something new
  const gone = earlier.filter(({ undone }) => undone === true);
  const standing = earlier.filter(({ undone }) => !undone);
  let bytes = sizeOf(entry);
  const kept = standing.findLastIndex((one, i) => {
    bytes += sizeOf(one);
    return bytes > KEPT_BYTES || standing.length - i >= KEPT;
  });
  await db.changes.bulkDelete([...gone, ...standing.slice(0, kept + 1)].map(({ id }) => id));
  await db.changes.add(entry);
}

/** About how much room it takes. */
function sizeOf({ rows }: StoredChange): number {
  const examples = rows.reduce((sum, { learnt = [], forgot = [] }) => sum + learnt.length + forgot.length, 0);
  const stored = rows.reduce((sum, { before }) => sum + roughSize(before), 0);
  return stored + rows.length * 200 + examples * 1_000;
}

/** Texts decide: everything else in a row is short. */
function roughSize(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  return Object.values(value).reduce((sum: number, field) => sum + roughSize(field), 16);
}

/** @returns the latest changes first, without their rows */
export async function changesOf(db: EarshotDatabase, limit = KEPT): Promise<Change[]> {
  const stored = await db.changes.orderBy(":id").reverse().limit(limit).toArray();
  return stored.map(toldChange);
}

/** A change as it is listed: without its rows. */
export function toldChange({ rows: _, undoneAs: __, ...entry }: StoredChange): Change {
  return entry as Change;
}

/**
 * Forgets what the history keeps of a subject: whatever holds words of its reviews or pages. Runs inside the transaction that deletes the
 * subject.
 * @param gone ids of its reviews
 */
export async function forgetChangesOf(
  db: EarshotDatabase,
  subjectId: string,
  gone: ReadonlySet<string>,
): Promise<void> {
  const about = (row: unknown) => (row as { subjectId?: string } | undefined)?.subjectId === subjectId;
  const holds = (row: ChangedRow) =>
    row.subjectId === subjectId ||
    about(row.before) ||
    about(row.after) ||
    [...(row.learnt ?? []), ...(row.forgot ?? [])].some(({ reviewId }) => gone.has(reviewId));
  await db.changes.filter((entry) => entry.subjectId === subjectId || entry.rows.some(holds)).delete();
}
