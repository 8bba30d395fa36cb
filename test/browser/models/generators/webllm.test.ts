/**
 * web-llm as the extension runs it, as far as it goes without a model: the real library in its worker, on WebGPU that the processor
 * computes, with a program that is hollow.
 */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { GenerationRequest } from "../../../../lib/models/generator";
import { readCard } from "../../../../lib/models/generators/webllm/card";
import { VARIANTS } from "../../../../lib/models/generators/webllm/catalogue";
import { WebllmKind, type WebllmOptions } from "../../../../lib/models/generators/webllm/kind";
import { type Gpu, watchForLoss } from "../../../../lib/models/generators/webllm/loss";
import type { FromWorker, ToWorker } from "../../../../lib/models/generators/webllm/messages";
import WebllmWorker from "../../../../lib/models/generators/webllm/webllm.worker?worker";
import type { WorkerLike } from "../../../../lib/models/worker-like";
import { hollowProgram } from "../../../fixtures/models/hollow-program";
import { REVISION, sampleHub } from "./sample-hub";

const ID = "Qwen3-0.6B-q4f32_1-MLC";
const ASK: GenerationRequest = {
  messages: [{ role: "user", content: "Is it loud?" }],
  maxTokens: 20,
  temperature: 0,
  seed: 1,
};
const libraries = new Set(VARIANTS.map(({ library }) => library));
const options = { signal: new AbortController().signal, onProgress: () => undefined };
const here = async () => ({ card: await readCard(), libraries, acceptSoftware: true });
const spawn = vi.fn((): WorkerLike<ToWorker, FromWorker> => new WebllmWorker());

async function kindWith(change: Partial<WebllmOptions> = {}): Promise<WebllmKind> {
  const hub = await sampleHub();
  return new WebllmKind({ libraryBase: "/mlc/", changed: () => undefined, hub, premises: here, spawn, ...change });
}

const chosen = { kind: "webllm", model: ID } as const;

beforeAll(async () => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry("mlc", { recursive: true }).catch(() => undefined);
  await (await kindWith()).models.download(ID);
});
beforeEach(() => spawn.mockClear());
afterAll(async () => (await kindWith()).models.delete(ID));

test("a card that the processor imitates is read and not taken, and no worker begins", async () => {
  const card = await readCard();
  expect(card).toMatchObject({ use: "software", f16: false });
  expect(card.name).toMatch(/swiftshader/i);
  expect(card.limits.maxBufferSize).toBeGreaterThanOrEqual(2 ** 28);
  const kind = await kindWith({ premises: undefined });
  expect(await kind.offer()).toMatchObject({ available: false, problem: { code: "gpu_absent" }, device: "" });
  await expect(kind.open(chosen, options)).rejects.toMatchObject({ code: "gpu_absent" });
  expect(spawn).not.toHaveBeenCalled();
});

test("with a card and programs it is offered by the card's name", async () => {
  expect(await (await kindWith()).offer()).toMatchObject({
    available: true,
    device: expect.stringMatching(/^webgpu: .*swiftshader/i),
  });
});

test.each([
  ["gpu_absent", { premises: async () => ({ card: await readCard({}), libraries }) }, ID],
  ["library_missing", { premises: async () => ({ ...(await here()), libraries: new Set<string>() }) }, ID],
  ["gpu_no_f16", {}, "Qwen3-0.6B-q4f16_1-MLC"],
  ["model_absent", {}, "Qwen3-1.7B-q4f32_1-MLC"],
] as const)("%s is told before the library is loaded", async (code, change, model) => {
  const kind = await kindWith(change);
  await expect(kind.open({ kind: "webllm", model }, options)).rejects.toMatchObject({ code });
  expect(spawn).not.toHaveBeenCalled();
});

test("this copy has no programs beside the list of them, so nothing is offered as usable", async () => {
  const kind = await kindWith({ premises: undefined });
  const offers = await kind.models.list();
  expect(offers.every(({ problem }) => problem !== undefined)).toBe(true);
});

