/** The folders of brought models in the origin's private file system: `gguf/<id>/` with `record.json` and `model.gguf`. */
import { Problem } from "../../domain";

export const MODELS_FOLDER = "gguf";
export const MODEL_FILE = "model.gguf";
const RECORD_FILE = "record.json";
/** Where the panel lays files down that a person chose. */
const INBOX = "inbox";

/** What is known of a model, whole or not. */
export interface ModelRecord {
  id: string;
  title: string;
  /** Where it comes from; absent for files a person had. */
  url?: string;
  revision?: string;
  licence?: string;
  /** 0 until a server said it. */
  bytes: number;
  /** What the server called this version of the file. */
  etag?: string;
  /** Of the whole file, computed when it was stored; absent until then. */
  sha256?: string;
  /** Its hash was another one when it was looked at last. */
  damaged?: boolean;
}

export async function modelIds(): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of (await models()).keys()) ids.push(id);
  return ids.sort();
}

export async function readRecord(id: string): Promise<ModelRecord | undefined> {
  try {
    const file = await (await (await folder(id)).getFileHandle(RECORD_FILE)).getFile();
    return JSON.parse(await file.text()) as ModelRecord;
  } catch {
    return undefined; // deleted meanwhile, or never written whole
  }
}

/** Replaces the record in one step. */
export async function writeRecord(record: ModelRecord): Promise<void> {
  const handle = await (await folder(record.id, true)).getFileHandle(RECORD_FILE, { create: true });
  const writing = await handle.createWritable();
  await writing.write(JSON.stringify(record));
  await writing.close();
}

export async function modelFile(id: string): Promise<File | undefined> {
  try {
    return await (await (await folder(id)).getFileHandle(MODEL_FILE)).getFile();
  } catch {
    return undefined;
  }
}

export async function deleteModel(id: string): Promise<void> {
  await (await models()).removeEntry(id, { recursive: true }).catch(() => undefined); // it was not there
}

/**
 * Looks at a file of the inbox; `move` makes it the file of the model, `discard` deletes it and all that was made of it.
 * @throws Problem model_absent
 */
export async function moveIn(name: string, id: string) {
  const inbox = await (await navigator.storage.getDirectory()).getDirectoryHandle(INBOX, { create: true });
  const handle = await inbox.getFileHandle(name).catch(() => {
    throw new Problem("model_absent", `The file "${name}" did not arrive. Choose it again.`, { name });
  });
  const move = async () => {
    // known to browsers with a private file system, not yet to TypeScript
    const movable = handle as FileSystemFileHandle & {
      move(to: FileSystemDirectoryHandle, name: string): Promise<void>;
    };
    await movable.move(await folder(id, true), MODEL_FILE);
  };
  const discard = async () => {
    await inbox.removeEntry(name).catch(() => undefined);
    await deleteModel(id);
  };
  return { file: await handle.getFile(), move, discard };
}

async function models(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(MODELS_FOLDER, { create: true });
}

async function folder(id: string, create = false): Promise<FileSystemDirectoryHandle> {
  return (await models()).getDirectoryHandle(id, { create });
}
