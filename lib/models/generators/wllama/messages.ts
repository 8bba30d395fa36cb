/** What the worker with llama.cpp in it and its owner say to each other. */
import type { FromWriter, ToWriter } from "../writer-messages";

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

export type ToWorker = ToWriter<OpenRequest>;
export type FromWorker = FromWriter<Opened>;
