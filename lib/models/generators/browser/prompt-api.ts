/**
 * The browser's own language model, as the Prompt API offers it: https://webmachinelearning.github.io/prompt-api/ (draft of the Web
 * Machine Learning Community Group). `contextUsage`, `contextWindow` and `measureContextUsage` are its names now, `inputUsage`,
 * `inputQuota` and `measureInputUsage` those before; browsers have either or both. Types, and where it is found.
 */

export type Availability = "unavailable" | "downloadable" | "downloading" | "available";

export interface PromptMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** Only extensions may set `topK` and `temperature`, and only both together. */
export interface SessionOptions {
  topK?: number;
  temperature?: number;
  initialPrompts?: PromptMessage[];
  signal?: AbortSignal;
  monitor?: (monitor: EventTarget) => void;
}

export interface PromptOptions {
  responseConstraint?: object;
  signal?: AbortSignal;
}

export interface PromptSession {
  promptStreaming(input: PromptMessage[] | string, options?: PromptOptions): ReadableStream<string>;
  destroy(): void;
  readonly contextWindow?: number;
  readonly inputQuota?: number;
  readonly contextUsage?: number;
  readonly inputUsage?: number;
  measureContextUsage?(input: PromptMessage[] | string, options?: PromptOptions): Promise<number>;
  measureInputUsage?(input: PromptMessage[] | string, options?: PromptOptions): Promise<number>;
}

export interface SamplingLimits {
  defaultTopK: number;
  maxTopK: number;
  defaultTemperature: number;
  maxTemperature: number;
}

export interface PromptApi {
  availability(options?: SessionOptions): Promise<Availability>;
  create(options?: SessionOptions): Promise<PromptSession>;
  /** Extensions only; null where there is no model. */
  params?(): Promise<SamplingLimits | null>;
}

/** @returns the API of this context; nothing where the browser has none, or has it in other contexts only */
export function findPromptApi(scope: object = globalThis): PromptApi | undefined {
  const api: unknown = Reflect.get(scope, "LanguageModel");
  const known = typeof api === "function" || (typeof api === "object" && api !== null);
  return known && "availability" in api && "create" in api ? (api as PromptApi) : undefined;
}

/** @returns tokens a session holds, prompt and answer together; nothing where it does not say, or says that there is no limit */
export function windowOf({ contextWindow, inputQuota }: PromptSession): number | undefined {
  const tokens = contextWindow ?? inputQuota;
  return tokens !== undefined && Number.isFinite(tokens) && tokens > 0 ? tokens : undefined;
}

/** @returns tokens of a text as the session counts them; nothing where it does not count */
export async function measure(session: PromptSession, input: string): Promise<number | undefined> {
  if (session.measureContextUsage) return session.measureContextUsage(input);
  return session.measureInputUsage?.(input);
}
