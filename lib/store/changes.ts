/**
 * The one way in which the notebook is changed: work and the note of what it changed are one transaction, so whatever was done can be
 * taken back later, in another session too, and nothing is ever half done.
 */
import type { Table } from "dexie";
import { type Change, type ChangeKind, type Code, type CodeExample, Problem } from "../domain";
import type { ChangedRow, EarshotDatabase, StoredChange } from "./db";
import { sameValue } from "./same-value";

export type NotebookTable = ChangedRow["table"];

/** What is said about a change. */
export interface ChangeNote {
  kind: ChangeKind;
  name: string;
  other?: string;
  subjectId?: string;
  count?: number;
}

/** Older ones can no longer be taken back. */
const KEPT = 500;

/** Rows of the notebook within one change: what they were before is remembered when they are first touched. */
export class ChangeDraft {
  #db: EarshotDatabase;
  #before = new Map<string, { table: NotebookTable; key: string; row: unknown }>();

  constructor(db: EarshotDatabase) {
    this.#db = db;
  }

  async put<T extends NotebookTable>(table: T, row: RowOf<T>): Promise<void> {
    await this.#remember(table, row.id);
    await this.#table(table).put(row);
  }

  /** Many at once, of one table. */
  async bulkPut<T extends NotebookTable>(table: T, rows: readonly RowOf<T>[]): Promise<void> {
    const keys = rows.map(({ id }) => id);
    const stored = await this.#table(table).bulkGet(keys);
    for (const [i, key] of keys.entries()) this.#keep(table, key, stored[i]);
    await this.#table(table).bulkPut([...rows]);
  }

  async delete(table: NotebookTable, key: string): Promise<void> {
    await this.#remember(table, key);
    await this.#table(table).delete(key);
  }

