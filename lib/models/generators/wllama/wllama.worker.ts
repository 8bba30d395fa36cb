/**
 * The thread that speaks to llama.cpp. wllama lives here and not in the page, since here its way of starting workers can be replaced
 * without touching anybody else's.
 */
import { type ChatCompletionChunk, Wllama } from "@wllama/wllama/esm/index.js";
import type { GenerationRequest } from "../../generator";
import { WLLAMA_FILES } from "./files";
import type { FromWorker, OpenRequest, ToWorker } from "./messages";

/** Tokens of the prompt computed at once: few enough that Stop is heard within seconds on a slow machine. */
const BATCH = 128;

let wllama: Wllama | undefined;
let writing: AbortController | undefined;

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === "abort") return writing?.abort();
  try {
    if (data.type === "open") await open(data.request);
    else await generate(data.request);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say({ type: "failed", broken: data.type === "open" || !isOrdinary(error), message });
  }
};

function say(message: FromWorker): void {
  self.postMessage(message);
}

async function open({ file, context, threads, gpu, wasmBase }: OpenRequest): Promise<void> {
  useOwnWorker(`${wasmBase}${WLLAMA_FILES.worker}?threads=${threads > 1 ? threads : 0}&gpu=${gpu ? 1 : 0}`);
  wllama = new Wllama({ default: `${wasmBase}${WLLAMA_FILES.wasm}` }, { logger: quiet });
  await wllama.loadModel([countReading(file)], {
    n_ctx: context,
    n_batch: BATCH,
    n_ubatch: BATCH,
    n_threads: threads,
    n_parallel: 1,
    n_gpu_layers: gpu ? 9999 : 0,
    reasoning: false,
    warmup: false,
  });
  await probe(wllama);
  const loaded = wllama.getLoadedContextInfo();
  const hasTemplate = Boolean(wllama.getChatTemplate());
  say({ type: "opened", opened: { context: loaded.n_ctx, threads: wllama.getNumThreads(), hasTemplate } });
}

/** `loadModel` also resolves on files that hold nothing; one token shows whether there is a model. */
async function probe(model: Wllama): Promise<void> {
  const answer = await model.createChatCompletion({ messages: [{ role: "user", content: "Hi" }], max_tokens: 1 });
  if (!answer?.choices?.length) throw new Error("It loaded, but writes nothing.");
}

/** wllama makes its worker from a `blob:` address, which the extension's security policy forbids; this file is the same program. */
function useOwnWorker(address: string): void {
  const BrowserWorker = globalThis.Worker;
  globalThis.Worker = class extends BrowserWorker {
    constructor(_blob: string | URL, options?: WorkerOptions) {
      super(address, options);
    }
  };
}

/** The file with a `slice` that tells how far it was read: llama.cpp reads it front to back, piece by piece. */
function countReading(file: Blob): Blob {
  let told = 0;
  const slice = (start = 0, end = file.size, type?: string) => {
    const loaded = Math.min(1, end / file.size);
    if (loaded >= told + 0.01 || loaded === 1) say({ type: "alive", loaded });
    told = Math.max(told, loaded);
    return file.slice(start, end, type);
  };
  return new Proxy(file, {
    get: (target, key) => {
      if (key === "slice") return slice;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

async function generate(request: GenerationRequest): Promise<void> {
  if (!wllama) throw new Error("No model was opened.");
  writing = new AbortController();
  const reading = new Reading();
  try {
    await wllama.createChatCompletion({ ...parameters(request), abortSignal: writing.signal, onData: reading.take });
    say(reading.finished());
  } catch (error) {
    if (!writing.signal.aborted) throw error;
    say({ type: "aborted" });
  } finally {
    writing = undefined;
  }
}

function parameters({ messages, maxTokens, temperature, seed, schema }: GenerationRequest) {
  const format = schema && { type: "json_schema" as const, json_schema: { name: "answer", schema, strict: true } };
  return {
    messages: [...messages],
    stream: true as const,
    max_tokens: maxTokens,
    temperature,
    seed,
    cache_prompt: true,
    return_progress: true,
    ...(format && { response_format: format }),
  };
}

/** What comes of one request, chunk by chunk. */
class Reading {
  #started = performance.now();
  #first: number | undefined;
  #text = "";
  #last: ChatCompletionChunk | undefined;
  #cut = false;

  take = (chunk: ChatCompletionChunk): void => {
    const choice = chunk.choices[0];
    if (choice?.finish_reason === "length") this.#cut = true;
    this.#last = chunk.timings ? chunk : this.#last;
    const more = choice?.delta.content;
    if (more) {
      this.#first ??= performance.now() - this.#started;
      this.#text += more;
    }
    say(more ? { type: "text", text: this.#text } : { type: "alive" });
  };

  finished(): FromWorker {
    const { cache_n = 0, prompt_n, predicted_n } = this.#last?.timings ?? {};
    const usage = {
      promptTokens: prompt_n === undefined ? undefined : prompt_n + cache_n,
      completionTokens: predicted_n,
      first: this.#first,
      total: performance.now() - this.#started,
    };
    return { type: "done", generation: { text: this.#text, finish: this.#cut ? "length" : "stop" }, usage };
  }
}

/** The model said no (a prompt too long, a grammar it cannot read); anything else may have broken the program. */
function isOrdinary(error: unknown): boolean {
  return error instanceof Error && "type" in error && error.type === "inference_error";
}

const quiet = { debug: () => undefined, log: () => undefined, warn: console.warn, error: console.error };
