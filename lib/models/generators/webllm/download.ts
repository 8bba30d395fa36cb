/**
 * One model on its way from a hub to this machine: its files one after the other, each resumed where it stood and compared with its hash
 * before the next begins.
 */
import { Problem } from "../../../domain";
import { FileWork } from "../file-work";
import type { Variant } from "./catalogue";
import { type Hub, neededFiles } from "./hub";
import {
  bytesOf,
  isWhole,
  MLC_FOLDER,
  type MlcRecord,
  mlcFolders,
  type StoredFile,
  storedBytes,
  withFile,
} from "./stored-files";

export class ModelDownload {
  /** When it is whole, or was stopped. Rejects with Problem download_failed, storage_full, model_damaged. */
  readonly done: Promise<void>;
  /** Absent until the hub said what there is. */
  record: MlcRecord | undefined;
  /** Bytes that are here. */
  stored = 0;
  #variant: Variant;
  #hub: Hub;
  #changed: () => void;
  #stop = new AbortController();
  #work: FileWork | undefined;

  constructor(variant: Variant, hub: Hub, changed: () => void) {
    this.#variant = variant;
    this.#hub = hub;
    this.#changed = changed;
    this.done = this.#load().catch((error) => {
      if (!this.#stop.signal.aborted) throw error;
    });
  }

  /** Ends it at its next bytes; what came stays. */
  stop(): void {
    this.#stop.abort(new DOMException("Paused", "AbortError"));
    this.#work?.stop();
  }

  async #load(): Promise<void> {
    let record = await this.#begin();
    this.record = record;
    this.stored = await storedBytes(record);
    await checkRoom(bytesOf(record.files) - this.stored);
    this.#changed();
    for (const file of record.files) {
      if (file.checked === "whole") continue;
      this.#stop.signal.throwIfAborted();
      if (file.checked === "damaged") await this.#drop(file);
      if (!(await this.#fetch(file))) return;
      const content = await mlcFolders.file(record.id, file.path);
      const whole = content !== undefined && (await isWhole(content, file));
      record = withFile(record, { ...file, checked: whole ? "whole" : "damaged" });
      this.record = record;
      await mlcFolders.write(record);
      if (!whole) throw this.#damaged(file);
    }
  }

  /** What was begun before goes on in the state it had then, also when the hub has another one by now. */
  async #begin(): Promise<MlcRecord> {
    const known = await mlcFolders.read(this.#variant.id);
    if (known) return known;
    const { revision, files } = await this.#hub.list(this.#variant.repository, this.#stop.signal);
    const record = { id: this.#variant.id, revision, files: neededFiles(files) };
    await mlcFolders.write(record);
    return record;
  }

  async #drop(file: StoredFile): Promise<void> {
    const size = (await mlcFolders.file(this.#variant.id, file.path))?.size ?? 0;
    await mlcFolders.deleteFile(this.#variant.id, file.path);
    this.stored -= size;
  }

  /** @returns whether it is all here; false when stopped */
  async #fetch({ path, bytes }: StoredFile): Promise<boolean> {
    const { id, repository } = this.#variant;
    const here = (await mlcFolders.file(id, path))?.size ?? 0;
    if (here === bytes) return true; // its hash was not looked at before the engine ended
    const before = this.stored - here;
    const work = new FileWork();
    this.#work = work;
    const count = (stored: number) => {
      this.stored = before + stored;
      this.#changed();
    };
    const url = this.#hub.address(repository, this.record?.revision ?? "", path);
    const wanted = { url, folder: [MLC_FOLDER, id], name: path, version: { bytes }, largest: bytes };
    const whole = await work.download(wanted, {
      onBegan: async (_version, stored) => count(stored),
      onProgress: count,
    });
    if (whole) count(bytes);
    return whole;
  }

  #damaged({ path }: StoredFile): Problem {
    const name = this.#variant.model.title;
    const message = `A file of "${name}" is not what ${this.#hub.host} published. Load it again.`;
    return new Problem("model_damaged", message, { name }, { cause: new Error(path) });
  }
}

async function checkRoom(bytes: number): Promise<void> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  if (quota && quota - usage < bytes) {
    throw new Problem("storage_full", "There is no room for this model.", {}, { cause: new Error(`${bytes} bytes`) });
  }
}