  /** @returns what was changed, rows that are as they were left out */
  async rows(): Promise<ChangedRow[]> {
    const touched = [...this.#before.values()];
    const rows = await Promise.all(
      touched.map(async ({ table, key, row }) => rowChange(table, key, row, await this.#table(table).get(key))),
    );
    return rows.filter((row) => row !== undefined);
  }

  async #remember(table: NotebookTable, key: string): Promise<void> {
    if (!this.#before.has(nameOf(table, key))) this.#keep(table, key, await this.#table(table).get(key));
  }

  #keep(table: NotebookTable, key: string, row: unknown): void {
    const name = nameOf(table, key);
    if (!this.#before.has(name)) this.#before.set(name, { table, key, row });
  }

  #table(table: NotebookTable): Table {
    return this.#db.table(table);
  }
}

type RowOf<T extends NotebookTable> = EarshotDatabase[T] extends Table<infer Row> ? Row & { id: string } : never;

function nameOf(table: NotebookTable, key: string): string {
  return `${table} ${key}`;
}

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
  // what was taken back cannot be done again on top of something new
  await db.changes.filter(({ undone }) => undone === true).delete();
  await db.changes.add(entry);
  const many = (await db.changes.count()) - KEPT;
  if (many > 0) await db.changes.orderBy(":id").limit(many).delete();
}

/** @returns the latest changes first, without their rows */
export async function changesOf(db: EarshotDatabase, limit = KEPT): Promise<Change[]> {
  const stored = await db.changes.orderBy(":id").reverse().limit(limit).toArray();
  return stored.map(toldChange);
}

function toldChange({ rows: _, undoneAs: __, ...entry }: StoredChange): Change {
  return entry as Change;
}

/**
 * Takes back the latest change that stands, or this one.
 * @returns what it was; undefined when there is none
 * @throws Problem change_rests when a later change rests on it
 */
export async function undoChange(db: EarshotDatabase, id?: number): Promise<Change | undefined> {
  return db.transaction("rw", db.tables, async () => {
    const standing = await db.changes
      .orderBy(":id")
      .reverse()
      .filter(({ undone }) => !undone)
      .first();
    const entry = id === undefined ? standing : await db.changes.get(id);
    if (!entry || entry.undone) return undefined;
    await exchange(db, entry, "after", "before");
    const taken = await db.changes.filter(({ undone }) => undone === true).toArray();
    const undoneAs = Math.max(0, ...taken.map((one) => one.undoneAs ?? 0)) + 1;
    await db.changes.update(entry.id as number, { undone: true, undoneAs });
    return toldChange({ ...entry, undone: true });
  });
}

/** Does again what was taken back last. @returns what it was; undefined when there is none */
export async function redoChange(db: EarshotDatabase): Promise<Change | undefined> {
  return db.transaction("rw", db.tables, async () => {
    const taken = await db.changes.filter(({ undone }) => undone === true).toArray();
    const entry = taken.sort((a, b) => (b.undoneAs ?? 0) - (a.undoneAs ?? 0))[0];
    if (!entry) return undefined;
    await exchange(db, entry, "before", "after");
    const { undone: _, undoneAs: __, ...again } = entry;
    await db.changes.put(again);
    return toldChange(again);
  });
}

/** @throws Problem change_rests when a row is no longer what the change left */
async function exchange(db: EarshotDatabase, entry: StoredChange, from: Side, to: Side): Promise<void> {
  for (const row of entry.rows) {
    const now = await db.table(row.table).get(row.key);
    if (!sameValue(comparable(row.table, now), comparable(row.table, row[from])))
      throw new Problem("change_rests", `"${entry.name}" was changed again since. Take back the later change first.`, {
        name: entry.name,
      });
  }
  for (const row of entry.rows) await putSide(db, row, to);
}

type Side = "before" | "after";

async function putSide(db: EarshotDatabase, row: ChangedRow, side: Side): Promise<void> {
  const table = db.table(row.table);
  if (row[side] === undefined) return table.delete(row.key);
  if (row.table !== "codes") return void (await table.put(row[side]));
  const stored = (await db.codes.get(row.key))?.examples ?? [];
  const leave = new Set((side === "before" ? row.learnt : row.forgot)?.map(exampleKey));
  const kept = stored.filter((example) => !leave.has(exampleKey(example)));
  const back = (side === "before" ? row.forgot : row.learnt) ?? [];
  await db.codes.put({ ...(row[side] as Omit<Code, "examples">), examples: [...kept, ...back] });
}

/** A code's examples are many and hold vectors: only those that came and went are kept. */
function rowChange(table: NotebookTable, key: string, before: unknown, after: unknown): ChangedRow | undefined {
  if (table !== "codes") return sameValue(before, after) ? undefined : { table, key, before, after };
  const [was, is] = [before as Code | undefined, after as Code | undefined];
  const learnt = missingFrom(was, is);
  const forgot = missingFrom(is, was);
  const same = sameValue(comparable(table, before), comparable(table, after));
  if (same && learnt.length + forgot.length === 0) return undefined;
  return { table, key, before: withoutExamples(was), after: withoutExamples(is), learnt, forgot };
}

function missingFrom(one: Code | undefined, other: Code | undefined): CodeExample[] {
  const known = new Set(one?.examples.map(exampleKey));
  return other?.examples.filter((example) => !known.has(exampleKey(example))) ?? [];
}

function exampleKey({ reviewId, start, end, yes }: CodeExample): string {
  return `${reviewId} ${start} ${end} ${yes}`;
}

function withoutExamples(code: Code | undefined): Omit<Code, "examples"> | undefined {
  if (!code) return undefined;
  const { examples: _, ...rest } = code;
  return rest;
}

/** Every judgement touches the time of a code; that alone is no later change. */
function comparable(table: NotebookTable, row: unknown): unknown {
  if (table !== "codes" || row === undefined) return row;
  const { examples: _, updated: __, ...rest } = row as Code;
  return rest;
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
    about(row.before) ||
    about(row.after) ||
    [...(row.learnt ?? []), ...(row.forgot ?? [])].some(({ reviewId }) => gone.has(reviewId));
  await db.changes.filter((entry) => entry.subjectId === subjectId || entry.rows.some(holds)).delete();
}
