/** What the choice of the engine that writes answers is given, and what it can ask for. */
import type { Phrase } from "../../../lib/locale";
import type { GeneratorChoice, GeneratorsState } from "../../../lib/models/generator";
import type { EngineState } from "../../../lib/protocol";

/** A server as a person writes it down. */
export interface ServerDraft {
  /** Base address up to and including `/v1`. */
  url: string;
  model: string;
  /** Absent: the one there is; "": none. */
  key?: string;
}

/** All of them reject with a `Problem` when they fail; what goes on afterwards is seen in the engine's state. */
export interface EngineActions {
  /** Which engine writes from now on; with `load` it is loaded now instead of at the first question. */
  choose(choice: GeneratorChoice, load?: boolean): Promise<void>;
  /** Gives the memory of the language model back. */
  release(): Promise<void>;
  download(id: string): Promise<void>;
  pause(id: string): Promise<void>;
  /** Compares what is stored with what was published. @returns whether it is whole */
  verify(id: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Offers the model at an address. @returns its id */
  addAddress(url: string): Promise<string>;
  /** Copies a model file into the browser's storage. @returns its id; rejects with the signal's reason when stopped */
  addFile(file: File, options: { signal: AbortSignal; onBytes: (bytes: number) => void }): Promise<string>;
  /** Asks a server what it has. Must run inside a click: the browser may have to ask for access. */
  serverModels(server: Pick<ServerDraft, "url" | "key">): Promise<string[]>;
  /** Lets a server write from now on. Must run inside a click. */
  useServer(server: ServerDraft): Promise<void>;
  forgetServerKey(): Promise<void>;
}

/** What Settings shows of engines while the engine has not spoken. */
export const NO_GENERATORS: GeneratorsState = {
  chosen: { kind: "evidence" },
  state: "evidence",
  engines: [],
  models: [],
};

/** Id of the heading over the choice of engines, to which other places lead. */
export const ENGINES_TITLE = "engines-title";

/** Whether no graphics card can do the work: known only once reviews were read or an engine was asked for. */
export function withoutGpu(generators: GeneratorsState, gpu: EngineState["gpu"]): boolean {
  const webllm = generators.engines.find(({ kind }) => kind === "webllm");
  return webllm ? !webllm.available : gpu !== "used" && gpu !== "unknown";
}

/** @returns the name of the language model that writes or would write; undefined in evidence mode and where it has none yet */
export function engineModel({ chosen, models, server, info }: GeneratorsState): string | undefined {
  if (chosen.kind === "evidence") return undefined;
  if (info) return info.model;
  if (chosen.kind === "server") return server?.model;
  return models.find(({ id }) => id === chosen.model)?.title;
}

/** @param backend a code and what belongs to it: `cpu, 2 threads`, `webgpu: NAME`, `server`; any other text is shown as it is */
export function backendText(backend: string, phrase: Phrase): string {
  const [on = ""] = backend.split(/[,:\s]/);
  const threads = on === "cpu" ? Number(/\d+/.exec(backend)?.[0] ?? 0) : 0;
  const text = phrase("enginesBackend", { on, threads, text: backend });
  const name = on === "webgpu" ? backend.slice(on.length).replace(/^:?\s*/, "") : "";
  return name ? `${text}, ${name}` : text;
}
