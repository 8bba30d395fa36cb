/**
 * A backup: one line of JSON that says what it is, then the rows of the database as lines of JSON, packed (gzip) and, where the person
 * wanted it, locked. The line holds the checksum of all that follows.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { Problem } from "../../domain";
import type { BackupCounts, BackupSummary } from "../../notebook-protocol";
import { type Bytes, type Lock, readLock } from "./lock";

export const BACKUP_FORMAT = "earshot-backup";
export const BACKUP_VERSION = 1;

/** The first line of a backup. */
export interface BackupHead {
  format: typeof BACKUP_FORMAT;
  version: number;
  /** Version of the database. */
  schema: number;
  /** ISO 8601. */
  made: string;
  /** Bytes that follow, and their SHA-256 (hex). */
  bytes: number;
  sha256: string;
  /** Bytes of the rows before they were packed. */
  unpacked: number;
  lock?: Lock;
  /** Left out of a locked one: they say something about what is in it. */
  counts?: BackupCounts;
}

/** A backup of which only the first line was read. */
export interface OpenedBackup {
  head: BackupHead;
  /** All after the first line. */
  body: Blob;
}

/** The first line is much shorter. */
const LONGEST_HEAD = 4096;

/**
 * @param name what the person calls the file
 * @throws Problem backup_other when it is no backup, notebook_file_newer, backup_damaged when it is too short or too long
 */
export async function openBackup(file: Blob, name: string): Promise<OpenedBackup> {
  const beginning = new Uint8Array(await file.slice(0, LONGEST_HEAD).arrayBuffer());
  const end = beginning.indexOf(10);
  const value = end > 0 ? parsed(new TextDecoder().decode(beginning.subarray(0, end))) : undefined;
  if (value?.format !== BACKUP_FORMAT) throw new Problem("backup_other", `${name} is no backup of Earshot.`, { name });
  if (typeof value.version !== "number" || value.version > BACKUP_VERSION)
    throw new Problem("notebook_file_newer", `${name} was made by a newer Earshot. Update this one first.`, { name });
  const head = headOf(value);
  const body = file.slice(end + 1);
  if (!head || body.size !== head.bytes) throw damaged(name);
  return { head, body };
}

/** @throws Problem backup_damaged when a bit of it is another one */
export async function checkBackup({ head, body }: OpenedBackup, name: string): Promise<void> {
  if ((await hashOf(body)) !== head.sha256) throw damaged(name);
}

export function summaryOf({ head }: OpenedBackup): BackupSummary {
  const { made, bytes, counts } = head;
  return { made, bytes, locked: head.lock !== undefined, ...(counts && { counts }) };
}

/** @returns SHA-256 as hex; read piece by piece, since a library may be larger than memory */
export async function hashOf(blob: Blob): Promise<string> {
  const hash = sha256.create();
  for (const reader = blob.stream().getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return bytesToHex(hash.digest());
    hash.update(value);
  }
}

export function damaged(name: string, cause?: unknown): Problem {
  const words = `${name} is not whole: its checksum does not fit. Nothing was changed. Use another copy of it.`;
  return new Problem("backup_damaged", words, { name }, { cause });
}

/** @returns all of a stream as a blob, which a browser may keep on the disk */
export async function collected(stream: ReadableStream<Bytes>): Promise<Blob> {
  return new Response(stream).blob();
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function headOf(value: Record<string, unknown>): BackupHead | undefined {
  const { version, schema, made, bytes, unpacked, sha256: hash, counts } = value;
  const numbers = [version, schema, bytes, unpacked].every((one) => Number.isSafeInteger(one) && (one as number) >= 0);
  if (!numbers || typeof made !== "string" || typeof hash !== "string") return undefined;
  const lock = value.lock === undefined ? undefined : readLock(value.lock);
  if (value.lock !== undefined && !lock) return undefined;
  const head = { format: BACKUP_FORMAT, version, schema, made, bytes, unpacked, sha256: hash } as BackupHead;
  const counted = readCounts(counts);
  return { ...head, ...(lock && { lock }), ...(counted && { counts: counted }) };
}

function readCounts(value: unknown): BackupCounts | undefined {
  const { subjects, reviews, annotations } = (value ?? {}) as Record<string, unknown>;
  const all = [subjects, reviews, annotations];
  return all.every((one) => Number.isSafeInteger(one))
    ? ({ subjects, reviews, annotations } as BackupCounts)
    : undefined;
}
