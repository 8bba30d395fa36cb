import { expect, test } from "vitest";
import { GPU_RULES, paddedLength, planBatches, rowsFor, WASM_RULES } from "../../../lib/models/batches";

const lengths = [5, 512, 17, 16, 300, 31, 129, 8, 9, 10, 11, 12, 33, 64, 65, 511, 2, 3, 4, 6, 7, 13, 14, 15];

test.each([WASM_RULES, GPU_RULES])("every text is in one batch, and fits it", (rules) => {
  const batches = planBatches(lengths, rules);
  expect(batches.flatMap(({ indices }) => indices).sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
  for (const { indices, length } of batches) {
    expect(indices.length).toBeLessThanOrEqual(rules.call === undefined ? rowsFor(length, rules) : rules.rows);
    for (const index of indices) expect(lengths[index]).toBeLessThanOrEqual(length);
  }
});

test("a batch keeps to the budget of tokens, unless it is one long text", () => {
  for (const { indices, length } of planBatches(lengths, WASM_RULES)) {
    expect(indices.length === 1 || indices.length * length <= WASM_RULES.tokens).toBe(true);
  }
});

test("where shapes are free, texts of one length are not padded, and few calls are made for many", () => {
  const same = planBatches(
    Array.from({ length: 64 }, () => 17),
    WASM_RULES,
  );
  expect(same.every(({ length }) => length === 17)).toBe(true);
  expect(same.length).toBeLessThan(8);
});

test("where shapes are free, no other cut of the sorted texts costs less", () => {
  const rules = { tokens: 60, rows: 4, call: 7, warmUp: [] };
  const few = [3, 4, 9, 10, 11, 30, 31, 58, 90];
  const cost = (cuts: { indices: number[]; length: number }[]) =>
    cuts.reduce((sum, { indices, length }) => sum + rules.call + indices.length * length, 0);
  let least = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < 2 ** (few.length - 1); mask++) {
    const groups: number[][] = [[]];
    few.forEach((length, i) => {
      groups.at(-1)?.push(length);
      if (mask & (1 << i)) groups.push([]);
    });
    const cuts = groups.filter((group) => group.length > 0);
    const allowed = cuts.every((group) => {
      return group.length === 1 || (group.length <= rules.rows && group.length * Math.max(...group) <= rules.tokens);
    });
    const total = cost(cuts.map((group) => ({ indices: group, length: Math.max(...group) })));
    if (allowed) least = Math.min(least, total);
  }
  expect(cost(planBatches(few, rules))).toBe(least);
});

test("many texts are planned in no time", () => {
  const many = Array.from({ length: 100_000 }, (_, i) => 5 + ((i * 7919) % 300));
  const started = performance.now();
  expect(planBatches(many, WASM_RULES).flatMap(({ indices }) => indices)).toHaveLength(100_000);
  expect(performance.now() - started).toBeLessThan(3_000);
});

test("where shapes are fixed, few exist in all", () => {
  const shapes = new Set(Array.from({ length: 512 }, (_, i) => paddedLength(i + 1)));
  expect(shapes.size).toBe(16);
  expect(Math.max(...shapes)).toBe(512);
});

test("no texts make no batches", () => expect(planBatches([], WASM_RULES)).toEqual([]));
