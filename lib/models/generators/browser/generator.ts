/** The browser's own language model as it writes: each request in a session of its own, since a session remembers what was said in it. */
import type { ChatMessage, Generation, GenerationRequest, Generator, GeneratorInfo } from "../../generator";
import { guessTokens } from "../tokens";
import { BROWSER_MODEL, explain } from "./failures";
import {
  measure,
  type PromptApi,
  type PromptSession,
  type SamplingLimits,
  type SessionOptions,
  windowOf,
} from "./prompt-api";

/** Tokens where the browser does not say how many it holds. */
const USUAL_CONTEXT = 4096;
/** Letters of a token: the API takes no limit of tokens, so what is written is cut by its length. */
const LETTERS = 6;

type WriteOptions = NonNullable<Parameters<Generator["generate"]>[1]>;

export class BrowserGenerator implements Generator {
  readonly info: GeneratorInfo;
  #api: PromptApi;
  #limits: SamplingLimits | undefined;
  /** Keeps the model in memory between questions, and counts tokens. */
  #warm: PromptSession;
  #closed = new AbortController();

  /** @param warm a session that holds nothing */
  constructor(api: PromptApi, warm: PromptSession, limits: SamplingLimits | undefined) {
    this.#api = api;
    this.#warm = warm;
    this.#limits = limits;
    this.info = {
      kind: "browser",
      model: BROWSER_MODEL,
      context: windowOf(warm) ?? USUAL_CONTEXT,
      schema: true,
      translates: true,
      backend: "browser",
      local: true,
    };
  }

  async generate(request: GenerationRequest, { signal, onText }: WriteOptions = {}): Promise<Generation> {
    const either = signal ? AbortSignal.any([signal, this.#closed.signal]) : this.#closed.signal;
    const from = performance.now();
    let session: PromptSession | undefined;
    try {
      either.throwIfAborted();
      const [last, ...before] = [...request.messages].reverse();
      session = await this.#api.create({ ...this.#sampling(request), ...promptsOf(before.reverse()), signal: either });
      return await write(session, { request, said: last?.content ?? "", from, signal: either, onText });
    } catch (error) {
      throw explain(error, either);
    } finally {
      session?.destroy();
    }
  }

  async countTokens(text: string): Promise<number> {
    const counted = await measure(this.#warm, text).catch(() => undefined);
    return counted ?? guessTokens(text);
  }

  async dispose(): Promise<void> {
    this.#closed.abort(new DOMException("The browser's own language model was given back.", "AbortError"));
    this.#warm.destroy();
  }

  /** Temperature 0 with one candidate is the likeliest word always; the API knows no seed. */
  #sampling({ temperature }: GenerationRequest): Pick<SessionOptions, "topK" | "temperature"> {
    const limits = this.#limits;
    if (!limits) return {};
    const topK = temperature === 0 ? 1 : Math.min(limits.defaultTopK, limits.maxTopK);
    return { topK, temperature: Math.min(temperature, limits.maxTemperature) };
  }
}

function promptsOf(messages: readonly ChatMessage[]): Pick<SessionOptions, "initialPrompts"> {
  return messages.length > 0 ? { initialPrompts: messages.map(({ role, content }) => ({ role, content })) } : {};
}

interface Writing {
  request: GenerationRequest;
  /** The last message. */
  said: string;
  /** When it was asked, in milliseconds. */
  from: number;
  signal: AbortSignal;
  onText?: (text: string) => void;
}

async function write(session: PromptSession, { request, said, from, signal, onText }: Writing): Promise<Generation> {
  const { schema, maxTokens } = request;
  const promptTokens = await usedBy(session, said);
  const enough = new AbortController();
  const options = { signal: AbortSignal.any([signal, enough.signal]), ...(schema && { responseConstraint: schema }) };
  const reader = session.promptStreaming(said, options).getReader();
  let text = "";
  let first: number | undefined;
  let finish: Generation["finish"] = "stop";
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    first ??= performance.now() - from;
    text += read.value;
    onText?.(text);
    if (text.length < maxTokens * LETTERS) continue;
    finish = "length";
    enough.abort();
    break;
  }
  signal.throwIfAborted();
  const completionTokens = await measure(session, text).catch(() => undefined);
  const usage = { model: BROWSER_MODEL, promptTokens, completionTokens, first, total: performance.now() - from };
  return { text, finish, usage };
}

/** What the session holds already, and what is said to it now. */
async function usedBy(session: PromptSession, said: string): Promise<number | undefined> {
  const now = await measure(session, said).catch(() => undefined);
  return now === undefined ? undefined : now + (session.contextUsage ?? session.inputUsage ?? 0);
}
