/**
 * A language model in a worker of its own. A worker that breaks is replaced at the next request, so one crash costs one answer.
 */
import { Problem } from "../../domain";
import type { Generation, GenerationRequest, Generator, GeneratorInfo } from "../generator";
import { gpuLock } from "../gpu";
import type { OpenOptions } from "./kinds";
import { guessTokens } from "./tokens";
import type { WriterLink, Written } from "./writer-link";

/** How one program is opened and understood. */
export interface Program<Open, Opened> {
  request: Open;
  /** Makes a worker that has not loaded anything yet. */
  connect(): WriterLink<Open, Opened>;
  /** Whether it holds the GPU while it loads and writes. */
  gpu: boolean;
  describe(opened: Opened): GeneratorInfo;
  /** The program's own words as what people can do something about; anything else as it is. */
  explain?(error: unknown): unknown;
}

export class WorkerGenerator<Open, Opened> implements Generator {
  readonly info: GeneratorInfo;
  #program: Program<Open, Opened>;
  #link: WriterLink<Open, Opened>;
  /** What runs; the next one waits for it, also when whoever asked has gone. */
  #running: Promise<unknown> = Promise.resolve();
  #disposed = false;

  private constructor(info: GeneratorInfo, program: Program<Open, Opened>, link: WriterLink<Open, Opened>) {
    this.info = info;
    this.#program = program;
    this.#link = link;
  }

  /** @throws Problem generator_failed or what the program says; the signal's reason */
  static async open<Open, Opened>(program: Program<Open, Opened>, { signal, onProgress }: OpenOptions) {
    const link = program.connect();
    const open = () => untilAborted(signal, link.open(program.request, onProgress), () => link.end());
    const opened = await onTheGpu(program.gpu, open);
    return new WorkerGenerator(program.describe(opened), program, link);
  }

  async generate(
    request: GenerationRequest,
    { signal, onText }: { signal?: AbortSignal; onText?: (text: string) => void } = {},
  ): Promise<Generation> {
    signal?.throwIfAborted();
    const turn = this.#running.then(() => this.#write(request, signal, onText));
    this.#running = turn.catch(() => undefined);
    const written = await (signal ? untilAborted(signal, turn, () => this.#link.abort()) : turn);
    if (!written) throw signal?.reason ?? new Problem("generator_failed", "The language model was stopped.");
    return { ...written, usage: { model: this.info.model, ...written.usage } };
  }

  async countTokens(text: string): Promise<number> {
    return guessTokens(text);
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    this.#link.end();
  }

  async #write(request: GenerationRequest, signal?: AbortSignal, onText?: (text: string) => void) {
    if (signal?.aborted) return undefined;
    if (this.#disposed) throw new Problem("generator_failed", "This language model was closed. Ask again.");
    this.#fit(request);
    return onTheGpu(this.#program.gpu, async () => {
      await this.#revive();
      return this.#explained(this.#link.generate(request, (text) => !signal?.aborted && onText?.(text)));
    });
  }

  /** The program would cut the prompt or fail in the middle. */
  #fit({ messages, maxTokens }: GenerationRequest): void {
    if (maxTokens < this.info.context) return;
    const asked = messages.reduce((sum, { content }) => sum + content.length, 0);
    const message = `An answer of ${maxTokens} tokens to ${asked} characters does not fit the model's ${this.info.context} tokens.`;
    throw new Problem("context_full", message, { name: this.info.model });
  }

  async #revive(): Promise<void> {
    if (!this.#link.ended) return;
    this.#link = this.#program.connect();
    await this.#link.open(this.#program.request);
  }

  async #explained(writing: Promise<Written | undefined>): Promise<Written | undefined> {
    try {
      return await writing;
    } catch (error) {
      throw this.#program.explain?.(error) ?? error;
    }
  }
}

/** Rejects at once when aborted, whatever the work still does. */
async function untilAborted<T>(signal: AbortSignal, work: Promise<T>, stop: () => void): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const give = () => {
    stop();
    reject(signal.reason);
  };
  signal.addEventListener("abort", give, { once: true });
  if (signal.aborted) give();
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", give);
    work.catch(() => undefined);
  }
}

function onTheGpu<T>(gpu: boolean, work: () => Promise<T>): Promise<T> {
  return gpu ? gpuLock.run("chat", work) : work();
}
