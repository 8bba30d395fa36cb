import { expect, test } from "vitest";
import { chooseBackend, GpuLock, type Machine } from "../../../lib/models/gpu";

const cpu = { hardwareConcurrency: 8, crossOriginIsolated: true };
const gpu = (adapter: Awaited<ReturnType<NonNullable<Machine["gpu"]>["requestAdapter"]>>): Machine => ({
  ...cpu,
  gpu: { requestAdapter: async () => adapter },
});

test("a real adapter is used and named", async () => {
  const backend = await chooseBackend(gpu({ info: { vendor: "intel", architecture: "gen-12lp", device: "" } }));
  expect(backend).toMatchObject({ device: "webgpu", gpu: "used", adapter: "intel gen-12lp", software: false });
});

test.each([
  ["a fallback adapter", { isFallbackAdapter: true, info: { vendor: "x" } }],
  ["a fallback adapter as newer browsers say it", { info: { vendor: "x", isFallbackAdapter: true } }],
  ["one that renders in software", { info: { vendor: "google", architecture: "swiftshader" } }],
])("%s is not used, unless a test wants it", async (_name, adapter) => {
  expect(await chooseBackend(gpu(adapter))).toMatchObject({ device: "wasm", gpu: "software" });
  expect(await chooseBackend(gpu(adapter), true)).toMatchObject({ device: "webgpu", software: true });
});

test("no GPU, no adapter or a failing request mean WASM", async () => {
  const failing = { ...cpu, gpu: { requestAdapter: () => Promise.reject(new Error("lost")) } };
  for (const machine of [cpu, gpu(null), failing]) {
    expect(await chooseBackend(machine)).toEqual({
      device: "wasm",
      gpu: "absent",
      adapter: "",
      software: false,
      threads: 4,
    });
  }
});

test("threads need isolation, and are at most four", async () => {
  expect((await chooseBackend({ hardwareConcurrency: 2, crossOriginIsolated: true })).threads).toBe(2);
  expect((await chooseBackend({ hardwareConcurrency: 16, crossOriginIsolated: false })).threads).toBe(1);
});

test("one task at a time holds the GPU; a waiting chat goes before waiting batches, a failure frees it", async () => {
  const lock = new GpuLock();
  const done: string[] = [];
  let running = 0;
  const task = (name: string) => async () => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    done.push(name);
    if (name === "first") throw new Error("device lost");
  };
  const first = lock.run("batch", task("first")).catch((error: Error) => error.message);
  const rest = [lock.run("batch", task("second")), lock.run("batch", task("third")), lock.run("chat", task("chat"))];
  expect(await first).toBe("device lost");
  await Promise.all(rest);
  expect(done).toEqual(["first", "chat", "second", "third"]);
});
