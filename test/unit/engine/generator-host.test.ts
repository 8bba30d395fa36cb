import { expect, test, vi } from "vitest";
import { GeneratorHost, type HostParts } from "../../../entrypoints/engine/generator-host";
import { Problem } from "../../../lib/domain";
import type { Generation, Generator, GeneratorChoice, ModelOffer } from "../../../lib/models/generator";
import type { GeneratorKind } from "../../../lib/models/generators/kinds";

const REQUEST = { messages: [], maxTokens: 1, temperature: 0, seed: 1 };
const GENERATION: Generation = { text: "yes", finish: "stop", usage: { model: "m", total: 1 } };

/** A promise that the test fulfils. */
function byHand() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A kind whose loading and writing the test ends by hand. */
function fakeKind(kind: GeneratorKind["kind"] = "wllama") {
  const opening = byHand();
  const writing = byHand();
  const disposed = vi.fn(async () => undefined);
  const signals: AbortSignal[] = [];
  const generator: Generator = {
    info: { kind, model: "m", context: 10, schema: true, translates: false, backend: "cpu", local: true },
    generate: async () => {
      await writing.promise;
      return GENERATION;
    },
    countTokens: async () => 1,
    dispose: disposed,
  };
  const offer: ModelOffer = { id: `${kind}-1`, kind: "wllama", title: "M", bytes: 1, stored: 1, state: "stored" };
  const open = vi.fn(async (_choice: GeneratorChoice, { signal, onProgress }: Parameters<GeneratorKind["open"]>[1]) => {
    signals.push(signal);
    onProgress(0.5);
    await opening.promise;
    return generator;
  });
  const models = kind === "wllama" ? { list: async () => [offer] } : undefined;
  const one = {
    kind,
    offer: async () => ({ kind, available: true, device: "" }),
    models,
    open,
  } as unknown as GeneratorKind;
  return { one, open, opening, writing, disposed, signals };
}

function hostOf(kinds: GeneratorKind[], more: Partial<HostParts> = {}) {
  const save = vi.fn(async (_choice: GeneratorChoice) => undefined);
  const parts = { kinds, load: async () => undefined, save, changed: () => undefined, ...more };
  return { host: new GeneratorHost(parts), save };
}

test("without a choice evidence answers, and engines and models are told", async () => {
  const { host } = hostOf([fakeKind().one]);
  expect(await host.ready()).toBeUndefined();
  expect(host.state).toMatchObject({ chosen: { kind: "evidence" }, state: "evidence" });
  expect(host.state.engines.map(({ kind }) => kind)).toEqual(["evidence", "wllama"]);
  expect(host.state.models).toHaveLength(1);
});

test("a choice is kept, loads at the first question and once only, and says how far it is", async () => {
  const kind = fakeKind();
  const { host, save } = hostOf([kind.one]);
  await host.choose({ kind: "wllama" });
  expect(save).toHaveBeenCalledWith({ kind: "wllama" });
  expect(kind.open).not.toHaveBeenCalled();
  const both = Promise.all([host.ready(), host.ready()]);
  await vi.waitFor(() => expect(host.state).toMatchObject({ state: "loading", progress: 0.5 }));
  kind.opening.resolve();
  await both;
  expect(kind.open).toHaveBeenCalledTimes(1);
  expect(host.state).toMatchObject({ state: "ready", info: { model: "m" } });
});

test("the choice of last time is taken up; one that is no more gives evidence", async () => {
  const again = hostOf([fakeKind().one], { load: async () => ({ kind: "wllama" }) }).host;
  await vi.waitFor(() => expect(again.state.chosen.kind).toBe("wllama"));
  const gone = hostOf([], { load: async () => ({ kind: "webllm" }) }).host;
  expect(await gone.ready()).toBeUndefined();
});

test("whoever stops waiting is let go, while loading goes on", async () => {
  const kind = fakeKind();
  const { host } = hostOf([kind.one]);
  await host.choose({ kind: "wllama" });
  const stop = new AbortController();
  const waiting = host.ready(stop.signal);
  stop.abort(new Error("stopped"));
  await expect(waiting).rejects.toThrow("stopped");
  kind.opening.resolve();
  expect(await host.ready()).toBeDefined();
});

test("a failure to load is told with its code, and the next question tries again", async () => {
  const kind = fakeKind();
  kind.open.mockRejectedValueOnce(new Problem("model_damaged", "Damaged.", { name: "M" }));
  const { host } = hostOf([kind.one]);
  await host.choose({ kind: "wllama" }, true);
  expect(host.state).toMatchObject({ state: "failed", problem: { code: "model_damaged", values: { name: "M" } } });
  kind.opening.resolve();
  await host.ready();
  expect(host.state.state).toBe("ready");
  expect(host.state.problem).toBeUndefined();
});

test("another choice lets a running answer finish, and only then loads", async () => {
  const old = fakeKind();
  const other = fakeKind("server");
  const { host } = hostOf([old.one, other.one]);
  await host.choose({ kind: "wllama" });
  old.opening.resolve();
  const writing = (await host.ready())?.generate(REQUEST);
  await vi.waitFor(() => expect(host.state.state).toBe("writing"));
  await host.choose({ kind: "server" });
  other.opening.resolve();
  const next = host.ready();
  await new Promise((later) => setTimeout(later, 120));
  expect(other.open).not.toHaveBeenCalled();
  old.writing.resolve();
  expect(await writing).toEqual(GENERATION);
  await next;
  expect(old.disposed).toHaveBeenCalledTimes(1);
  expect(host.state.info?.kind).toBe("server");
});

test("giving memory back ends what is loaded or loading, and so does standing idle", async () => {
  const kind = fakeKind();
  const { host } = hostOf([kind.one], { idle: 30 });
  await host.choose({ kind: "wllama" });
  kind.opening.resolve();
  await host.ready();
  await vi.waitFor(() => expect(kind.disposed).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => expect(host.state.state).toBe("idle"));
  await host.ready();
  await host.release();
  expect(kind.disposed).toHaveBeenCalledTimes(2);
  expect(kind.signals.at(-1)?.aborted).toBe(true);
});

test("a model that is not offered is told as such", async () => {
  const { host } = hostOf([fakeKind().one]);
  await host.ready();
  expect(() => host.modelsOf("nothing")).toThrow(expect.objectContaining({ code: "model_absent" }));
  expect(host.modelsOf("wllama-1")).toBeDefined();
});
