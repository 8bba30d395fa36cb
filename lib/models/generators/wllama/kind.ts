/** llama.cpp as one kind of engine: the bundled small model, and every GGUF a person brought. */
import { Problem } from "../../../domain";
import type { EngineOffer, Generator, GeneratorChoice } from "../../generator";
import { chooseBackend } from "../../gpu";
import type { GgufHeader } from "../gguf";
import type { GeneratorKind, OpenOptions } from "../kinds";
import type { GgufModels } from "../model-files";
import { licenceOf, readModelHeader } from "../model-header";
import { WorkerGenerator } from "../worker-generator";
import { type Connect, wllamaProgram } from "./generator";
import { WllamaLink, type WorkerLike } from "./link";
import { browserProblem, contextFor, LARGEST_FILE, threadsFor } from "./requirements";
import WllamaWorker from "./wllama.worker?worker";

export interface WllamaOptions {
  models: GgufModels;
  /** Absolute address of the folder with llama.cpp's files, ending with a slash. */
  wasmBase: string;
  /** Starts a worker; tests hand in faulty ones. */
  spawn?: () => WorkerLike;
  /** Milliseconds without a sign of life after which a worker is given up. */
  patience?: number;
}

/** One step is at most 128 tokens of a prompt, or a megabyte of a file. */
const PATIENCE = 180_000;

export class WllamaKind implements GeneratorKind {
  readonly kind = "wllama";
  readonly models: GgufModels;
  #options: WllamaOptions;

  constructor(options: WllamaOptions) {
    this.#options = options;
    this.models = options.models;
  }

  async offer(): Promise<EngineOffer> {
    const problem = browserProblem();
    if (problem) return { kind: "wllama", available: false, problem, device: "" };
    const { device, adapter } = await chooseBackend();
    const on = device === "webgpu" ? `webgpu: ${adapter}` : `cpu, ${threadsHere()} threads`;
    return { kind: "wllama", available: true, device: on };
  }

  /** @throws Problem browser_too_old, model_absent, model_unreadable, model_too_large, generator_failed; the signal's reason */
  async open(choice: GeneratorChoice, options: OpenOptions): Promise<Generator> {
    const problem = browserProblem();
    if (problem) throw new Problem("browser_too_old", `This browser is too old: ${problem.detail}.`, problem.values);
    const { file, title, revision, licence } = await this.models.open(choice.model);
    const header = await checkedHeader(file, title);
    const { device } = await chooseBackend();
    const request = {
      file,
      context: contextFor(header, file.size),
      threads: threadsHere(),
      wasmBase: this.#options.wasmBase,
    };
    const named = { model: title, revision, licence: licence ?? licenceOf(header) };
    const open = (gpu: boolean) =>
      WorkerGenerator.open(wllamaProgram(named, { ...request, gpu }, this.#connect), options);
    if (device !== "webgpu") return open(false);
    // a graphics card that cannot hold it is no reason to write nothing
    return open(true).catch((error) => {
      if (options.signal.aborted) throw error;
      return open(false);
    });
  }

  #connect: Connect = () => {
    const { spawn = () => new WllamaWorker({ name: "earshot-wllama" }), patience = PATIENCE } = this.#options;
    return new WllamaLink(spawn(), patience);
  };
}

function threadsHere(): number {
  return threadsFor(navigator.hardwareConcurrency, globalThis.crossOriginIsolated);
}

async function checkedHeader(file: Blob, name: string): Promise<GgufHeader> {
  if (file.size > LARGEST_FILE) {
    throw new Problem("model_too_large", `"${name}" is larger than 2 GB, which a browser cannot load.`, { name });
  }
  return readModelHeader(file, name);
}
