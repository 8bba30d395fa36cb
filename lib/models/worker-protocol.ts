/**
 * What the encoder's worker and its owner say to each other. Numbers travel as a few flat arrays, moved and not copied.
 */
import type { BatchRules } from "./batches";
import type { PackedReadings } from "./packed-readings";
import type { GraphKind } from "./registry";

/** Where to find things and how to compute; everything the worker cannot ask the extension for. */
export interface OpenRequest {
  device: "webgpu" | "wasm";
  graph: GraphKind;
  threads: number;
  rules: BatchRules;
  /** Absolute addresses of our own origin that end with a slash. */
  modelBase: string;
  wasmBase: string;
}

export type ToWorker = { type: "open"; request: OpenRequest } | { type: "read"; id: number; texts: string[] };

export type FromWorker =
  | { type: "opened" }
  /** A batch of a running request is done: the worker lives. */
  | { type: "alive" }
  | { type: "read"; id: number; readings: PackedReadings }
  | { type: "failed"; reason: "missing" | "broken" | "failed"; message: string };
