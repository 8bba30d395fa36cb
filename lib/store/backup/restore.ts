/**
 * A backup brought back. All of it is read into a database beside the one in use first, and brought up to this version there; only when
 * that worked are its rows exchanged, in one transaction. Whatever ends it before changes nothing.
 */
import Dexie, { type Table } from "dexie";
import { Problem } from "../../domain";
import type { BackupCounts } from "../../notebook-protocol";
import { EarshotDatabase } from "../db";
import { checkBackup, damaged, type OpenedBackup } from "./file";
import { type Bytes, unlocking } from "./lock";
import { lineToRow } from "./rows";
import { LEFT_OUT } from "./write";

/** Beside the one in use, while a backup is read. */
const BESIDE = "-restoring";
const BATCH = 500;
/** Longer lines are no rows of ours. */
const LONGEST_LINE = 1 << 28;

/**
 * Replaces everything but what belongs to the machine (`LEFT_OUT`).
 * @param name what the person calls the file
 * @throws Problem backup_damaged, backup_locked, backup_passphrase, notebook_file_newer, storage_full; nothing is changed then
 */
export async function restoreBackup(
  db: EarshotDatabase,
  backup: OpenedBackup,
  { name, passphrase }: { name: string; passphrase?: string },
): Promise<BackupCounts> {
  const { head } = backup;
  if (head.schema > db.verno)
    throw new Problem("notebook_file_newer", `${name} was made by a newer Earshot. Update this one first.`, { name });
  if (head.lock && !passphrase)
    throw new Problem("backup_locked", `${name} is locked. Give the passphrase it was made with.`, { name });
  await checkBackup(backup, name);
  await forgetUnfinished(db);
  try {
    await readBeside(db, linesOf(backup, passphrase ?? "", name), head.schema, name);
    return await exchange(db);
  } finally {
    await forgetUnfinished(db);
  }
}

/** Deletes what a restoring that was ended left behind. */
export async function forgetUnfinished(db: EarshotDatabase): Promise<void> {
  await Dexie.delete(db.name + BESIDE);
}

async function readBeside(
  db: EarshotDatabase,
  lines: AsyncGenerator<string>,
  version: number,
  name: string,
): Promise<void> {
  const first = await lines.next();
  const beside = new Dexie(db.name + BESIDE);
  try {
    beside.version(version).stores(tablesIn(first.value, db, name));
    for await (const rows of inTables(lines, beside, name))
      await beside
        .table(rows.table)
        .bulkPut(rows.rows)
        .catch(Dexie.BulkError, (error) => {
          throw damaged(name, error);
        });
  } finally {
    beside.close();
  }
}

/** @returns what the tables were declared with; only tables that this version knows */
function tablesIn(line: unknown, db: EarshotDatabase, name: string): Record<string, string> {
  const value = typeof line === "string" ? read(line, name) : undefined;
  const { tables } = (value ?? {}) as { tables?: unknown };
  if (typeof tables !== "object" || tables === null) throw damaged(name);
  const known = new Set(db.tables.map((table) => table.name));
  const declared = Object.entries(tables).filter(([table]) => known.has(table));
  if (!declared.every(([, schema]) => typeof schema === "string" && /^[\w+&*.[\], ]{1,300}$/.test(schema)))
    throw damaged(name);
  return Object.fromEntries(declared);
}

/** Rows of one table at a time, as many as are put at once. */
async function* inTables(lines: AsyncGenerator<string>, beside: Dexie, name: string) {
  const known = new Set(beside.tables.map((table) => table.name).filter((table) => !LEFT_OUT.has(table)));
  let batch: { table: string; rows: object[] } = { table: "", rows: [] };
  for await (const line of lines) {
    const [table, row] = rowIn(line, name);
    if (!known.has(table)) throw damaged(name);
    if (batch.table !== table || batch.rows.length === BATCH) {
      if (batch.rows.length > 0) yield batch;
      batch = { table, rows: [] };
    }
    batch.rows.push(row);
  }
  if (batch.rows.length > 0) yield batch;
}

function rowIn(line: string, name: string): [string, object] {
  const value = read(line, name);
  const [table, row] = Array.isArray(value) ? value : [];
  if (typeof table !== "string" || typeof row !== "object" || row === null) throw damaged(name);
  return [table, row];
}

function read(line: string, name: string): unknown {
  try {
    return lineToRow(line);
  } catch (error) {
    throw damaged(name, error);
  }
}

/** Opened and unpacked, line by line. More than the file says it holds is never unpacked. */
async function* linesOf({ head, body }: OpenedBackup, passphrase: string, name: string): AsyncGenerator<string> {
  const bytes = body.stream() as ReadableStream<Bytes>;
  const opened = head.lock ? bytes.pipeThrough(await unlocking(passphrase, head.lock)) : bytes;
  const unpacked = opened.pipeThrough(new DecompressionStream("gzip")).getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await unpacked.read();
      size += value?.length ?? 0;
      if (size > head.unpacked) throw damaged(name);
      const pieces = (rest + decoder.decode(value, { stream: !done })).split("\n");
      rest = pieces.pop() ?? "";
      yield* pieces;
      if (rest.length > LONGEST_LINE) throw damaged(name);
      if (done) break;
    }
  } catch (error) {
    throw error instanceof Problem ? error : notOpened(head.lock !== undefined, name, error);
  } finally {
    await unpacked.cancel().catch(() => undefined); // it failed already
  }
  if (rest !== "" || size !== head.unpacked) throw damaged(name);
}

/** The checksum fits, so a lock that does not open has another key. */
function notOpened(locked: boolean, name: string, cause: unknown): Problem {
  if (!locked || !(cause instanceof Error) || cause.name !== "OperationError") return damaged(name, cause);
  const words = `This passphrase does not open ${name}. Nothing was changed. Try again.`;
  return new Problem("backup_passphrase", words, { name }, { cause });
}

/** Opening the database beside brings it up to this version; then its rows take the place of the others. */
async function exchange(db: EarshotDatabase): Promise<BackupCounts> {
  const beside = new EarshotDatabase(db.name + BESIDE);
  try {
    await beside.open();
    const tables = db.tables.filter(({ name }) => !LEFT_OUT.has(name));
    await db.transaction("rw", db.tables, async () => {
      await db.readings.clear();
      for (const table of tables) {
        await table.clear();
        await copyRows(beside.table(table.name), table);
      }
    });
    const [subjects, reviews, annotations] = await Promise.all([
      db.subjects.count(),
      db.reviews.count(),
      db.annotations.count(),
    ]);
    return { subjects, reviews, annotations };
  } finally {
    beside.close();
  }
}

/** The other database is read with this transaction kept open (`Dexie.waitFor`). */
async function copyRows(from: Table, to: Table): Promise<void> {
  for (let last: unknown; ; ) {
    const rest = last === undefined ? from.orderBy(":id") : from.where(":id").above(last);
    const rows: Record<string, unknown>[] = await Dexie.waitFor(
      Dexie.ignoreTransaction(() => rest.limit(BATCH).toArray()),
    );
    await to.bulkPut(rows);
    if (rows.length < BATCH) return;
    last = rows.at(-1)?.[from.schema.primKey.keyPath as string];
  }
}
