/** What the worker with web-llm in it and its owner say to each other. */
import type { FromWriter, ToWriter } from "../writer-messages";

export interface OpenRequest {
  /** As web-llm calls it. */
  model: string;
  /** Address of the program that computes it: a file of the build, as a path from its root. */
  library: string;
  /** Names of its files in its folder, by the name under which the library asks for them. */
  files: [asked: string, stored: string][];
  /** Tokens of prompt and answer together. */
  context: number;
  /** It would think aloud, and is told not to. */
  thinks: boolean;
}

export interface Opened {
  context: number;
}

export type ToWorker = ToWriter<OpenRequest>;
export type FromWorker = FromWriter<Opened>;
