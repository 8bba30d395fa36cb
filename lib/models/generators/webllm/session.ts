/**
 * One model in web-llm: opened, asked, stopped. The library is handed in, so that every way in which it fails can be tried without a
 * graphics card.
 */
import type { ChatCompletionChunk, MLCEngineInterface } from "@mlc-ai/web-llm";
import type { ProblemCode } from "../../../domain";
import type { GenerationRequest } from "../../generator";
import { SpokenText } from "../server/reasoning";
import type { FromWorker, OpenRequest } from "./messages";

/** The part of the library's engine that is used. */
export type Engine = Pick<MLCEngineInterface, "reload" | "chatCompletion" | "interruptGenerate" | "getMessage">;

export class Session {
  #engine: Engine;
  #say: (message: FromWorker) => void;
  #opened: OpenRequest | undefined;
  #stopped = false;

  constructor(engine: Engine, say: (message: FromWorker) => void) {
    this.#engine = engine;
    this.#say = say;
  }

  /** @throws whatever the library throws; Error when it says that it loaded and did not */
  async open(request: OpenRequest): Promise<void> {
    // two windows at once would be refused; `-1` is how the library writes "none"
    await this.#engine.reload(request.model, { context_window_size: request.context, sliding_window_size: -1 });
    // a load that broke off resolves as one that worked
    await this.#engine.getMessage(request.model);
    this.#opened = request;
    this.#say({ type: "opened", opened: { context: request.context } });
  }

  /** The running request ends at its next token. */
  stop(): void {
    this.#stopped = true;
    void this.#engine.interruptGenerate();
  }

  /** @throws whatever the library throws */
  async generate(request: GenerationRequest): Promise<void> {
    if (!this.#opened) throw new Error("No model was opened.");
    this.#stopped = false;
    // a card that was lost unloads the model without a word
    await this.#engine.getMessage(this.#opened.model);
    const reading = new Reading(this.#say);
    const chunks = await this.#engine.chatCompletion(parameters(request, this.#opened));
    for await (const chunk of chunks) {
      // the library forgets a Stop that came before its first token
      if (this.#stopped) void this.#engine.interruptGenerate();
      reading.take(chunk);
    }
    this.#say(this.#stopped ? { type: "aborted" } : reading.finished());
  }
}

function parameters(
  { messages, maxTokens, temperature, seed, schema }: GenerationRequest,
  { model, thinks }: OpenRequest,
) {
  return {
    model,
    messages: [...messages],
    stream: true as const,
    stream_options: { include_usage: true },
    max_tokens: maxTokens,
    temperature,
    seed,
    ...(schema && { response_format: { type: "json_object" as const, schema: JSON.stringify(schema) } }),
    // the library would put the mark of an empty thought before the answer of any model
    ...(thinks && { extra_body: { enable_thinking: false } }),
  };
}

/** What comes of one request, chunk by chunk, without what was thought aloud. */
class Reading {
  #say: (message: FromWorker) => void;
  #started = performance.now();
  #first: number | undefined;
  #spoken = new SpokenText();
  #cut = false;
  #usage: ChatCompletionChunk["usage"];

  constructor(say: (message: FromWorker) => void) {
    this.#say = say;
  }

  take({ choices, usage }: ChatCompletionChunk): void {
    const [choice] = choices;
    if (choice?.finish_reason === "length") this.#cut = true;
    this.#usage = usage ?? this.#usage;
    const before = this.#spoken.text;
    this.#spoken.add(choice?.delta.content ?? "");
    const { text } = this.#spoken;
    if (text !== before) this.#first ??= performance.now() - this.#started;
    this.#say(text === before ? { type: "alive" } : { type: "text", text });
  }

  finished(): FromWorker {
    this.#spoken.end();
    const usage = {
      promptTokens: this.#usage?.prompt_tokens,
      completionTokens: this.#usage?.completion_tokens,
      first: this.#first,
      total: performance.now() - this.#started,
    };
    return { type: "done", generation: { text: this.#spoken.text, finish: this.#cut ? "length" : "stop" }, usage };
  }
}

/** What the library calls its faults, and what they are to people. */
const CODES = new Map<string, ProblemCode>([
  ["ModelNotLoadedError", "gpu_lost"],
  ["DeviceLostError", "gpu_lost"],
  ["WebGPUNotAvailableError", "gpu_absent"],
  ["WebGPUNotFoundError", "gpu_absent"],
  ["ContextWindowSizeExceededError", "context_full"],
]);

/** A fault of the library as a message. Only a prompt that is too long leaves the program in order. */
export function faultOf(error: unknown): Extract<FromWorker, { type: "failed" }> {
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  const code = CODES.get(name) ?? codeOf(message);
  return { type: "failed", broken: code !== "context_full", message, ...(code && { code }) };
}

function codeOf(message: string): ProblemCode | undefined {
  if (/device (was|is) lost|lost device/i.test(message)) return "gpu_lost";
  if (/find a compatible GPU/i.test(message)) return "gpu_absent";
  if (/exceeds limit/i.test(message)) return "gpu_too_small";
  if (/not among the stored files/.test(message)) return "model_damaged";
  return undefined;
}
