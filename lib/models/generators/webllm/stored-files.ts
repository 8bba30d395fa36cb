/** The files of web-llm's models on this machine: what is there of each, whether it is whole, and how it is compared with the hub's hashes. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { FileWork } from "../file-work";
import { RecordFolders } from "../record-folders";
import type { HubFile } from "./hub";

export const MLC_FOLDER = "mlc";

/** One file, whole or not. `checked`: what comparing it with its hash said last; absent until it was compared. */
export interface StoredFile extends HubFile {
  checked?: "whole" | "damaged";
}

/** What is known of a model once its download began. */
export interface MlcRecord {
  id: string;
  /** Commit at the hub that all files are of. */
  revision: string;
  files: StoredFile[];
}

export const mlcFolders = new RecordFolders<MlcRecord>(MLC_FOLDER);

export type Stored = "absent" | "paused" | "stored" | "damaged";

/** @param stored bytes of it that are here */
export function stateOf(record: MlcRecord | undefined, stored: number): Stored {
  if (!record) return "absent";
  if (record.files.some(({ checked }) => checked === "damaged")) return "damaged";
  if (record.files.every(({ checked }) => checked === "whole")) return "stored";
  return stored > 0 ? "paused" : "absent";
}

export function bytesOf(files: readonly HubFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Bytes of a model that are here. */
export async function storedBytes({ id, files }: MlcRecord): Promise<number> {
  const sizes = await Promise.all(files.map(async ({ path }) => (await mlcFolders.file(id, path))?.size ?? 0));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The record with this one file replaced. */
export function withFile(record: MlcRecord, file: StoredFile): MlcRecord {
  return { ...record, files: record.files.map((one) => (one.path === file.path ? file : one)) };
}

/** Compares a file with the hash that the hub gave. */
export async function isWhole(content: File, { bytes, sha256, git }: HubFile): Promise<boolean> {
  if (content.size !== bytes) return false;
  if (sha256) return (await new FileWork().hash(content)) === sha256;
  return git !== undefined && (await gitHash(content)) === git;
}

/** Git's hash of a file: SHA-1 over `blob LENGTH\0` and the content (git-scm.com/book, Git Objects). Small files only. */
async function gitHash(content: File): Promise<string> {
  const whole = new Blob([`blob ${content.size}\0`, content]);
  return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-1", await whole.arrayBuffer())));
}
