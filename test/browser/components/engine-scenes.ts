/** States of the engines that write answers, with invented models. */
import type { PanelView } from "../../../components/view";
import type { GeneratorsState, ModelOffer } from "../../../lib/models/generator";
import { ENGINE, READ } from "./scenes";

const GB = 1_000_000_000;

export const SMALL: ModelOffer = {
  id: "finch-135m",
  kind: "wllama",
  title: "Finch 135M Instruct",
  licence: "Apache-2.0",
  bytes: 145_000_000,
  stored: 145_000_000,
  state: "stored",
  bundled: true,
};

export const OWN: ModelOffer = {
  id: "own-heron",
  kind: "wllama",
  title: "heron-1b-q4",
  bytes: 800_000_000,
  stored: 800_000_000,
  state: "stored",
  own: true,
};

const ON_CARD = { kind: "webllm", licence: "Apache-2.0", state: "absent", stored: 0 } as const;

export const MODELS: ModelOffer[] = [
  { ...ON_CARD, id: "wren-1b", title: "Wren 1B Instruct", bytes: 0.7 * GB, memory: 1.1 * GB, f16: true },
  {
    ...ON_CARD,
    id: "heron-3b",
    title: "Heron 3B Instruct",
    bytes: 1.9 * GB,
    memory: 2.9 * GB,
    state: "downloading",
    stored: 0.74 * GB,
  },
  {
    ...ON_CARD,
    id: "stork-8b",
    title: "Stork 8B",
    bytes: 4.4 * GB,
    memory: 5.6 * GB,
    state: "paused",
    stored: 1.1 * GB,
  },
  { ...ON_CARD, id: "crane-7b", title: "Crane 7B", bytes: 4.1 * GB, state: "damaged", stored: 4.1 * GB },
  {
    ...ON_CARD,
    id: "eagle-70b",
    title: "Eagle 70B",
    bytes: 38 * GB,
    problem: { code: "gpu_too_small", values: { name: "Eagle 70B" }, detail: "maxStorageBufferBindingSize 1073741824" },
  },
  SMALL,
  OWN,
];

/** Everything can be used; evidence is in use. */
export const ALL: GeneratorsState = {
  chosen: { kind: "evidence" },
  state: "evidence",
  engines: [
    { kind: "evidence", available: true, device: "" },
    { kind: "webllm", available: true, device: "Sample GPU" },
    { kind: "wllama", available: true, device: "2 threads" },
    { kind: "browser", available: false, device: "", problem: { code: "browser_model_absent" } },
    { kind: "server", available: true, device: "" },
  ],
  models: MODELS,
};

/** No graphics card: nothing of what needs one is offered. */
export const NO_GPU: GeneratorsState = {
  ...ALL,
  engines: ALL.engines.map((offer) =>
    offer.kind === "webllm"
      ? { ...offer, available: false, device: "", problem: { code: "gpu_absent", detail: "requestAdapter gave null" } }
      : offer,
  ),
  models: [SMALL, OWN],
};

const LOADED = { revision: "5a3c", licence: "Apache-2.0", context: 2048, schema: true, local: true } as const;

export const READY: GeneratorsState = {
  ...NO_GPU,
  chosen: { kind: "wllama", model: SMALL.id },
  state: "ready",
  info: { ...LOADED, kind: "wllama", model: SMALL.title, translates: false, backend: "cpu, 2 threads" },
};

export const LOADING: GeneratorsState = { ...READY, state: "loading", progress: 0.42, info: undefined };

export const FAILED: GeneratorsState = {
  ...READY,
  state: "failed",
  info: undefined,
  problem: {
    code: "generator_failed",
    values: { name: SMALL.title },
    detail: "RuntimeError: memory access out of bounds",
  },
};

export const ELSEWHERE: GeneratorsState = {
  ...NO_GPU,
  chosen: { kind: "server", model: "heron-70b" },
  state: "ready",
  server: {
    url: "https://llm.example/v1",
    model: "heron-70b",
    hasKey: true,
    reach: "network",
    models: ["heron-70b", "wren-8b"],
  },
  info: {
    kind: "server",
    model: "heron-70b",
    context: 32_768,
    schema: true,
    translates: true,
    backend: "server",
    local: false,
  },
};

/** The sample page, with engines in this state. */
export function viewWith(generators: GeneratorsState): PanelView {
  return { ...READ, engine: { at: "here", state: { ...ENGINE, generators } } };
}
