/** What the worker with llama.cpp in it and its owner say to each other. */
import type { Generation, GenerationRequest } from "../../generator";

export interface OpenRequest {
  /** One GGUF. Only a reference travels: its bytes are read where they are needed. */
  file: Blob;
  /** Tokens of prompt and answer together. */
  context: number;
  /** 1: none beside the worker's own. */
  threads: number;
  gpu: boolean;
  /** Absolute address of the folder with llama.cpp's files, ending with a slash. */
  wasmBase: string;
}

/** What the file said about itself once it was loaded. */
export interface Opened {
  context: number;
  threads: number;
  hasTemplate: boolean;
}

export type ToWorker =
  | { type: "open"; request: OpenRequest }
  | { type: "generate"; request: GenerationRequest }
  | { type: "abort" };

export type FromWorker =
  /** It lives, and so far it has read this share of the file. */
  | { type: "alive"; loaded?: number }
  | { type: "opened"; opened: Opened }
  | { type: "text"; text: string }
  | { type: "done"; generation: Omit<Generation, "usage">; usage: Omit<Generation["usage"], "model"> }
  | { type: "aborted" }
  /** `broken`: nothing can be asked of this worker any more. */
  | { type: "failed"; broken: boolean; message: string };
