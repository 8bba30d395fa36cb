/**
 * Holds the language model that was chosen: loads it at the first question, says how it is, gives its memory back when idle.
 * Without one, evidence answers.
 */
import { type EngineKind, Problem } from "../../lib/domain";
import type {
  EngineOffer,
  EngineProblem,
  Generation,
  GenerationRequest,
  Generator,
  GeneratorChoice,
  GeneratorsState,
  ModelOffer,
  ServerSetting,
} from "../../lib/models/generator";
import type { GeneratorKind } from "../../lib/models/generators/kinds";

/** A language model holds hundreds of megabytes and more; after this long without a question it goes. */
const IDLE_MILLISECONDS = 5 * 60_000;

export interface HostParts {
  kinds: readonly GeneratorKind[];
  /** Keeps the choice over restarts. */
  load(): Promise<GeneratorChoice | undefined>;
  save(choice: GeneratorChoice): Promise<void>;
  changed(): void;
  /** The server as it is set up, if it is. */
  server?(): ServerSetting | undefined;
  idle?: number;
}

interface Opened {
  choice: GeneratorChoice;
  generator: Promise<Generator>;
  stop: AbortController;
}

export class GeneratorHost {
  #parts: HostParts;
  #state: GeneratorsState = { chosen: { kind: "evidence" }, state: "evidence", engines: [], models: [] };
  #opened: Opened | undefined;
  /** The one before gives its memory back before the next one takes its own. */
  #closing: Promise<unknown> = Promise.resolve();
  #writing = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;
  readonly #begun: Promise<void>;

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#begun = this.#begin();
  }

  get state(): GeneratorsState {
    const server = this.#parts.server?.();
    return { ...this.#state, ...(server && { server }) };
  }

  chosen(): GeneratorChoice {
    return this.#state.chosen;
  }

  /**
   * The chosen engine, loaded when it was not; nothing when evidence is to answer.
   * @throws Problem saying why it cannot be had; the signal's reason. Loading goes on for others who wait.
   */
  async ready(signal?: AbortSignal): Promise<Generator | undefined> {
    await this.#begun;
    signal?.throwIfAborted();
    if (this.#state.chosen.kind === "evidence") return undefined;
    this.#opened ??= this.#open(this.#state.chosen);
    const { generator } = this.#opened;
    this.#rest();
    return signal ? Promise.race([generator, rejectedWhen(signal)]) : generator;
  }

  /**
   * From the next question on. An answer that is being written is finished by the engine that began it; Stop ends it as always.
   * @throws Problem model_absent when there is no such engine
   */
  async choose(choice: GeneratorChoice, load = false): Promise<void> {
    await this.#begun;
    if (choice.kind !== "evidence") this.#kind(choice.kind);
    await this.#parts.save(choice);
    const before = this.#opened;
    this.#opened = undefined;
    const state = choice.kind === "evidence" ? "evidence" : "idle";
    this.#become({ chosen: choice, state, problem: undefined, info: undefined, progress: undefined });
    if (before) this.#close(before);
    if (load) await this.ready().catch(() => undefined); // the state says what went wrong
  }

  /** Gives the memory back at once; an answer that is being written breaks off. */
  async release(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    if (!opened) return;
    opened.stop.abort(new Problem("generator_failed", "The language model was given back while it was at work."));
    await opened.generator.then((one) => one.dispose()).catch(() => undefined);
    this.#become({
      state: this.#state.chosen.kind === "evidence" ? "evidence" : "idle",
      info: undefined,
      progress: undefined,
    });
  }

  /** Looks again at what this machine can do and which models are here. */
  async look(): Promise<void> {
    const evidence: EngineOffer = { kind: "evidence", available: true, device: "" };
    const offers = await Promise.all(this.#parts.kinds.map((kind) => kind.offer()));
    this.#become({ engines: [evidence, ...offers], models: await this.#models() });
  }

  /** Looks again at the models only: something of them was loaded or deleted. */
  async lookAtModels(): Promise<void> {
    this.#become({ models: await this.#models() });
  }

  /** @throws Problem model_absent */
  modelsOf(id: string): NonNullable<GeneratorKind["models"]> {
    const kind = this.#state.models.find((offer) => offer.id === id)?.kind;
    const models = this.#parts.kinds.find((one) => one.kind === kind)?.models;
    if (models) return models;
    throw new Problem("model_absent", "This model is no longer offered. Choose another one.", { name: id });
  }

  /** Ends the engine when it holds this model, whose file is about to go. */
  async letGo(id: string): Promise<void> {
    if (this.#opened?.choice.model === id) await this.release();
  }

  async #begin(): Promise<void> {
    const chosen = await this.#parts.load().catch(() => undefined);
    if (chosen && this.#parts.kinds.some(({ kind }) => kind === chosen.kind)) this.#become({ chosen, state: "idle" });
    await this.look();
  }

  async #models(): Promise<ModelOffer[]> {
    const lists = this.#parts.kinds.map(async ({ models }) => (await models?.list().catch(() => [])) ?? []);
    return (await Promise.all(lists)).flat();
  }

  #kind(wanted: EngineKind): GeneratorKind {
    const kind = this.#parts.kinds.find((one) => one.kind === wanted);
    if (kind) return kind;
    throw new Problem("model_absent", "There is no such engine here. Choose another one.", { name: wanted });
  }

  #open(choice: GeneratorChoice): Opened {
    const stop = new AbortController();
    const opened: Opened = { choice, stop, generator: this.#load(choice, stop.signal) };
    opened.generator.then(
      ({ info }) => this.#about(opened, { state: "ready", info, progress: undefined }),
      (error) => {
        if (this.#opened !== opened) return;
        this.#opened = undefined; // the next question tries again
        this.#become({ state: "failed", problem: problemOf(error), progress: undefined });
      },
    );
    return opened;
  }

  async #load(choice: GeneratorChoice, signal: AbortSignal): Promise<Generator> {
    this.#become({ state: "loading", problem: undefined, progress: 0 });
    await this.#closing;
    const onProgress = (progress: number) => this.#become({ progress });
    const generator = await this.#kind(choice.kind).open(choice, { signal, onProgress });
    return this.#watched(generator);
  }

  /** Says `writing` while it writes, and rests afterwards. */
  #watched(generator: Generator): Generator {
    return {
      info: generator.info,
      countTokens: (text) => generator.countTokens(text),
      dispose: () => generator.dispose(),
      generate: (request, options) => this.#write(generator, request, options),
    };
  }

  async #write(
    generator: Generator,
    request: GenerationRequest,
    options: Parameters<Generator["generate"]>[1],
  ): Promise<Generation> {
    this.#writing += 1;
    clearTimeout(this.#idle);
    this.#become({ state: "writing", problem: undefined });
    try {
      return await generator.generate(request, options);
    } catch (error) {
      if (!options?.signal?.aborted) this.#become({ problem: problemOf(error) });
      throw error;
    } finally {
      this.#writing -= 1;
      if (this.#writing === 0 && this.#state.state === "writing")
        this.#become({ state: this.#opened ? "ready" : "idle" });
      this.#rest();
    }
  }

  /** What was chosen before goes when it has written to its end. */
  #close({ generator, stop }: Opened): void {
    const written = async () => {
      while (this.#writing > 0) await new Promise((later) => setTimeout(later, 50));
    };
    if (this.#writing === 0) stop.abort(new Problem("generator_failed", "Another engine was chosen."));
    this.#closing = generator.then((one) => written().then(() => one.dispose())).catch(() => undefined);
  }

  #rest(): void {
    clearTimeout(this.#idle);
    if (this.#writing === 0) this.#idle = setTimeout(() => void this.release(), this.#parts.idle ?? IDLE_MILLISECONDS);
  }

  #about(opened: Opened, change: Partial<GeneratorsState>): void {
    if (this.#opened === opened) this.#become(change);
  }

  #become(change: Partial<GeneratorsState>): void {
    this.#state = { ...this.#state, ...change };
    this.#parts.changed();
  }
}

function problemOf(error: unknown): EngineProblem {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
  if (error instanceof Problem) return { code: error.code, values: error.values, ...(cause && { detail: cause }) };
  return { code: "generator_failed", detail: error instanceof Error ? error.message : String(error) };
}

function rejectedWhen(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}
