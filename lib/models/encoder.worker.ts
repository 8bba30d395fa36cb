/**
 * The encoder's own thread. Any failure is reported and ends its use: transformers.js chains every load and run on
 * promises of its module, so after one failure all later ones fail with the old error. The owner starts a new worker.
 */
import { env } from "@huggingface/transformers";
import { buffersOf, packReadings } from "./packed-readings";
import { ENCODER, RUNTIMES } from "./registry";
import { EncoderSession, useLocalFilesOnly } from "./session";
import type { FromWorker, OpenRequest, ToWorker } from "./worker-protocol";

let session: EncoderSession | undefined;

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  try {
    if (data.type === "open") await open(data.request);
    else await read(data.id, data.texts);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say({ type: "failed", reason: reasonOf(data, message), message });
  }
};

function say(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function alive(): void {
  say({ type: "alive" });
}

async function open(request: OpenRequest): Promise<void> {
  const { device, graph, threads, rules } = request;
  useLocalFilesOnly();
  // a path, not an address: the library looks at http addresses only as a hub
  env.localModelPath = new URL(request.modelBase).pathname;
  usePackagedRuntime(request);
  session = await EncoderSession.open({ record: ENCODER, graph, device, rules, path: ENCODER.id, threads }, alive);
  await session.warmUp(alive);
  say({ type: "opened" });
}

/** Without this the library would load its WebAssembly from a public server. */
function usePackagedRuntime({ device, threads, wasmBase }: OpenRequest): void {
  const { wasm } = env.backends.onnx;
  if (!wasm) throw new Error("ONNX Runtime is not in this build.");
  const name = RUNTIMES[device];
  wasm.wasmPaths = { mjs: `${wasmBase}${name}.mjs`, wasm: `${wasmBase}${name}.wasm` };
  wasm.numThreads = threads;
  wasm.proxy = false;
}

async function read(id: number, texts: string[]): Promise<void> {
  if (!session) throw new Error("The encoder was not opened.");
  const readings = packReadings(await session.read(texts, { onBatch: alive }));
  say({ type: "read", id, readings }, buffersOf(readings));
}

function reasonOf(request: ToWorker, message: string): "missing" | "broken" | "failed" {
  if (request.type === "read") return "failed";
  return /not found|404|Failed to fetch|tokenizer_class/i.test(message) ? "missing" : "broken";
}
