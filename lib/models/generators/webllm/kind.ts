/** web-llm on the graphics card as one kind of engine. Nothing of the library is loaded before the card was looked at. */
import { Problem } from "../../../domain";
import type { EngineOffer, EngineProblem, Generator, GeneratorChoice, GeneratorInfo } from "../../generator";
import type { WorkerLike } from "../../worker-like";
import type { GeneratorKind, OpenOptions } from "../kinds";
import { type Program, WorkerGenerator } from "../worker-generator";
import { WriterLink } from "../writer-link";
import { readCard } from "./card";
import { CONTEXT, findVariant } from "./catalogue";
import { type Hub, huggingFace, libraryName } from "./hub";
import type { FromWorker, Opened, OpenRequest, ToWorker } from "./messages";
import { MlcModels, type WholeModel } from "./models";
import { kindProblem, modelProblem, type Premises } from "./requirements";
import WebllmWorker from "./webllm.worker?worker";

export interface WebllmOptions {
  /** Path of the build's folder with the programs, from its root, ending with a slash. */
  libraryBase: string;
  /** Something of the models changed. */
  changed(): void;
  /** Tokens of prompt and answer together; more asks for more graphics memory than is stated. */
  context?: number;
  hub?: Hub;
  /** For tests: what this machine is. */
  premises?: () => Promise<Premises>;
  /** Starts a worker; tests hand in faulty ones. */
  spawn?: () => WorkerLike<ToWorker, FromWorker>;
  /** Milliseconds without a sign of life after which a worker is given up. */
  patience?: number;
}

/** Compiling the shaders of a large model is the longest silence. */
const PATIENCE = 180_000;
/** Millions of weights below which a model is too small to be asked for a translation. */
const TRANSLATES = 1500;

export class WebllmKind implements GeneratorKind {
  readonly kind = "webllm";
  readonly models: MlcModels;
  #options: WebllmOptions;
  #premises: Promise<Premises> | undefined;

  constructor(options: WebllmOptions) {
    this.#options = options;
    this.models = new MlcModels(options.hub ?? huggingFace, () => this.#look(), options.changed);
  }

  /** Looks at the card anew. */
  async offer(): Promise<EngineOffer> {
    this.#premises = undefined;
    const premises = await this.#look();
    const problem = kindProblem(premises);
    if (problem) return { kind: "webllm", available: false, problem, device: "" };
    return { kind: "webllm", available: true, device: `webgpu: ${premises.card.name}` };
  }

  /**
   * @throws Problem gpu_absent, gpu_no_f16, gpu_too_small, library_missing, model_absent, model_damaged, gpu_lost, generator_failed;
   * the signal's reason
   */
  async open(choice: GeneratorChoice, options: OpenOptions): Promise<Generator> {
    this.#premises = undefined; // a card can come and go
    const premises = await this.#look();
    const variant = findVariant(choice.model);
    const problem = variant ? modelProblem(variant, premises) : kindProblem(premises);
    if (problem) throw asError(problem);
    const whole = await this.models.open(choice.model);
    options.signal.throwIfAborted();
    return WorkerGenerator.open(this.#program(whole), options);
  }

  #program({ record, variant }: WholeModel): Program<OpenRequest, Opened> {
    const { spawn = () => new WebllmWorker({ name: "earshot-webllm" }), patience = PATIENCE } = this.#options;
    const { libraryBase, context = CONTEXT } = this.#options;
    return {
      request: {
        model: variant.id,
        library: `${libraryBase}${variant.library}`,
        files: record.files.map(({ path }) => [libraryName(path), path]),
        context,
        thinks: variant.model.thinks ?? false,
      },
      connect: () => new WriterLink(spawn(), patience),
      gpu: true,
      describe: (opened) => describe({ record, variant }, opened),
    };
  }

  #look(): Promise<Premises> {
    this.#premises ??= this.#options.premises?.() ?? lookHere(this.#options.libraryBase);
    return this.#premises;
  }
}

async function lookHere(libraryBase: string): Promise<Premises> {
  const [card, libraries] = await Promise.all([readCard(), bundledLibraries(libraryBase)]);
  return { card, libraries };
}

/** Names of the programs in the build; none when their list cannot be read. */
async function bundledLibraries(libraryBase: string): Promise<Set<string>> {
  const response = await fetch(`${libraryBase}libraries.json`).catch(() => undefined);
  const names: unknown = response?.ok ? await response.json().catch(() => []) : [];
  return new Set(Array.isArray(names) ? names.filter((name) => typeof name === "string") : []);
}

function asError({ code, values, detail }: EngineProblem): Problem {
  const message = `This model cannot be used here (${code}): ${detail ?? ""}`;
  return new Problem(code, message, values, { cause: new Error(detail) });
}

function describe({ record, variant: { model } }: WholeModel, { context }: Opened): GeneratorInfo {
  return {
    kind: "webllm",
    model: model.title,
    revision: record.revision.slice(0, 12),
    licence: model.licence,
    context,
    schema: true,
    translates: model.weights >= TRANSLATES,
    backend: "webgpu",
    local: true,
  };
}
