import { expect, test } from "vitest";
import { GPU_RULES, paddedLength, planBatches, rowsFor, WASM_RULES } from "../../../lib/models/batches";

const lengths = [5, 512, 17, 16, 300, 31, 129, 8, 9, 10, 11, 12, 33, 64, 65, 511, 2, 3, 4, 6, 7, 13, 14, 15];

test.each([WASM_RULES, GPU_RULES])("every text is in one batch, and fits it", (rules) => {
  const batches = planBatches(lengths, rules);
  expect(batches.flatMap(({ indices }) => indices).sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
  for (const { indices, length } of batches) {
    expect(indices.length).toBeLessThanOrEqual(rowsFor(length, rules));
    for (const index of indices) expect(lengths[index]).toBeLessThanOrEqual(length);
  }
});

test("a batch keeps to the budget of tokens, unless it is one long text", () => {
  for (const { indices, length } of planBatches(lengths, WASM_RULES)) {
    expect(indices.length === 1 || indices.length * length <= WASM_RULES.tokens).toBe(true);
  }
});

test("few shapes exist in all", () => {
  const shapes = new Set(Array.from({ length: 512 }, (_, i) => paddedLength(i + 1)));
  expect(shapes.size).toBe(16);
  expect(Math.max(...shapes)).toBe(512);
});

test("no texts make no batches", () => expect(planBatches([], WASM_RULES)).toEqual([]));
