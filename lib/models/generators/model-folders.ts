/** The folders of brought models in the origin's private file system: `gguf/<id>/` with `record.json` and `model.gguf`. */
import { Problem } from "../../domain";
import { RecordFolders } from "./record-folders";

export const MODELS_FOLDER = "gguf";
export const MODEL_FILE = "model.gguf";
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

const folders = new RecordFolders<ModelRecord>(MODELS_FOLDER);

export const modelIds = () => folders.ids();
export const readRecord = (id: string) => folders.read(id);
/** Replaces the record in one step. */
export const writeRecord = (record: ModelRecord) => folders.write(record);
export const modelFile = (id: string) => folders.file(id, MODEL_FILE);
export const deleteModel = (id: string) => folders.delete(id);

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
    await movable.move(await folders.folder(id, true), MODEL_FILE);
  };
  const discard = async () => {
    await inbox.removeEntry(name).catch(() => undefined);
    await deleteModel(id);
  };
  return { file: await handle.getFile(), move, discard };
}
