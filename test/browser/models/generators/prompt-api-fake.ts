/** The Prompt API as its draft describes it, with a model that writes what a test tells it to. */
import type {
  Availability,
  PromptApi,
  PromptMessage,
  PromptOptions,
  PromptSession,
  SessionOptions,
} from "../../../../lib/models/generators/browser/prompt-api";

export interface Script {
  state?: Availability;
  /** Pieces, as they stream. */
  writes?: readonly string[];
  /** Thrown by `create`, and by the stream after its pieces. */
  refuses?: DOMException;
  breaks?: DOMException;
  /** Names of before the draft renamed them. */
  old?: boolean;
  /** Only extensions have it. */
  withoutParams?: boolean;
  /** Milliseconds between pieces. */
  pause?: number;
}

export class FakePromptApi implements PromptApi {
  readonly created: SessionOptions[] = [];
  readonly asked: { input: PromptMessage[] | string; options?: PromptOptions }[] = [];
  destroyed = 0;
  #script: Script;
  readonly params?: PromptApi["params"];

  constructor(script: Script = {}) {
    this.#script = script;
    if (!script.withoutParams)
      this.params = async () => ({ defaultTopK: 3, maxTopK: 128, defaultTemperature: 1, maxTemperature: 2 });
  }

  async availability(): Promise<Availability> {
    return this.#script.state ?? "available";
  }

  async create(options: SessionOptions = {}): Promise<PromptSession> {
    options.signal?.throwIfAborted();
    const { state, refuses } = this.#script;
    if (refuses) throw refuses;
    if ((options.topK === undefined) !== (options.temperature === undefined)) throw new TypeError("Both or none.");
    this.created.push(options);
    const monitor = new EventTarget();
    options.monitor?.(monitor);
    if (state === "downloadable")
      for (const loaded of [0, 0.5, 1])
        monitor.dispatchEvent(new ProgressEvent("downloadprogress", { loaded, total: 1 }));
    return this.#session();
  }

  #session(): PromptSession {
    const count = async (input: PromptMessage[] | string) => String(input).split(/\s+/).length;
    const now = { contextWindow: 9216, contextUsage: 7, measureContextUsage: count };
    const before = { inputQuota: 6144, inputUsage: 7, measureInputUsage: count };
    return {
      ...(this.#script.old ? before : now),
      promptStreaming: (input, options) => {
        this.asked.push({ input, options });
        return this.#stream(options?.signal);
      },
      destroy: () => {
        this.destroyed += 1;
      },
    };
  }

  #stream(signal?: AbortSignal): ReadableStream<string> {
    const { writes = [], breaks, pause = 0 } = this.#script;
    const left = [...writes];
    return new ReadableStream<string>({
      start: (controller) => signal?.addEventListener("abort", () => controller.error(signal.reason), { once: true }),
      async pull(controller) {
        await new Promise((later) => setTimeout(later, pause));
        if (signal?.aborted) return;
        const piece = left.shift();
        if (piece !== undefined) controller.enqueue(piece);
        else if (breaks) controller.error(breaks);
        else controller.close();
      },
    });
  }
}
