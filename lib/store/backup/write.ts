/** Everything Earshot keeps, as one file. It only reads, so the panel may do it. */
import type { Table } from "dexie";
import { Problem } from "../../domain";
import type { BackupCounts } from "../../notebook-protocol";
import type { EarshotDatabase } from "../db";
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupHead, collected, hashOf } from "./file";
import { type Bytes, locking, newLock, SHORTEST_PASSPHRASE } from "./lock";
import { rowToLine } from "./rows";

/**
 * Left out: `settings` says which language model writes and where, which belongs to the machine and must never come in with a file;
 * `readings` is made again from the reviews.
 */
export const LEFT_OUT: ReadonlySet<string> = new Set(["settings", "readings"]);

/** Rows read at once. */
const BATCH = 500;

/**
 * The library as it is at one moment: all tables are read in one transaction, so what is stored meanwhile waits.
 * @param options.now ISO 8601
 * @param options.passphrase locks the file; at least eight characters
 * @param options.onRows hears how many rows are read, of how many
 * @throws Problem passphrase_short; the signal's reason when stopped
 */
export async function writeBackup(
  db: EarshotDatabase,
  options: { now: string; passphrase?: string; signal?: AbortSignal; onRows?: (done: number, of: number) => void },
): Promise<Blob> {
  const { passphrase, now, signal } = options;
  if (passphrase !== undefined && [...passphrase].length < SHORTEST_PASSPHRASE) {
    const words = "A passphrase needs at least eight characters. Better is a short sentence that only you know.";
    throw new Problem("passphrase_short", words);
  }
  const { rows, counts, schema } = await readRows(db, options);
  const lock = passphrase === undefined ? undefined : newLock();
  const packed = (rows.stream() as ReadableStream<Bytes>).pipeThrough(new CompressionStream("gzip"), { signal });
  const body = await collected(lock ? packed.pipeThrough(await locking(passphrase ?? "", lock), { signal }) : packed);
  signal?.throwIfAborted();
  const head: BackupHead = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    schema,
    made: now,
    bytes: body.size,
    sha256: await hashOf(body),
    unpacked: rows.size,
    ...(lock ? { lock } : { counts }),
  };
  return new Blob([`${JSON.stringify(head)}\n`, body], { type: "application/octet-stream" });
}

type Reading = Pick<Parameters<typeof writeBackup>[1], "signal" | "onRows">;

/** First a line with the tables, then each row as `["table", row]`. */
async function readRows(
  db: EarshotDatabase,
  { signal, onRows }: Reading,
): Promise<{ rows: Blob; counts: BackupCounts; schema: number }> {
  const tables = db.tables.filter(({ name }) => !LEFT_OUT.has(name));
  return db.transaction("r", tables, async () => {
    const sizes = await Promise.all(tables.map((table) => table.count()));
    const of = sizes.reduce((sum, size) => sum + size, 0);
    const parts = [new Blob([`${JSON.stringify({ tables: Object.fromEntries(db.tables.map(schemaOf)) })}\n`])];
    let done = 0;
    for (const table of tables) {
      for await (const batch of batches(table)) {
        signal?.throwIfAborted();
        parts.push(new Blob([batch.map((row) => `${rowToLine([table.name, row])}\n`).join("")]));
        done += batch.length;
        onRows?.(done, of);
      }
    }
    const sizeOf = (name: string) => sizes[tables.findIndex((table) => table.name === name)] ?? 0;
    const counts = {
      subjects: sizeOf("subjects"),
      reviews: sizeOf("reviews"),
      annotations: sizeOf("annotations"),
    };
    return { rows: new Blob(parts), counts, schema: db.verno };
  });
}

/** What Dexie needs to make the table again: its key and indexes. */
function schemaOf({ name, schema }: Table): [string, string] {
  return [name, [schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(", ")];
}

/** All rows in the order of their keys. */
async function* batches(table: Table): AsyncGenerator<unknown[]> {
  for (let last: unknown; ; ) {
    const rest = last === undefined ? table.orderBy(":id") : table.where(":id").above(last);
    const batch: Record<string, unknown>[] = await rest.limit(BATCH).toArray();
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    last = batch.at(-1)?.[table.schema.primKey.keyPath as string];
  }
}
