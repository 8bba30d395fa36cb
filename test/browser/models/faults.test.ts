import { expect, test } from "vitest";
import { createEncoder, type EncoderOptions } from "../../../lib/models/encoder";
import EncoderWorker from "../../../lib/models/encoder.worker?worker";
import { EncoderError } from "../../../lib/models/model";

const BASES = { modelBase: "/models/", wasmBase: "/wasm/" };
const WASM = { device: "wasm", gpu: "absent", adapter: "", software: false, threads: 1 } as const;

test("a missing model is said to be missing", async () => {
  const error = await failureOf({ ...BASES, modelBase: "/models/nothing-here/", backend: WASM });
  expect(error.reason).toBe("missing");
  expect(error.message).toContain("Install Earshot again");
});

test("a missing runtime is said to be missing or broken, not to run for ever", async () => {
  const error = await failureOf({ ...BASES, wasmBase: "/wasm/nothing-here/", backend: WASM });
  expect(["missing", "broken"]).toContain(error.reason);
});

test("a worker that throws is replaced by another that answers the same", async () => {
  const workers: Worker[] = [];
  const spawn = () => {
    const worker = new EncoderWorker();
    workers.push(worker);
    return worker;
  };
  const encoder = await createEncoder({ ...BASES, backend: WASM, spawn });
  const before = await encoder.encode(["Strong coffee, weak handle."]);
  workers[0]?.postMessage({ type: "encode", id: 99, texts: null }); // not even a list: it throws in the middle of its work
  const after = await encoder.encode(["Strong coffee, weak handle."]);
  await encoder.dispose();
  expect(workers).toHaveLength(2);
  expect(after).toEqual(before);
}, 180_000);

async function failureOf(options: EncoderOptions): Promise<EncoderError> {
  const error = await createEncoder(options).catch((reason: unknown) => reason);
  if (error instanceof EncoderError) return error;
  throw new Error(`expected an EncoderError, got ${String(error)}`);
}
