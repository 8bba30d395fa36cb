import { describe, expect, it } from "vitest";
import { type CardAdapter, readCard } from "../../../../../lib/models/generators/webllm/card";
import { findVariant, VARIANTS, type Variant } from "../../../../../lib/models/generators/webllm/catalogue";
import { kindProblem, modelProblem, precisionFor } from "../../../../../lib/models/generators/webllm/requirements";

const GIB = 2 ** 30;
const LIMITS = {
  maxBufferSize: 4 * GIB,
  maxStorageBufferBindingSize: 2 * GIB,
  maxComputeWorkgroupStorageSize: 2 ** 15,
  maxStorageBuffersPerShaderStage: 10,
};
const libraries = new Set(VARIANTS.map(({ library }) => library));

function adapter(change: Partial<CardAdapter> = {}, f16 = true): CardAdapter {
  const features = new Set(f16 ? ["shader-f16"] : []);
  return { info: { vendor: "sample", description: "Sample GPU" }, features, limits: LIMITS, ...change };
}

const cardOf = (given: CardAdapter | null, deviceMemory?: number) =>
  readCard({ gpu: { requestAdapter: async () => given }, deviceMemory });

function named(id: string): Variant {
  const variant = findVariant(id);
  if (!variant) throw new Error(`There is no ${id}.`);
  return variant;
}

const QWEN_F16 = named("Qwen3-4B-q4f16_1-MLC");
const QWEN_F32 = named("Qwen3-4B-q4f32_1-MLC");
const SMOL_F32 = named("SmolLM2-360M-Instruct-q4f32_1-MLC");

describe("a card", () => {
  it("is read as the library would ask for it", async () => {
    const asked: unknown[] = [];
    const requestAdapter = async (options: unknown) => {
      asked.push(options);
      return adapter();
    };
    expect(await readCard({ gpu: { requestAdapter }, deviceMemory: 8 })).toEqual({
      use: "real",
      name: "sample Sample GPU",
      f16: true,
      limits: LIMITS,
      machineMemory: 8 * GIB,
    });
    expect(asked).toEqual([{ powerPreference: "high-performance" }]);
  });

  it("is absent without WebGPU, without an adapter, and when the browser fails", async () => {
    const failing = { requestAdapter: async () => Promise.reject(new Error("no")) };
    for (const card of [await readCard({}), await cardOf(null), await readCard({ gpu: failing })])
      expect(modelProblem(SMOL_F32, { card, libraries })?.code).toBe("gpu_absent");
  });

  it("that the processor imitates is none", async () => {
    const disguised = [
      adapter({ isFallbackAdapter: true }),
      adapter({ info: { isFallbackAdapter: true } }),
      adapter({ info: { description: "llvmpipe (LLVM 15)" } }),
    ];
    for (const one of disguised) {
      const card = await cardOf(one);
      expect(kindProblem({ card, libraries })).toMatchObject({ code: "gpu_absent", detail: /software/ });
      expect(kindProblem({ card, libraries, acceptSoftware: true })).toBeUndefined();
    }
  });
});

describe("a model", () => {
  it("can be used when card, precision and program are there", async () => {
    const card = await cardOf(adapter());
    expect(modelProblem(QWEN_F16, { card, libraries })).toBeUndefined();
    expect(kindProblem({ card, libraries })).toBeUndefined();
    expect(precisionFor(card)).toBe("f16");
  });

  it("in half precision needs a card that counts in it; the other is chosen by itself", async () => {
    const card = await cardOf(adapter({}, false));
    expect(modelProblem(QWEN_F16, { card, libraries })).toMatchObject({
      code: "gpu_no_f16",
      values: { name: "Qwen3 4B" },
    });
    expect(modelProblem(QWEN_F32, { card, libraries })).toBeUndefined();
    expect(precisionFor(card)).toBe("f32");
  });

  it("whose largest matrix does not fit into one buffer is too large, a smaller one is not", async () => {
    const card = await cardOf(adapter({ limits: { ...LIMITS, maxStorageBufferBindingSize: 2 ** 27 } }));
    expect(modelProblem(QWEN_F16, { card, libraries })).toMatchObject({
      code: "gpu_too_small",
      detail: /^maxStorageBufferBindingSize 134217728, needs \d+$/,
    });
    expect(modelProblem(SMOL_F32, { card, libraries })).toBeUndefined();
  });

  it.each(Object.keys(LIMITS) as (keyof typeof LIMITS)[])("none fits a card with too little %s", async (limit) => {
    const card = await cardOf(adapter({ limits: { ...LIMITS, [limit]: LIMITS[limit] / 64 } }));
    expect(kindProblem({ card, libraries })).toMatchObject({ code: "gpu_too_small", detail: new RegExp(limit) });
  });

  it("that asks for more than the whole machine has is too large", async () => {
    const card = await cardOf(adapter(), 2);
    expect(modelProblem(QWEN_F16, { card, libraries })).toMatchObject({ code: "gpu_too_small", detail: /memory/ });
    expect(modelProblem(SMOL_F32, { card, libraries })).toBeUndefined();
  });

  it("without its program says which file is missing; without any the kind says so once", async () => {
    const card = await cardOf(adapter());
    expect(modelProblem(QWEN_F16, { card, libraries: new Set() })).toEqual({
      code: "library_missing",
      values: { name: "Qwen3 4B" },
      detail: "Qwen3-4B-q4f16_1_cs1k-webgpu.wasm",
    });
    expect(kindProblem({ card, libraries: new Set() })).toEqual({
      code: "library_missing",
      values: { name: "SmolLM2, Llama 3.2, Qwen3, Gemma 2" },
    });
    expect(kindProblem({ card, libraries: new Set([QWEN_F16.library]) })).toBeUndefined();
  });
});
