/**
 * The encoder in the browser: a worker of its own, on the GPU where there is one that computes right, else on the CPU.
 */
import { BatchedEncoder } from "./batched-encoder";
import { GPU_RULES, SOFTWARE_GPU_RULES, WASM_RULES } from "./batches";
// not new Worker(new URL(…, import.meta.url)): the extension's build replaces import.meta.url before workers are found
import EncoderWorker from "./encoder.worker?worker";
import { type Backend, chooseBackend, gpuLock } from "./gpu";
import { type Encoder, EncoderError, type EncoderInfo } from "./model";
import { ENCODER, type GraphKind } from "./registry";
import { SENTINEL_TEXTS, sentinelsHold } from "./sentinels";
import { type WorkerLike, WorkerLink } from "./worker-link";
import type { OpenRequest } from "./worker-protocol";

export interface EncoderOptions {
  /** Address of the folder that holds the model's folder; relative ones are taken from this page. */
  modelBase: string;
  /** Address of the folder with ONNX Runtime's WebAssembly. */
  wasmBase: string;
  /** Replaces the choice by hardware. */
  backend?: Backend;
  /** Replaces the graph that suits the device: 4 bits on a GPU, int8 on a CPU. */
  graph?: GraphKind;
  /** Milliseconds without a sign of life after which a worker is replaced. */
  patience?: number;
  /** Starts a worker; tests hand in faulty ones. */
  spawn?: () => WorkerLike;
}

/** A batch takes a second or two on a slow machine, a step of loading ten. */
const PATIENCE = 60_000;

/**
 * Loads the model, tries it on sentences whose vectors are known, and falls back from GPU to CPU when it fails there.
 * @throws EncoderError "missing", "broken" or "wrong-results"
 */
export async function createEncoder(options: EncoderOptions): Promise<Encoder> {
  const backend = options.backend ?? (await chooseBackend());
  if (backend.device === "wasm") return start(options, backend);
  try {
    return await start(options, backend);
  } catch (error) {
    if (error instanceof EncoderError && error.reason === "missing") throw error;
    return start(options, { ...backend, device: "wasm", gpu: "wrong-results" });
  }
}

async function start(options: EncoderOptions, backend: Backend): Promise<Encoder> {
  const connect = () => openLink(options, backend);
  return new BatchedEncoder(infoOf(options, backend), connect, await connect());
}

/** @returns a worker that has the model and computes the sentinels right */
async function openLink(options: EncoderOptions, backend: Backend): Promise<WorkerLink> {
  const link = new WorkerLink((options.spawn ?? spawnWorker)(), options.patience ?? PATIENCE);
  const open = async () => {
    await link.open(requestFor(options, backend));
    if (sentinelsHold(await link.read(SENTINEL_TEXTS))) return link;
    link.end();
    const message = "The language model computes wrong results on this machine, so nothing was understood with it.";
    throw new EncoderError("wrong-results", message);
  };
  return backend.device === "webgpu" ? gpuLock.run("batch", open) : open();
}

function spawnWorker(): WorkerLike {
  return new EncoderWorker({ name: "earshot-encoder" });
}

/** int8 is wrong or slow on GPUs; 4 bits cost on a CPU what floats cost. */
function graphFor({ graph }: EncoderOptions, device: Backend["device"]): GraphKind {
  return graph ?? (device === "webgpu" ? "q4" : "int8");
}

function requestFor(options: EncoderOptions, { device, threads, software }: Backend): OpenRequest {
  const gpuRules = software ? SOFTWARE_GPU_RULES : GPU_RULES;
  return {
    device,
    rules: device === "webgpu" ? gpuRules : WASM_RULES,
    graph: graphFor(options, device),
    threads: device === "webgpu" ? 1 : threads,
    modelBase: absolute(options.modelBase),
    wasmBase: absolute(options.wasmBase),
  };
}

function absolute(base: string): string {
  return new URL(base.endsWith("/") ? base : `${base}/`, location.href).href;
}

function infoOf(options: EncoderOptions, { device, gpu, adapter, threads }: Backend): EncoderInfo {
  return {
    model: ENCODER.id,
    revision: ENCODER.source.sha256,
    graph: graphFor(options, device),
    backend: device,
    adapter: device === "webgpu" ? adapter : "",
    threads: device === "webgpu" ? 1 : threads,
    dimensions: ENCODER.dimensions,
    gpu,
  };
}
