/**
 * The model that comes with the browser (Prompt API). The browser keeps, downloads and updates it; Earshot only asks. Where a download
 * is due the browser wants a click in the page that asks, which a page without a window never gets: see `bringBrowserModel`.
 */
import { Problem } from "../../../domain";
import type { EngineOffer, EngineProblem, Generator, GeneratorChoice } from "../../generator";
import type { GeneratorKind, OpenOptions } from "../kinds";
import { BROWSER_MODEL, explain } from "./failures";
import { BrowserGenerator } from "./generator";
import { type Availability, findPromptApi, type PromptApi, type SamplingLimits } from "./prompt-api";

export class BrowserKind implements GeneratorKind {
  readonly kind = "browser";
  #find: () => PromptApi | undefined;

  /** @param find where the API is looked for; tests hand in another */
  constructor(find: () => PromptApi | undefined = findPromptApi) {
    this.#find = find;
  }

  /** Offered when the model is here, or when a click brings it. */
  async offer(): Promise<EngineOffer> {
    const api = this.#find();
    if (!api) return { ...NOT_HERE, problem: absent("There is no LanguageModel in this browser.") };
    const state = await availability(api);
    if (state === "available") return { kind: "browser", available: true, device: "" };
    if (state === "downloadable" || state === "downloading")
      return { kind: "browser", available: true, device: "", downloads: true };
    return { ...NOT_HERE, problem: absent("LanguageModel.availability() says: unavailable.") };
  }

  /** @throws Problem browser_model_absent (not here, or not downloaded yet), generator_failed, and as `explain` */
  async open(_choice: GeneratorChoice, { signal, onProgress }: OpenOptions): Promise<Generator> {
    const api = this.#find();
    if (!api) throw absence("This browser has no language model of its own.");
    try {
      const session = await api.create({ signal, monitor: (monitor) => report(monitor, onProgress) });
      return new BrowserGenerator(api, session, await limitsOf(api));
    } catch (error) {
      throw explain(error, signal);
    }
  }
}

/**
 * Has the browser download its model, where that is due. Must begin inside a click, in a page that a person sees: the browser refuses it
 * anywhere else (NotAllowedError). Resolves when the model is here.
 * @param onProgress share loaded, 0–1
 * @throws Problem browser_model_absent, download_failed; the signal's reason
 */
export async function bringBrowserModel(
  { signal, onProgress }: Partial<OpenOptions> = {},
  api: PromptApi | undefined = findPromptApi(),
): Promise<void> {
  if (!api) throw absence("This browser has no language model of its own.");
  try {
    // nothing is awaited before this: the click would be over
    const session = await api.create({ signal, monitor: (monitor) => report(monitor, onProgress) });
    session.destroy();
  } catch (error) {
    throw explain(error, signal);
  }
}

const NOT_HERE = { kind: "browser", available: false, device: "" } as const;

function absent(detail: string): EngineProblem {
  return { code: "browser_model_absent", values: { name: BROWSER_MODEL }, detail };
}

function absence(message: string): Problem {
  return new Problem("browser_model_absent", message, { name: BROWSER_MODEL });
}

async function availability(api: PromptApi): Promise<Availability> {
  return api.availability().catch((): Availability => "unavailable");
}

async function limitsOf(api: PromptApi): Promise<SamplingLimits | undefined> {
  return (await api.params?.().catch(() => null)) ?? undefined;
}

/** `loaded` is a share of 1 by the present draft; earlier browsers told bytes with their total. */
function report(monitor: EventTarget, onProgress?: (share: number) => void): void {
  monitor.addEventListener("downloadprogress", (event) => {
    const { loaded = 0, total = 1 } = event as ProgressEvent;
    onProgress?.(Math.min(1, total > 1 ? loaded / total : loaded));
  });
}
