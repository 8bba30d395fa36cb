import { prebuiltAppConfig } from "@mlc-ai/web-llm";
import { describe, expect, it } from "vitest";
import {
  CATALOGUE,
  CONTEXT,
  estimatedBytes,
  findVariant,
  largestBuffer,
  memoryOf,
  VARIANTS,
} from "../../../../../lib/models/generators/webllm/catalogue";

describe("the catalogue", () => {
  it.each(VARIANTS.map((variant) => [variant.id, variant] as const))(
    "says of %s what the library says",
    (id, variant) => {
      const record = prebuiltAppConfig.model_list.find(({ model_id }) => model_id === id);
      expect(record?.vram_required_MB).toBe(variant.model.memory[variant.precision]);
      expect(record?.model).toBe(`https://huggingface.co/${variant.repository}`);
      expect(record?.model_lib.split("/").at(-1)).toBe(variant.library);
      expect(record?.overrides?.context_window_size).toBe(CONTEXT);
      // a record may forget that it needs half precision, but never asks for it in vain
      if (record?.required_features?.includes("shader-f16")) expect(variant.precision).toBe("f16");
    },
  );

  it("asks for half precision where the library's own records forget to", () => {
    const forgetful = prebuiltAppConfig.model_list.filter(
      ({ model_id, required_features }) => model_id.includes("q4f16") && !required_features && findVariant(model_id),
    );
    expect(forgetful.length).toBeGreaterThan(0);
    for (const { model_id } of forgetful) expect(findVariant(model_id)?.precision).toBe("f16");
  });

  it("holds what the issue names, each with a licence, from small to large", () => {
    expect(CATALOGUE.map(({ title }) => title).sort()).toEqual([
      "Gemma 2 2B",
      "Llama 3.2 1B",
      "Llama 3.2 3B",
      "Qwen3 0.6B",
      "Qwen3 1.7B",
      "Qwen3 4B",
      "SmolLM2 1.7B",
      "SmolLM2 360M",
    ]);
    const sizes = CATALOGUE.map(({ memory }) => memory.f16);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(CATALOGUE.every(({ licence }) => licence.length > 3)).toBe(true);
  });

  it("reckons bytes that fit into the memory the library asks for, and a largest matrix that fits into the bytes", () => {
    for (const variant of VARIANTS) {
      expect(estimatedBytes(variant)).toBeLessThan(memoryOf(variant));
      expect(largestBuffer(variant.model)).toBeLessThan(estimatedBytes(variant));
    }
  });

  it("finds nothing under another name", () => {
    expect(findVariant("Qwen3-8B-q4f16_1-MLC")).toBeUndefined();
    expect(findVariant(undefined)).toBeUndefined();
  });
});
