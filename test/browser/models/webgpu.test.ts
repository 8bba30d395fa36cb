import { expect, test } from "vitest";
import { createEncoder } from "../../../lib/models/encoder";
import { chooseBackend } from "../../../lib/models/gpu";
import { cosine, vectorFromBase64 } from "../../../lib/models/stored-vector";
import ours from "../../fixtures/models/vectors.json";
import CountingWorker from "./counting.worker?worker";

test("a GPU imitated by the CPU is not used by itself", async () => {
  expect(await chooseBackend()).toMatchObject({ device: "wasm", gpu: "software" });
});

test("on WebGPU the 4-bit graph gives the stored vectors, in batches of unlike lengths", async () => {
  const backend = await chooseBackend(undefined, true);
  let shaders = 0;
  const channel = new BroadcastChannel("shaders");
  channel.onmessage = ({ data }) => {
    shaders = data;
  };
  const spawn = () => new CountingWorker();
  const encoder = await createEncoder({ modelBase: "/models/", wasmBase: "/wasm/", backend, spawn, patience: 200_000 });
  // 7 and 14 tokens share a padded batch: the mask of one must not be the mask of the other
  const cases = ours.filter(({ text }) => ["ok", "The battery lasts two days."].includes(text));
  const vectors = await encoder.encode(cases.map(({ text }) => text));
  await encoder.dispose();
  channel.close();

  expect(encoder.info).toMatchObject({ backend: "webgpu", graph: "q4", gpu: "used" });
  expect(encoder.info.adapter).toContain("swiftshader");
  expect(shaders).toBeGreaterThan(5);
  expect(cases).toHaveLength(2);
  cases.forEach(({ vector }, i) => {
    expect(cosine(vectorFromBase64(vector), vectors[i] ?? new Float32Array())).toBeGreaterThan(0.995);
  });
}, 600_000);
