/**
 * GGUF files on this machine: the one that comes with Earshot, and those a person brought by address or as a file. Each lies in the
 * origin's private file system in a folder of its own, beside a record of what it is; what is stored is read from there, never guessed.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { Problem } from "../../domain";
import type { EngineProblem, ModelOffer } from "../generator";
import { SMALL_GENERATOR } from "../registry";
import { FileWork } from "./file-work";
import type { StoredModels } from "./kinds";
import { readModelAddress } from "./model-address";
import {
  deleteModel,
  MODEL_FILE,
  MODELS_FOLDER,
  type ModelRecord,
  modelFile,
  modelIds,
  moveIn,
  readRecord,
  writeRecord,
} from "./model-folders";
import { licenceOf, readModelHeader } from "./model-header";
import { LARGEST_FILE } from "./wllama/requirements";

/** A model that is to be loaded into memory. */
export interface ModelFile {
  file: Blob;
  title: string;
  revision?: string;
  licence?: string;
}

interface Running {
  work: FileWork;
  stored: number;
  bytes: number;
  done: Promise<void>;
}

export class GgufModels implements StoredModels {
  #changed: () => void;
  #modelBase: string;
  #running = new Map<string, Running>();
  #problems = new Map<string, EngineProblem>();
  #bundled: Promise<boolean> | undefined;

  /** @param modelBase absolute address of the folder with the build's models, ending with a slash */
  constructor(modelBase: string, changed: () => void) {
    this.#modelBase = modelBase;
    this.#changed = changed;
  }

  async list(): Promise<ModelOffer[]> {
    const offers = (await this.#hasBundled()) ? [BUNDLED] : [];
    for (const id of await modelIds()) {
      const record = await readRecord(id);
      if (record) offers.push(await this.#offer(record));
    }
    return offers;
  }

  /** @throws Problem model_absent: not here, or not whole; model_damaged */
  async open(id: string = SMALL_GENERATOR.id): Promise<ModelFile> {
    if (id === SMALL_GENERATOR.id) return this.#openBundled();
    const record = await readRecord(id);
    const file = await modelFile(id);
    const name = record?.title ?? id;
    if (!record || !file || !record.sha256) {
      throw new Problem("model_absent", `"${name}" is not on this machine. Load it first.`, { name });
    }
    if (record.damaged || file.size !== record.bytes) {
      throw new Problem("model_damaged", `"${name}" is damaged. Load it again.`, { name });
    }
    return { file, title: name, revision: record.revision ?? record.sha256.slice(0, 12), licence: record.licence };
  }

  /** A model by its address, offered from then on. @throws Problem model_address */
  async addAddress(text: string): Promise<{ id: string }> {
    const { url, title, revision } = readModelAddress(text);
    const id = `gguf-${bytesToHex(sha256(utf8ToBytes(url))).slice(0, 12)}`;
    if (!(await readRecord(id))) await writeRecord({ id, title, url, revision, bytes: 0 });
    this.#changed();
    return { id };
  }

  /** A file laid down in the inbox. @throws Problem model_unreadable, model_too_large, model_absent; the file is then gone */
  async addFile(name: string, title: string): Promise<{ id: string }> {
    const id = `gguf-${crypto.randomUUID().slice(0, 12)}`;
    const { file, move, discard } = await moveIn(name, id);
    try {
      if (file.size > LARGEST_FILE)
        throw new Problem("model_too_large", `"${title}" is larger than 2 GB.`, { name: title });
      const licence = licenceOf(await readModelHeader(file, title));
      const hash = await new FileWork().hash(file);
      await move();
      const known = licence === undefined ? {} : { licence };
      await writeRecord({ id, title: title.replace(/\.gguf$/i, ""), bytes: file.size, sha256: hash, ...known });
    } catch (error) {
      await discard();
      throw error;
    }
    this.#changed();
    return { id };
  }

  async download(id: string): Promise<void> {
    const running = this.#running.get(id);
    if (running) return running.done;
    const record = await readRecord(id);
    if (!record?.url)
      throw new Problem("model_absent", "This model cannot be loaded from anywhere.", { name: record?.title ?? id });
    if (record.sha256 && !record.damaged) return;
    const work = new FileWork();
    const done = this.#load(record, record.url, work);
    this.#running.set(id, { work, stored: 0, bytes: record.bytes, done });
    try {
      await done;
    } finally {
      this.#running.delete(id);
      this.#changed();
    }
  }

  async pause(id: string): Promise<void> {
    const running = this.#running.get(id);
    running?.work.stop();
    await running?.done.catch(() => undefined);
  }

  async verify(id: string): Promise<boolean> {
    const record = id === SMALL_GENERATOR.id ? undefined : await readRecord(id);
    const { file } = id === SMALL_GENERATOR.id ? await this.#openBundled() : { file: await modelFile(id) };
    if (!file) throw new Problem("model_absent", "This model is not on this machine.", { name: id });
    const hash = await new FileWork().hash(file);
    if (!record) return hash === SMALL_GENERATOR.source.sha256;
    const whole = hash === record.sha256;
    await writeRecord({ ...record, damaged: !whole });
    this.#changed();
    return whole;
  }

  async delete(id: string): Promise<void> {
    await this.pause(id);
    await deleteModel(id);
    this.#problems.delete(id);
    this.#changed();
  }

  async #load(record: ModelRecord, url: string, work: FileWork): Promise<void> {
    this.#problems.delete(record.id);
    if (record.damaged) await deleteModel(record.id);
    let known: ModelRecord = { ...record, damaged: false, sha256: undefined };
    await writeRecord(known);
    try {
      const version = { bytes: known.bytes || undefined, etag: known.etag };
      const place = { folder: [MODELS_FOLDER, record.id], name: MODEL_FILE, largest: LARGEST_FILE, begins: GGUF };
      const whole = await work.download(
        { url, version, ...place },
        {
          onBegan: async (version, stored) => {
            known = { ...known, bytes: version.bytes ?? 0, etag: version.etag };
            await writeRecord(known);
            this.#progress(record.id, stored, known.bytes);
          },
          onProgress: (stored) => this.#progress(record.id, stored, known.bytes),
        },
      );
      if (whole) await this.#finish(known);
    } catch (error) {
      if (error instanceof Problem) this.#remember(record.id, error);
      throw error;
    }
  }

  async #finish(record: ModelRecord): Promise<void> {
    const file = await modelFile(record.id);
    if (!file) return;
    const licence = licenceOf(await readModelHeader(file, record.title));
    const hash = await new FileWork().hash(file);
    const known = licence === undefined ? {} : { licence };
    await writeRecord({ ...record, bytes: file.size, sha256: hash, ...known });
  }

