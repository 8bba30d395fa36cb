import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEncoder, type EncoderOptions } from "../../../lib/models/encoder";
import type { Backend } from "../../../lib/models/gpu";
import { EncoderError } from "../../../lib/models/model";
import { type PackedReadings, packReadings } from "../../../lib/models/packed-readings";
import sentinels from "../../../lib/models/sentinels.json";
import { vectorFromBase64 } from "../../../lib/models/stored-vector";
import type { WorkerLike } from "../../../lib/models/worker-link";
import type { FromWorker, OpenRequest, ToWorker } from "../../../lib/models/worker-protocol";

const DIMENSIONS = 384;
const WASM: Backend = { device: "wasm", gpu: "absent", adapter: "", software: false, threads: 2 };
const GPU: Backend = { device: "webgpu", gpu: "used", adapter: "some card", software: false, threads: 2 };

/** What happens to an "encode" after the sentinels; the first is told apart by the worker itself. */
type Behaviour = "works" | "throws" | "dies" | "hangs" | "lies";

/** Answers as the real worker does, with made-up vectors: the text's length in the first place. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  onmessageerror: WorkerLike["onmessageerror"] = null;
  terminated = false;
  request: OpenRequest | undefined;
  encoded: string[][] = [];
  constructor(readonly behave: (request: OpenRequest, call: number, texts: string[]) => Behaviour) {}

  postMessage(message: ToWorker): void {
    queueMicrotask(() => !this.terminated && this.#answer(message));
  }
  terminate(): void {
    this.terminated = true;
  }

  #answer(message: ToWorker): void {
    if (message.type === "open") {
      this.request = message.request;
      this.#say({ type: "opened" });
    } else this.#read(message.id, message.texts);
  }

  #read(id: number, texts: string[]): void {
    const isSentinel = texts[0] === sentinels[0]?.text;
    const call = isSentinel ? 0 : this.encoded.push(texts);
    const behaviour = this.request ? this.behave(this.request, call, texts) : "hangs";
    if (behaviour === "dies") this.onerror?.({ message: "out of memory" } as ErrorEvent);
    if (behaviour === "throws") this.#say({ type: "failed", reason: "failed", message: "OrtRun failed" });
    if (behaviour === "works") this.#say({ type: "read", id, readings: readingsOf(texts, 1) });
    if (behaviour === "lies") this.#say({ type: "read", id, readings: readingsOf(texts, -1) });
  }

  #say(data: FromWorker): void {
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
}

function readingsOf(texts: string[], sign: number): PackedReadings {
  return packReadings(
    texts.map((text) => {
      const stored = sentinels.find((sentinel) => sentinel.text === text);
      const vector = new Float32Array(DIMENSIONS);
      vector.set(stored ? vectorFromBase64(stored.vector).map((value) => sign * value) : [text.length]);
      const tokens = { starts: Uint32Array.of(0), ends: Uint32Array.of(text.length), values: Float32Array.of(sign, 2) };
      return { vector, sentence: Float32Array.of(text.length, sign), tokens };
    }),
  );
}

/** Each worker started behaves as the next entry says; the last one stays. */
function fleet(...behaviours: FakeWorker["behave"][]) {
  const workers: FakeWorker[] = [];
  const spawn = () => {
    const behave = behaviours[Math.min(workers.length, behaviours.length - 1)] ?? (() => "works" as const);
    const worker = new FakeWorker(behave);
    workers.push(worker);
    return worker;
  };
  return { workers, spawn };
}

const works = () => "works" as const;
const afterStart = (behaviour: Behaviour) => (_request: OpenRequest, call: number) =>
  call === 0 ? "works" : behaviour;
const make = (options: Pick<EncoderOptions, "spawn" | "backend" | "patience">) =>
  createEncoder({ modelBase: "/models/", wasmBase: "/wasm", ...options });

