/** Runs in the page that holds llama.cpp for the command line: one model, one request at a time, through the same worker as in the extension. */
import { Problem } from "../lib/domain";
import type { Generation, GenerationRequest, Generator, GeneratorInfo } from "../lib/models/generator";
import { WllamaLink } from "../lib/models/generators/wllama/link";
import { openGguf } from "../lib/models/generators/wllama/open";
import { browserProblem } from "../lib/models/generators/wllama/requirements";
import WllamaWorker from "../lib/models/generators/wllama/wllama.worker?worker";

export interface PageModel {
  title: string;
  revision: string;
  licence?: string;
}

/** A failure as it crosses from page to Node, where an error would be text only. */
export type Told<T> = { done: T } | { failed: { code: Problem["code"]; message: string; detail: string } };

/** What the page offers to whoever opened it. */
export interface WllamaPage {
  open(model: PageModel): Promise<Told<GeneratorInfo>>;
  generate(request: GenerationRequest): Promise<Told<Generation>>;
}

/** Milliseconds without a sign of life after which a worker is given up. */
const PATIENCE = 180_000;

let generator: Generator | undefined;

const page: WllamaPage = {
  open: (model) =>
    told(async () => {
      const problem = browserProblem();
      if (problem) throw new Problem(problem.code, `This Chromium is too old: ${problem.detail ?? ""}.`);
      const file = await (await fetch("/model.gguf")).blob();
      const connect = () => new WllamaLink(new WllamaWorker(), PATIENCE);
      const wasmBase = new URL("/wasm/", location.href).href;
      const options = { signal: new AbortController().signal, onProgress: () => undefined };
      generator = await openGguf({ file, ...model }, { wasmBase, connect }, options);
      return generator.info;
    }),
  generate: (request) =>
    told(async () => {
      if (!generator) throw new Problem("generator_failed", "No model was opened.");
      return generator.generate(request);
    }),
};

async function told<T>(work: () => Promise<T>): Promise<Told<T>> {
  try {
    return { done: await work() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
    return { failed: { code: error instanceof Problem ? error.code : "generator_failed", message, detail: cause } };
  }
}

Object.assign(globalThis, { earshotWllama: page });