  #progress(id: string, stored: number, bytes: number): void {
    const running = this.#running.get(id);
    if (!running) return;
    running.stored = stored;
    running.bytes = bytes;
    this.#changed();
  }

  #remember(id: string, problem: Problem): void {
    const detail = problem.cause instanceof Error ? problem.cause.message : undefined;
    this.#problems.set(id, { code: problem.code, values: problem.values, ...(detail && { detail }) });
  }

  async #offer({ id, title, licence, bytes, sha256: hash, damaged }: ModelRecord): Promise<ModelOffer> {
    const running = this.#running.get(id);
    const stored = running?.stored || ((await modelFile(id))?.size ?? 0);
    const rest = stored > 0 ? "paused" : "absent";
    const state = running ? "downloading" : damaged ? "damaged" : hash ? "stored" : rest;
    const problem = this.#problems.get(id);
    const about = { ...(licence && { licence }), ...(problem && { problem }) };
    return { id, kind: "wllama", title, bytes: running?.bytes || bytes, stored, state, own: true, ...about };
  }

  #hasBundled(): Promise<boolean> {
    this.#bundled ??= fetch(this.#bundledUrl()).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
    return this.#bundled;
  }

  async #openBundled(): Promise<ModelFile> {
    const { title, licence, source } = SMALL_GENERATOR;
    const response = await fetch(this.#bundledUrl()).catch(() => undefined);
    if (!response?.ok) throw new Problem("model_absent", `"${title}" is not in this copy of Earshot.`, { name: title });
    return { file: await response.blob(), title, licence, revision: source.sha256.slice(0, 12) };
  }

  #bundledUrl(): string {
    return `${this.#modelBase}${SMALL_GENERATOR.id}/${SMALL_GENERATOR.file}`;
  }
}

/** How every GGUF file begins. */
const GGUF = [...utf8ToBytes("GGUF")];

const BUNDLED: ModelOffer = {
  id: SMALL_GENERATOR.id,
  kind: "wllama",
  title: SMALL_GENERATOR.title,
  licence: SMALL_GENERATOR.licence,
  bytes: SMALL_GENERATOR.bytes,
  stored: SMALL_GENERATOR.bytes,
  state: "stored",
  bundled: true,
};
