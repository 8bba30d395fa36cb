/**
 * Puts a converted model in its place in one step: a run that is killed leaves either nothing or everything.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Manifest, readManifest } from "../../lib/models/cache-folder";
import type { EncoderRecord } from "../../lib/models/registry";
import { sha256 } from "./hash";

/** @returns whether the folder holds the model with every file at its recorded hash */
export function isIntact(folder: string, record: EncoderRecord): boolean {
  const manifest = readManifest(folder, record);
  return manifest?.files.every(({ path, sha256: hash }) => sha256(readFileSync(join(folder, path))) === hash) ?? false;
}

/** Writes the files beside their place, the manifest last, and renames the folder. */
export function install(files: Map<string, Uint8Array>, record: EncoderRecord, folder: string): void {
  const partial = `${folder}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  try {
    for (const [path, contents] of files) write(join(partial, path), contents);
    write(join(partial, "manifest.json"), new TextEncoder().encode(JSON.stringify(manifestOf(files, record), null, 2)));
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function write(path: string, contents: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

function manifestOf(files: Map<string, Uint8Array>, record: EncoderRecord): Manifest {
  return {
    id: record.id,
    format: record.format,
    source: record.source.sha256,
    reader: record.reader.sha256,
    files: [...files].map(([path, contents]) => ({ path, bytes: contents.length, sha256: sha256(contents) })),
  };
}
