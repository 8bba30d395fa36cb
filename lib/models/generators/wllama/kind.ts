/** llama.cpp as one kind of engine: the bundled small model, and every GGUF a person brought. */
import { Problem } from "../../../domain";
import type { EngineOffer, Generator, GeneratorChoice } from "../../generator";
import { chooseBackend } from "../../gpu";
import type { GeneratorKind, OpenOptions } from "../kinds";
import type { GgufModels } from "../model-files";
import type { Connect } from "./generator";
import { WllamaLink, type WorkerLike } from "./link";
import { openGguf, threadsHere } from "./open";
import { browserProblem } from "./requirements";
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
    const model = await this.models.open(choice.model);
    return openGguf(model, { wasmBase: this.#options.wasmBase, connect: this.#connect }, options);
  }

  #connect: Connect = () => {
    const { spawn = () => new WllamaWorker({ name: "earshot-wllama" }), patience = PATIENCE } = this.#options;
    return new WllamaLink(spawn(), patience);
  };
}
