/**
 * Whether this machine's GPU can be used, and the one lock on it.
 */

/** Why WebGPU is used or not; the panel phrases it. */
export type GpuUse = "used" | "absent" | "software" | "wrong-results";

export interface Backend {
  device: "webgpu" | "wasm";
  gpu: GpuUse;
  /** The adapter's description; "" without one. */
  adapter: string;
  /** The adapter is the CPU in disguise. */
  software: boolean;
  /** Threads for WASM. */
  threads: number;
}

/** More threads than this gain nothing for sentences, and take the machine from its user. */
const MOST_THREADS = 4;
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render/i;

/** What is asked of the browser; a test hands in its own. */
export interface Machine {
  gpu?: { requestAdapter(): Promise<Adapter | null> };
  hardwareConcurrency: number;
  crossOriginIsolated: boolean;
}

interface Adapter {
  isFallbackAdapter?: boolean;
  info?: { vendor?: string; architecture?: string; device?: string; description?: string; isFallbackAdapter?: boolean };
}

/**
 * @param acceptSoftware takes a GPU that is imitated by the CPU, which is far slower than WASM: for tests only
 */
export async function chooseBackend(machine: Machine = thisMachine(), acceptSoftware = false): Promise<Backend> {
  const threads = machine.crossOriginIsolated ? Math.max(1, Math.min(machine.hardwareConcurrency, MOST_THREADS)) : 1;
  const adapter = await machine.gpu?.requestAdapter().catch(() => null);
  if (!adapter) return { device: "wasm", gpu: "absent", adapter: "", software: false, threads };
  const name = adapterName(adapter);
  const software = isSoftware(adapter);
  if (software && !acceptSoftware) return { device: "wasm", gpu: "software", adapter: name, software, threads };
  return { device: "webgpu", gpu: "used", adapter: name, software, threads };
}

function thisMachine(): Machine {
  const { hardwareConcurrency } = navigator;
  const gpu = "gpu" in navigator ? (navigator.gpu as Machine["gpu"]) : undefined;
  return { gpu, hardwareConcurrency, crossOriginIsolated: globalThis.crossOriginIsolated };
}

/** Whether an adapter is the CPU in disguise. */
export function isSoftware(adapter: Adapter): boolean {
  return Boolean(adapter.isFallbackAdapter || adapter.info?.isFallbackAdapter || SOFTWARE.test(adapterName(adapter)));
}

/** All that an adapter says of itself, in one line. */
export function adapterName({ info }: Adapter): string {
  const parts = [info?.vendor, info?.architecture, info?.device, info?.description];
  return [...new Set(parts.filter((part) => part))].join(" ") || "unnamed adapter";
}

/** A person waits for a `chat`; a `batch` can wait. */
export type GpuPriority = "chat" | "batch";

/** Lets one task at a time use the GPU; waiting chats go before waiting batches. */
export class GpuLock {
  #held = false;
  #queues: Record<GpuPriority, (() => void)[]> = { chat: [], batch: [] };

  /** Runs the task when its turn comes, and frees the GPU whatever happens to it. */
  async run<T>(priority: GpuPriority, task: () => Promise<T>): Promise<T> {
    if (this.#held) await new Promise<void>((turn) => this.#queues[priority].push(turn));
    this.#held = true;
    try {
      return await task();
    } finally {
      const next = this.#queues.chat.shift() ?? this.#queues.batch.shift();
      // handed over without letting go, so that nobody slips in between
      if (next) next();
      else this.#held = false;
    }
  }
}

/** There is one GPU. */
export const gpuLock = new GpuLock();