beforeEach(() => vi.stubGlobal("location", { href: "https://earshot.test/engine.html" }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("vectors come back in the order of their texts, over many chunks", async () => {
  const { workers, spawn } = fleet(works);
  const encoder = await make({ spawn, backend: WASM });
  const texts = Array.from({ length: 100 }, (_, i) => "x".repeat((i * 37) % 101));
  const vectors = await encoder.encode(texts);
  expect(vectors.map((vector) => vector[0])).toEqual(texts.map((text) => text.length));
  expect(vectors.every((vector) => vector.length === DIMENSIONS)).toBe(true);
  expect(workers[0]?.encoded.length).toBeGreaterThan(2);
  expect(await encoder.encode([])).toEqual([]);
});

test("the worker is told where things are, and gets the graph that suits the device", async () => {
  const { workers, spawn } = fleet(works);
  await make({ spawn, backend: WASM });
  await make({ spawn, backend: GPU });
  expect(workers[0]?.request).toMatchObject({
    device: "wasm",
    graph: "int8",
    threads: 2,
    modelBase: "https://earshot.test/models/",
    wasmBase: "https://earshot.test/wasm/",
  });
  expect(workers[1]?.request).toMatchObject({ device: "webgpu", graph: "q4" });
});

test.each(["throws", "dies", "hangs"] as const)(
  "a worker that %s once is replaced and the chunk is tried again",
  async (how) => {
    const { workers, spawn } = fleet(afterStart(how), works);
    const encoder = await make({ spawn, backend: WASM, patience: 20 });
    expect((await encoder.encode(["four"]))[0]?.[0]).toBe(4);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  },
);

test("what was done before a failure is not done again", async () => {
  const { workers, spawn } = fleet((_request, call) => (call === 2 ? "throws" : "works"), works);
  const encoder = await make({ spawn, backend: WASM });
  const texts = Array.from({ length: 64 }, (_, i) => "x".repeat(i + 1));
  expect((await encoder.encode(texts)).map((vector) => vector[0])).toEqual(texts.map((text) => text.length));
  expect(workers[1]?.encoded.flat()).toEqual(texts.slice(32));
});

test("a worker that always throws is reported once, and the next call starts anew", async () => {
  const { workers, spawn } = fleet(afterStart("throws"), afterStart("throws"), works);
  const encoder = await make({ spawn, backend: WASM });
  const error = await encoder.encode(["one"]).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(EncoderError);
  expect(error).toMatchObject({ reason: "failed", message: expect.stringContaining("stopped while reading") });
  expect(workers).toHaveLength(2);
  expect((await encoder.encode(["three"]))[0]?.[0]).toBe(5);
});

test("one text that breaks the worker does not take other requests with it", async () => {
  const { spawn } = fleet((_request, _call, texts) => (texts.includes("a") ? "throws" : "works"));
  const encoder = await make({ spawn, backend: WASM });
  const results = await Promise.allSettled([encoder.encode(["a"]), encoder.encode(["bb", "cc"])]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});

test("wrong numbers on the GPU mean WASM, and the reason is kept", async () => {
  const { workers, spawn } = fleet((request) => (request.device === "webgpu" ? "lies" : "works"));
  const encoder = await make({ spawn, backend: GPU });
  expect(encoder.info).toMatchObject({ backend: "wasm", graph: "int8", gpu: "wrong-results", adapter: "" });
  expect(workers[0]?.terminated).toBe(true);
});

test("a GPU that fails while loading means WASM as well", async () => {
  const { spawn } = fleet((request) => (request.device === "webgpu" ? "dies" : "works"));
  expect((await make({ spawn, backend: GPU })).info.backend).toBe("wasm");
});

test("wrong numbers on WASM are an error: nothing is understood from them", async () => {
  const { workers, spawn } = fleet(() => "lies");
  await expect(make({ spawn, backend: WASM })).rejects.toMatchObject({ reason: "wrong-results" });
  expect(workers[0]?.terminated).toBe(true);
});

test("an abort stops before the next chunk and leaves the worker in use", async () => {
  const { workers, spawn } = fleet(works);
  const encoder = await make({ spawn, backend: WASM });
  const controller = new AbortController();
  const reading = encoder.encode(
    Array.from({ length: 500 }, () => "text"),
    controller.signal,
  );
  queueMicrotask(() => controller.abort());
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  expect(workers[0]?.encoded.length).toBeLessThan(3);
  expect(workers[0]?.terminated).toBe(false);
  expect((await encoder.encode(["still here"]))[0]?.[0]).toBe(10);
  await expect(encoder.encode(["late"], controller.signal)).rejects.toMatchObject({ name: "AbortError" });
});

test("a question does not wait for a long reading", async () => {
  const { spawn } = fleet(works);
  const encoder = await make({ spawn, backend: WASM });
  const order: string[] = [];
  const reading = encoder.encode(Array.from({ length: 500 }, () => "text")).then(() => order.push("reading"));
  const question = encoder.encode(["how is the battery?"]).then(() => order.push("question"));
  await Promise.all([reading, question]);
  expect(order).toEqual(["question", "reading"]);
});

test("putting the encoder away ends the worker and what is running", async () => {
  const { workers, spawn } = fleet(afterStart("hangs"));
  const encoder = await make({ spawn, backend: WASM });
  const running = encoder.encode(["one"]);
  await Promise.resolve();
  await encoder.dispose();
  await expect(running).rejects.toBeInstanceOf(EncoderError);
  await expect(encoder.encode(["two"])).rejects.toBeInstanceOf(EncoderError);
  expect(workers.every(({ terminated }) => terminated)).toBe(true);
});
