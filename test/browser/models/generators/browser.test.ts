/** The browser's own model: its API as the draft describes it, faked, since the Chromium of these tests holds no model; and that Chromium itself. */
import { describe, expect, test } from "vitest";
import type { GenerationRequest } from "../../../../lib/models/generator";
import { BrowserKind, bringBrowserModel } from "../../../../lib/models/generators/browser/kind";
import { findPromptApi } from "../../../../lib/models/generators/browser/prompt-api";
import { FakePromptApi, type Script } from "./prompt-api-fake";

const request: GenerationRequest = {
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: "How is the lid?" },
  ],
  maxTokens: 100,
  temperature: 0.5,
  seed: 1,
};
const schema = { type: "object", properties: {} };

async function opened(script: Script, onProgress: (share: number) => void = () => {}) {
  const api = new FakePromptApi(script);
  const signal = new AbortController().signal;
  return { api, generator: await new BrowserKind(() => api).open({ kind: "browser" }, { signal, onProgress }) };
}

describe("what is offered", () => {
  test.each([
    ["available", { available: true }],
    ["downloadable", { available: true, downloads: true }],
    ["downloading", { available: true, downloads: true }],
    ["unavailable", { available: false, problem: { code: "browser_model_absent" } }],
  ] as const)("%s", async (state, offer) => {
    expect(await new BrowserKind(() => new FakePromptApi({ state })).offer()).toMatchObject(offer);
  });

  test("nothing where the browser has no such API, with a reason", async () => {
    const kind = new BrowserKind(() => undefined);
    expect(await kind.offer()).toMatchObject({ available: false, problem: { code: "browser_model_absent" } });
    const options = { signal: new AbortController().signal, onProgress: () => {} };
    await expect(kind.open({ kind: "browser" }, options)).rejects.toMatchObject({ code: "browser_model_absent" });
    await expect(bringBrowserModel({}, undefined)).rejects.toMatchObject({ code: "browser_model_absent" });
  });

  test("in this very Chromium: what it says itself", async () => {
    const api = findPromptApi();
    const state = api ? await api.availability().catch(() => "unavailable") : "unavailable";
    expect((await new BrowserKind().offer()).available).toBe(state !== "unavailable");
  });
});

describe("writing", () => {
  test("streams what it writes, with the messages in their order, and counts", async () => {
    const { api, generator } = await opened({ writes: ["The lid ", "leaks."] });
    const drafts: string[] = [];
    const written = await generator.generate({ ...request, schema }, { onText: (text) => drafts.push(text) });
    expect(drafts).toEqual(["The lid ", "The lid leaks."]);
    expect(written).toMatchObject({ text: "The lid leaks.", finish: "stop" });
    expect(written.usage).toMatchObject({ promptTokens: 11, completionTokens: 3 });
    expect(api.created.at(-1)).toMatchObject({ initialPrompts: [{ role: "system" }], topK: 3, temperature: 0.5 });
    expect(api.asked).toMatchObject([{ input: "How is the lid?", options: { responseConstraint: schema } }]);
    expect(generator.info).toMatchObject({ kind: "browser", context: 9216, schema: true, local: true });
    expect(await generator.countTokens("one two three")).toBe(3);
  });

  test("knows the names of before, and a browser that lets nobody choose how it samples", async () => {
    const { api, generator } = await opened({ writes: ["Fine."], old: true, withoutParams: true });
    expect((await generator.generate(request)).usage).toMatchObject({ promptTokens: 11 });
    expect(generator.info.context).toBe(6144);
    expect(api.created.at(-1)).not.toHaveProperty("topK");
  });

  test("cuts what does not end", async () => {
    const { generator } = await opened({ writes: Array.from({ length: 400 }, () => "again ") });
    const { text, finish } = await generator.generate({ ...request, maxTokens: 10 });
    expect(finish).toBe("length");
    expect(text.length).toBeLessThan(80);
  });

  test("one question leaves nothing behind for the next", async () => {
    const { api, generator } = await opened({ writes: ["Fine."] });
    await generator.generate(request);
    await generator.generate(request);
    expect(api.destroyed).toBe(2);
    await generator.dispose();
    expect(api.destroyed).toBe(3);
    await expect(generator.generate(request)).rejects.toThrow(/given back/);
  });

  test("Stop is heard at once", async () => {
    const { generator } = await opened({ writes: Array.from({ length: 50 }, () => "on "), pause: 20 });
    const stop = new AbortController();
    const reason = new Error("stopped by hand");
    const writing = generator.generate(request, { signal: stop.signal, onText: () => stop.abort(reason) });
    await expect(writing).rejects.toBe(reason);
  });
});

describe("what goes wrong", () => {
  test.each([
    ["NotAllowedError", "browser_model_absent"],
    ["NotSupportedError", "browser_model_absent"],
    ["QuotaExceededError", "context_full"],
    ["NetworkError", "download_failed"],
    ["InvalidStateError", "generator_failed"],
    ["NotReadableError", "generator_failed"],
    ["OperationError", "generator_failed"],
    ["TimeoutError", "generator_slow"],
  ])("%s while it writes is %s", async (name, code) => {
    const { generator } = await opened({ writes: ["So"], breaks: new DOMException("told by the browser", name) });
    await expect(generator.generate(request)).rejects.toMatchObject({
      code,
      cause: { message: "told by the browser" },
    });
  });

  test("a browser that wants a click first says so when it is loaded", async () => {
    const refuses = new DOMException("Requires a user gesture", "NotAllowedError");
    await expect(opened({ refuses })).rejects.toMatchObject({ code: "browser_model_absent" });
  });
});

test("a click brings the model, and tells how far it is", async () => {
  const api = new FakePromptApi({ state: "downloadable" });
  const shares: number[] = [];
  await bringBrowserModel({ onProgress: (share) => shares.push(share) }, api);
  expect(shares).toEqual([0, 0.5, 1]);
  expect(api.destroyed).toBe(1);
  const stop = new AbortController();
  stop.abort(new Error("left"));
  await expect(bringBrowserModel({ signal: stop.signal }, api)).rejects.toThrow("left");
});
