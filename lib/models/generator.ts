/**
 * The interface of every engine that writes prose, and what people see of them. A generator only ever writes: numbers come from the
 * encoder's heads, and what it says is checked against the reviews (lib/ask) before it is shown. Types and data only.
 */
import type { EngineKind, ProblemCode, Usage } from "../domain";

export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

export interface GenerationRequest {
  /** The part that is the same for every persona of a subject comes first, so that an engine may keep it. Plain text. */
  messages: readonly ChatMessage[];
  maxTokens: number;
  /** 0 chooses the likeliest word always. */
  temperature: number;
  seed: number;
  /** JSON schema the text must follow; engines that cannot (`info.schema` false) get it in words only, by the caller. */
  schema?: object;
}

export interface Generation {
  text: string;
  /** `length`: cut at `maxTokens`. */
  finish: "stop" | "length";
  usage: Usage;
}

/** What runs, and what it can do. */
export interface GeneratorInfo {
  kind: Exclude<EngineKind, "evidence">;
  /** As its maker calls it. */
  model: string;
  /** Revision or hash that pins it, where it is known. */
  revision?: string;
  licence?: string;
  /** Tokens of prompt and answer together. */
  context: number;
  /** Follows a JSON schema by construction. */
  schema: boolean;
  /** Large enough to be trusted with a translation (marked as unchecked). */
  translates: boolean;
  /** Where it runs: `webgpu`, `cpu, 2 threads`, `server`. */
  backend: string;
  /** False: texts leave this machine. */
  local: boolean;
}

/** Writes text, one request at a time. */
export interface Generator {
  readonly info: GeneratorInfo;
  /**
   * @param onText called with all that is written so far, each time there is more
   * @throws Problem with a generator or server code; the signal's reason when aborted. After either the generator can be used again,
   * or throws `gpu_lost` / `generator_failed` until it is opened anew.
   */
  generate(
    request: GenerationRequest,
    options?: { signal?: AbortSignal; onText?: (text: string) => void },
  ): Promise<Generation>;
  /** Tokens of a text, exactly where the engine can say it, else a careful guess (never too few). */
  countTokens(text: string): Promise<number>;
  /** Gives its memory back. */
  dispose(): Promise<void>;
}

/** What a person chose. `model`: id of a catalogue entry or own file, or a server's name for it; absent where there is only one. */
export interface GeneratorChoice {
  kind: EngineKind;
  model?: string;
}

/** A model that can be had, and how much of it is here. */
export interface ModelOffer {
  id: string;
  kind: "webllm" | "wllama";
  title: string;
  licence?: string;
  /** Bytes to be loaded, and bytes of them stored. */
  bytes: number;
  /** `bytes` is reckoned from the number of weights: nobody who keeps the model was asked yet. */
  estimated?: boolean;
  stored: number;
  state: "absent" | "downloading" | "paused" | "stored" | "damaged";
  /** Needs half-precision numbers on the GPU. */
  f16?: boolean;
  /** Graphics memory it asks for, in bytes, where it is known. */
  memory?: number;
  /** Comes with this copy of Earshot: nothing to download, cannot be deleted. */
  bundled?: boolean;
  /** Brought by the person: a file, or an address at a hub. */
  own?: boolean;
  /** Why it cannot be used here. */
  problem?: EngineProblem;
}

export interface EngineProblem {
  code: ProblemCode;
  values?: { name?: string; other?: string };
  /** What the machine says about it, in English. */
  detail?: string;
}

/** Whether a kind of engine can be used on this machine. */
export interface EngineOffer {
  kind: EngineKind;
  available: boolean;
  problem?: EngineProblem;
  /** Where it would run, as `GeneratorInfo.backend` says it, with the adapter's own name where it is known: `webgpu: NAME`, `cpu, 2 threads`; "" when nothing is to be said. */
  device: string;
  /** A click in Settings brings its model first: the browser downloads it only then. */
  downloads?: boolean;
}

/** A server as a person set it up; its key is kept for the session only and never leaves the engine again. */
export interface ServerSetting {
  /** Base address up to and including `/v1`. */
  url: string;
  model: string;
  hasKey: boolean;
  /** `machine`: loopback; `network`: anything else, so texts leave the machine. */
  reach: "machine" | "network";
  /** What the server says it has; absent until it was asked. */
  models?: string[];
}

/** Everything Settings shows about engines. Part of the engine's state. */
export interface GeneratorsState {
  chosen: GeneratorChoice;
  /** `evidence`: no language model chosen, nothing to load. */
  state: "evidence" | "idle" | "loading" | "ready" | "writing" | "failed";
  /** Share loaded, 0–1, while loading. */
  progress?: number;
  problem?: EngineProblem;
  /** Of the one that is loaded. */
  info?: GeneratorInfo;
  engines: EngineOffer[];
  models: ModelOffer[];
  server?: ServerSetting;
}
