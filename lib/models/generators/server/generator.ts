/**
 * An OpenAI-compatible server that writes: Ollama, llama.cpp, vLLM, LM Studio, and services that speak as they do. Texts leave this
 * machine unless the server runs on it. Source of the interface: https://platform.openai.com/docs/api-reference/chat.
 */
import { Problem } from "../../../domain";
import type { Generation, GenerationRequest, Generator, GeneratorInfo } from "../../generator";
import { guessTokens } from "../tokens";
import { PATIENCE, type Patience, type ServerAccess } from "./access";
import { hostOf, normaliseServerUrl, reachOf } from "./address";
import { Dialect } from "./dialect";
import { type Answer, Refused, send } from "./exchange";
import { refused, wrongKey } from "./failures";
import { readAnswer } from "./stream";

/** Tokens of prompt and answer together where the server does not say it: what small models are usually started with. */
const USUAL_CONTEXT = 4096;

export interface ServerOptions {
  /** As a person wrote it; see `normaliseServerUrl`. */
  url: string;
  /** As the server calls it. */
  model: string;
  /** Sent to this address only; kept in memory, part of no message. */
  key?: string;
  /** Tokens of prompt and answer together, where they are known. */
  context?: number;
  fetch?: typeof fetch;
  patience?: Partial<Patience>;
}

/** @throws Problem server_address, server_key (no header can hold it) */
export function accessTo(options: Omit<ServerOptions, "model">): ServerAccess {
  const { fetch: own, patience } = options;
  const url = normaliseServerUrl(options.url);
  const key = options.key?.trim();
  if (key && !/^[\x21-\x7e]+$/.test(key)) throw wrongKey({ url, key });
  return {
    url,
    ...(key && { key }),
    fetch: own ?? ((input, init) => fetch(input, init)),
    patience: { ...PATIENCE, ...patience },
  };
}

/**
 * Sends nothing: whether the server answers is seen at the first question, or when its models are asked for.
 * @throws Problem server_address, server_model (no name)
 */
export function openServer(options: ServerOptions): Generator {
  const access = accessTo(options);
  const model = options.model.trim();
  if (model !== "") return new ServerGenerator(access, model, options.context ?? USUAL_CONTEXT);
  const name = hostOf(access.url);
  throw new Problem("server_model", `Say which model of ${name} is to answer.`, { name, other: "" });
}

class ServerGenerator implements Generator {
  readonly #access: ServerAccess;
  readonly #model: string;
  readonly #context: number;
  #dialect = new Dialect();
  readonly #closed = new AbortController();

  constructor(access: ServerAccess, model: string, context: number) {
    this.#access = access;
    this.#model = model;
    this.#context = context;
  }

  /** What it can do is learnt from its refusals. */
  get info(): GeneratorInfo {
    return {
      kind: "server",
      model: this.#model,
      context: this.#context,
      schema: this.#dialect.schema,
      translates: true,
      backend: "server",
      local: reachOf(this.#access.url) === "machine",
    };
  }

  async generate(
    request: GenerationRequest,
    { signal, onText }: { signal?: AbortSignal; onText?: (text: string) => void } = {},
  ): Promise<Generation> {
    const either = signal ? AbortSignal.any([signal, this.#closed.signal]) : this.#closed.signal;
    const from = performance.now();
    let first: number | undefined;
    const answer = await this.#ask(request, either);
    const written = await readAnswer(this.#access, answer, (text) => {
      first ??= performance.now() - from;
      onText?.(text);
    });
    either.throwIfAborted();
    const { text, finish, model = this.#model, ...counted } = written;
    return { text, finish, usage: { model, ...counted, ...(first && { first }), total: performance.now() - from } };
  }

  async countTokens(text: string): Promise<number> {
    return guessTokens(text);
  }

  async dispose(): Promise<void> {
    this.#closed.abort(new Problem("generator_failed", "This server was left. Ask again."));
  }

  /** Asks with every wish, and with fewer as the server refuses them; what was refused in vain is wished again next time. */
  async #ask(request: GenerationRequest, signal: AbortSignal): Promise<Answer> {
    const dialect = this.#dialect.copy();
    for (;;) {
      try {
        const body = dialect.bodyFor(this.#model, request);
        const answer = await send(this.#access, "/chat/completions", body, signal);
        this.#dialect = dialect;
        return answer;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const problem = refused(this.#access, error.refusal, this.#model);
        const final = problem.code === "context_full" || problem.code === "server_model";
        if (final || !dialect.giveUp(error.refusal, request)) throw problem;
      }
    }
  }
}
