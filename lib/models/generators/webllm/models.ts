/**
 * The models of web-llm on this machine: offered, loaded file by file, compared with the hub's hashes, deleted. The library never loads
 * anything by itself: it is given what lies here.
 */
import { Problem } from "../../../domain";
import type { EngineProblem, ModelOffer } from "../../generator";
import type { StoredModels } from "../kinds";
import { estimatedBytes, findVariant, memoryOf, VARIANTS, type Variant } from "./catalogue";
import { ModelDownload } from "./download";
import type { Hub } from "./hub";
import { modelProblem, type Premises, precisionFor } from "./requirements";
import { bytesOf, isWhole, type MlcRecord, mlcFolders, stateOf, storedBytes, withFile } from "./stored-files";

/** A model that lies here whole. */
export interface WholeModel {
  record: MlcRecord;
  variant: Variant;
}

export class MlcModels implements StoredModels {
  #hub: Hub;
  #premises: () => Promise<Premises>;
  #changed: () => void;
  #running = new Map<string, ModelDownload>();
  #problems = new Map<string, EngineProblem>();
  /** Bytes here of each model; counted once, since a list is asked for several times a second. */
  #sizes = new Map<string, number>();

  constructor(hub: Hub, premises: () => Promise<Premises>, changed: () => void) {
    this.#hub = hub;
    this.#premises = premises;
    this.#changed = changed;
  }

  /** Every model in the precision that suits this card, and whatever else is stored. */
  async list(): Promise<ModelOffer[]> {
    const premises = await this.#premises();
    const stored = new Set(await mlcFolders.ids());
    const suits = precisionFor(premises.card);
    const shown = VARIANTS.filter(
      ({ id, precision }) => precision === suits || stored.has(id) || this.#running.has(id),
    );
    return Promise.all(shown.map((variant) => this.#offer(variant, premises, stored.has(variant.id))));
  }

  /** @throws Problem model_absent: not here, or not whole; model_damaged */
  async open(id: string | undefined): Promise<WholeModel> {
    const variant = findVariant(id);
    const name = variant?.model.title ?? id ?? "";
    const record = variant && (await mlcFolders.read(variant.id));
    const stored = record ? await storedBytes(record) : 0;
    const state = stateOf(record, stored);
    if (state === "damaged" || (state === "stored" && record && stored !== bytesOf(record.files))) {
      throw new Problem("model_damaged", `"${name}" is damaged. Load it again.`, { name });
    }
    if (!variant || !record || state !== "stored") {
      throw new Problem("model_absent", `"${name}" is not on this machine. Load it first.`, { name });
    }
    return { record, variant };
  }

  async download(id: string): Promise<void> {
    const variant = findVariant(id);
    if (!variant) throw new Problem("model_absent", "There is no such model.", { name: id });
    const running = this.#running.get(id);
    if (running) return running.done;
    this.#problems.delete(id);
    const work = new ModelDownload(variant, this.#hub, this.#changed);
    this.#running.set(id, work);
    this.#changed();
    try {
      await work.done;
    } catch (error) {
      if (error instanceof Problem) this.#problems.set(id, about(error));
      throw error;
    } finally {
      this.#running.delete(id);
      this.#sizes.delete(id);
      this.#changed();
    }
  }

  async pause(id: string): Promise<void> {
    const running = this.#running.get(id);
    running?.stop();
    await running?.done.catch(() => undefined);
  }

  async verify(id: string): Promise<boolean> {
    let record = await mlcFolders.read(id);
    if (!record) throw new Problem("model_absent", "This model is not on this machine.", { name: id });
    for (const file of record.files) {
      const content = await mlcFolders.file(id, file.path);
      const whole = content !== undefined && (await isWhole(content, file));
      record = withFile(record, { ...file, checked: whole ? "whole" : "damaged" });
    }
    await mlcFolders.write(record);
    this.#sizes.delete(id);
    this.#changed();
    return record.files.every(({ checked }) => checked === "whole");
  }

  async delete(id: string): Promise<void> {
    await this.pause(id);
    await mlcFolders.delete(id);
    this.#problems.delete(id);
    this.#sizes.delete(id);
    this.#changed();
  }

  async #offer(variant: Variant, premises: Premises, known: boolean): Promise<ModelOffer> {
    const { id, model, precision } = variant;
    const running = this.#running.get(id);
    const record = running?.record ?? (known ? await mlcFolders.read(id) : undefined);
    const stored = running?.stored ?? (record ? await this.#size(record) : 0);
    const problem = modelProblem(variant, premises) ?? this.#problems.get(id);
    return {
      id,
      kind: "webllm",
      title: model.title,
      licence: model.licence,
      bytes: record ? bytesOf(record.files) : estimatedBytes(variant),
      ...(!record && { estimated: true }),
      stored,
      state: running ? "downloading" : stateOf(record, stored),
      f16: precision === "f16",
      memory: memoryOf(variant),
      ...(problem && { problem }),
    };
  }

  async #size(record: MlcRecord): Promise<number> {
    const size = this.#sizes.get(record.id) ?? (await storedBytes(record));
    this.#sizes.set(record.id, size);
    return size;
  }
}

function about({ code, values, cause }: Problem): EngineProblem {
  return { code, values, ...(cause instanceof Error && { detail: cause.message }) };
}