test("the real library takes the card, reads tokenizer and weights from the shelf, and finds out that there is no model", async () => {
  const kind = await kindWith({ libraryBase: hollowProgram() });
  const shares: number[] = [];
  const refused = await kind
    .open(chosen, { ...options, onProgress: (share) => shares.push(share) })
    .catch((error) => error);
  expect(spawn).toHaveBeenCalledOnce();
  expect(refused).toMatchObject({ code: "generator_failed" });
  // weights are read after the card was taken, so both shards mean that it was
  expect(shares).toEqual([0, 0.5, 1]);
  expect(refused.cause.message).not.toMatch(/stored files|Nothing is loaded from|GPU/);
}, 60_000);

test("a program that is not there is told by the library as what it is", async () => {
  const kind = await kindWith({ libraryBase: "/mlc/none/" });
  const refused = await kind.open(chosen, options).catch((error) => error);
  expect(refused.code).toBe("generator_failed");
  expect(refused.cause.message).toMatch(/WebAssembly|magic/i);
}, 60_000);

test("the library never reaches a network, whatever it is told to load", async () => {
  const kind = await kindWith({ libraryBase: "https://raw.githubusercontent.com/mlc-ai/" });
  const refused = await kind.open(chosen, options).catch((error) => error);
  expect(refused.cause.message).toMatch(/not among the stored files/);
}, 60_000);

/** A worker that loads at once and does as it is told. */
class FakeWorker implements WorkerLike<ToWorker, FromWorker> {
  onmessage: WorkerLike<ToWorker, FromWorker>["onmessage"] = null;
  onerror: WorkerLike<ToWorker, FromWorker>["onerror"] = null;
  onmessageerror: WorkerLike<ToWorker, FromWorker>["onmessageerror"] = null;
  terminate = vi.fn();
  #answer: (worker: FakeWorker) => void;

  constructor(answer: (worker: FakeWorker) => void) {
    this.#answer = answer;
  }

  postMessage(message: ToWorker): void {
    if (message.type === "open") queueMicrotask(() => this.say({ type: "opened", opened: { context: 4096 } }));
    if (message.type === "generate") queueMicrotask(() => this.#answer(this));
  }

  say(data: FromWorker): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }
}

const LOST: FromWorker = { type: "failed", broken: true, code: "gpu_lost", message: "driver restarted" };
const DONE: FromWorker = { type: "done", generation: { text: "No.", finish: "stop" }, usage: { total: 5 } };

test("a card that is lost while it writes is told as such, and the next question gets a new worker", async () => {
  const workers: FakeWorker[] = [];
  const spawnFake = () => {
    const first = workers.length === 0;
    const worker = new FakeWorker((one) => one.say(first ? LOST : DONE));
    workers.push(worker);
    return worker;
  };
  const generator = await (await kindWith({ spawn: spawnFake })).open(chosen, options);
  expect(generator.info).toMatchObject({
    kind: "webllm",
    model: "Qwen3 0.6B",
    licence: "Apache-2.0",
    revision: REVISION.slice(0, 12),
    context: 4096,
    schema: true,
    translates: false,
    backend: "webgpu",
    local: true,
  });
  await expect(generator.generate(ASK)).rejects.toMatchObject({
    code: "gpu_lost",
    cause: { message: "driver restarted" },
  });
  expect(workers[0]?.terminate).toHaveBeenCalled();
  expect((await generator.generate(ASK)).text).toBe("No.");
  // and one that is lost while nobody asks costs no answer
  workers[1]?.say(LOST);
  expect((await generator.generate(ASK)).text).toBe("No.");
  expect(workers).toHaveLength(3);
});

test("a real device that is lost is heard of", async () => {
  const { gpu } = navigator as unknown as { gpu: Gpu };
  const heard = vi.fn();
  watchForLoss(gpu, heard);
  const device = (await (await gpu.requestAdapter())?.requestDevice()) as unknown as { destroy(): void };
  expect(heard).not.toHaveBeenCalled();
  device.destroy();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
});
