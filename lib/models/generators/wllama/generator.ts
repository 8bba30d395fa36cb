/**
 * A GGUF that writes, in llama.cpp. A worker that breaks is replaced at the next request, so one crash costs one answer.
 */
import { Problem } from "../../../domain";
import type { Generation, GenerationRequest, Generator, GeneratorInfo } from "../../generator";
import { gpuLock } from "../../gpu";
import type { OpenOptions } from "../kinds";
import { guessTokens } from "../tokens";
import type { WllamaLink, Written } from "./link";
import type { Opened, OpenRequest } from "./messages";

/** Makes a worker that has not loaded anything yet. */
export type Connect = () => WllamaLink;

export class WllamaGenerator implements Generator {
  readonly info: GeneratorInfo;
  #request: OpenRequest;
  #connect: Connect;
  #link: WllamaLink;
  /** What runs; the next one waits for it, also when whoever asked has gone. */
  #running: Promise<unknown> = Promise.resolve();
  #disposed = false;

  private constructor(info: GeneratorInfo, request: OpenRequest, connect: Connect, link: WllamaLink) {
    this.info = info;
    this.#request = request;
    this.#connect = connect;
    this.#link = link;
  }

  /** @throws Problem generator_failed; the signal's reason */
  static async open(
    named: Pick<GeneratorInfo, "model" | "revision" | "licence">,
    request: OpenRequest,
    connect: Connect,
    { signal, onProgress }: OpenOptions,
  ): Promise<WllamaGenerator> {
    const link = connect();
    const opened = await onTheGpu(request.gpu, () =>
      untilAborted(signal, link.open(request, onProgress), () => link.end()),
    );
    return new WllamaGenerator(describe(named, request, opened), request, connect, link);
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
    return onTheGpu(this.#request.gpu, async () => {
      await this.#revive();
      return this.#tellLost(this.#link.generate(request, (text) => !signal?.aborted && onText?.(text)));
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
    this.#link = this.#connect();
    await this.#link.open(this.#request);
  }

  async #tellLost(writing: Promise<Written | undefined>): Promise<Written | undefined> {
    try {
      return await writing;
    } catch (error) {
      throw translate(error, this.info.model);
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

/** llama.cpp's own words for what people can do something about. */
function translate(error: unknown, model: string): unknown {
  const detail = error instanceof Problem && error.cause instanceof Error ? error.cause.message : "";
  if (/exceeds? the available context|context size|kv.?cache.*full/i.test(detail))
    return new Problem(
      "context_full",
      "The question and its evidence are longer than the model can read.",
      { name: model },
      { cause: error },
    );
  if (/device.*lost|lost.*device/i.test(detail))
    return new Problem(
      "gpu_lost",
      "The graphics card stopped while the language model was using it.",
      {},
      { cause: error },
    );
  return error;
}

function describe(
  { model, revision, licence }: Pick<GeneratorInfo, "model" | "revision" | "licence">,
  { gpu, file }: OpenRequest,
  { context, threads }: Opened,
): GeneratorInfo {
  const onCpu = threads === 1 ? "cpu, 1 thread" : `cpu, ${threads} threads`;
  return {
    kind: "wllama",
    model,
    ...(revision && { revision }),
    ...(licence && { licence }),
    context,
    schema: true,
    translates: file.size >= TRANSLATES,
    backend: gpu ? "webgpu" : onCpu,
    local: true,
  };
}

/** Bytes below which a model is too small to be asked for a translation: about 1.5 thousand million weights in 4 bits. */
const TRANSLATES = 900_000_000;
