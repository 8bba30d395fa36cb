/** SmolLM2 as the extension runs it: the real model in the real llama.cpp. `npm run models` brings the file. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Problem } from "../../../../lib/domain";
import type { GenerationRequest, Generator } from "../../../../lib/models/generator";
import { GgufModels } from "../../../../lib/models/generators/model-files";
import { WllamaKind } from "../../../../lib/models/generators/wllama/kind";
import type { WorkerLike } from "../../../../lib/models/generators/wllama/link";
import WllamaWorker from "../../../../lib/models/generators/wllama/wllama.worker?worker";

const spawned: Worker[] = [];
const base = (folder: string) => new URL(`/${folder}/`, location.href).href;
const models = new GgufModels(base("models"), () => undefined);
const spawn = (): WorkerLike => {
  const worker = new WllamaWorker();
  spawned.push(worker);
  return worker as WorkerLike;
};
const kind = new WllamaKind({ models, wasmBase: base("wasm"), spawn });
const request: GenerationRequest = {
  messages: [{ role: "user", content: "Name three fruits." }],
  maxTokens: 12,
  temperature: 0,
  seed: 1,
};
const shares: number[] = [];
let generator: Generator;

beforeAll(async () => {
  const [bundled] = await models.list();
  expect(bundled, 'The small language model is missing: run "npm run models".').toMatchObject({ bundled: true });
  const options = { signal: new AbortController().signal, onProgress: (share: number) => shares.push(share) };
  generator = await kind.open({ kind: "wllama" }, options);
}, 120_000);
afterAll(() => generator?.dispose());

test("it says what it is, and how far it was read while it loaded", () => {
  expect(generator.info).toMatchObject({
    kind: "wllama",
    licence: "Apache-2.0",
    schema: true,
    local: true,
    context: 4096,
  });
  expect(generator.info.backend).toMatch(/^cpu, \d threads?$/);
  expect(shares.at(-1)).toBe(1);
  expect(shares.length).toBeGreaterThan(3);
});

test("it writes bit by bit, stops at the tokens it was given, counts them, and says the same again", async () => {
  const drafts: string[] = [];
  const first = await generator.generate(request, { onText: (text) => drafts.push(text) });
  expect(first.text.length).toBeGreaterThan(10);
  expect(drafts.length).toBeGreaterThan(3);
  expect(drafts.at(-1)).toBe(first.text);
  expect(first.finish).toBe("length");
  expect(first.usage.completionTokens).toBe(12);
  expect(first.usage.promptTokens).toBeGreaterThan(10);
  expect(first.usage.first).toBeLessThan(first.usage.total);
  expect((await generator.generate(request)).text).toBe(first.text);
}, 60_000);

test("a JSON schema is followed by construction", async () => {
  const schema = {
    type: "object",
    properties: { fruit: { type: "string", maxLength: 12 }, good: { type: "boolean" } },
    required: ["fruit", "good"],
    additionalProperties: false,
  };
  const { text } = await generator.generate({ ...request, maxTokens: 60, schema });
  expect(Object.keys(JSON.parse(text)).sort()).toEqual(["fruit", "good"]);
}, 60_000);

test("Stop is heard at once, and the next question is answered", async () => {
  const stop = new AbortController();
  const reason = new Error("stopped by hand");
  const writing = generator.generate(
    { ...request, maxTokens: 400 },
    { signal: stop.signal, onText: () => stop.abort(reason) },
  );
  await expect(writing).rejects.toBe(reason);
  expect((await generator.generate({ ...request, maxTokens: 3 })).usage.completionTokens).toBe(3);
}, 60_000);

test("more than the model can read is refused in words, and it goes on working", async () => {
  const long = { ...request, messages: [{ role: "user" as const, content: "fig ".repeat(6000) }] };
  const problem = await generator.generate(long).catch((error: Problem) => error);
  expect(problem).toMatchObject({ code: "context_full" });
  expect((await generator.generate({ ...request, maxTokens: 2 })).text).not.toBe("");
}, 60_000);

test("an answer whose worker dies fails in words, and the next one gets a new worker", async () => {
  const writing = generator.generate(
    { ...request, maxTokens: 400 },
    {
      onText: () => spawned.at(-1)?.dispatchEvent(new ErrorEvent("error", { message: "out of memory" })),
    },
  );
  await expect(writing).rejects.toMatchObject({ code: "generator_failed" });
  const before = spawned.length;
  expect((await generator.generate({ ...request, maxTokens: 2 })).text).not.toBe("");
  expect(spawned.length).toBe(before + 1);
}, 120_000);
