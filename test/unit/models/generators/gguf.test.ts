import { expect, test } from "vitest";
import { parseGguf, readGguf } from "../../../../lib/models/generators/gguf";
import { contextFor } from "../../../../lib/models/generators/wllama/requirements";
import { halfToFloat } from "../../../../scripts/models/blocks";
import { floatToHalf, requantise } from "../../../../scripts/models/requantise";
import { tinyGguf } from "../../../fixtures/models/tiny-gguf";

test("a header is read: values of every kind, lists by their length, tensors with their places", async () => {
  const header = await readGguf(new Blob([tinyGguf()]));
  expect(header.version).toBe(3);
  expect([...header.metadata]).toEqual([
    ["general.architecture", "llama"],
    ["llama.context_length", 2048],
    ["llama.block_count", 30],
    ["test.flag", true],
    ["test.share", 0.5],
    ["test.words", { count: 2 }],
    ["test.numbers", { count: 3 }],
  ]);
  expect(header.tensors.map(({ name, dimensions, type }) => ({ name, dimensions, type }))).toEqual([
    { name: "w", dimensions: [64, 1], type: 3 },
    { name: "n", dimensions: [4], type: 0 },
  ]);
  expect(header.data % 32).toBe(0);
});

test.each([
  ["no GGUF", new TextEncoder().encode("<!doctype html><title>Sign in</title>"), "no GGUF"],
  ["an older version", tinyGguf(1), "version 1"],
  ["cut in its header", tinyGguf().slice(0, 60), "ends in the middle"],
  ["empty", new Uint8Array(0), "ends in the middle"],
])("refused in words: %s", async (_what, bytes, words) => {
  await expect(readGguf(new Blob([bytes]))).rejects.toThrow(words);
});

test("the context is as long as the model learnt, and no longer than the machine can hold", () => {
  const header = parseGguf(tinyGguf());
  if (!header) throw new Error("not read");
  expect(contextFor(header, 100_000_000)).toBe(2048);
  expect(contextFor(header, 2 ** 32)).toBe(1024);
});

test("blocks of eight bits hold what blocks of four said, blocks of four nearly", () => {
  const source = tinyGguf();
  const before = weightsOf(source);
  const eight = requantise(source, "Q8_0");
  const header = parseGguf(eight);
  expect(header?.tensors.map(({ type }) => type)).toEqual([8, 0]);
  const step = Math.max(...before.map(Math.abs)) / 127;
  expect(farthest(weightsOf(eight), before)).toBeLessThan(step);
  const rest = header ? eight.slice(header.data + (header.tensors[1]?.offset ?? 0)) : new Uint8Array();
  expect([...new Float32Array(rest.slice(0, 16).buffer)]).toEqual([1, 2, 3, 4]);
  expect(farthest(weightsOf(requantise(source, "Q4_0")), before)).toBeLessThan(0.5);
});

test("half-precision numbers survive the way there and back", () => {
  for (const value of [0, 1, -1, 0.5, 0.0999755859375, 65504, 2 ** -14, 2 ** -24, -2.5])
    expect(halfToFloat(floatToHalf(value))).toBe(value);
  expect(halfToFloat(floatToHalf(1e6))).toBe(Number.POSITIVE_INFINITY);
});

function farthest(some: number[], others: number[]): number {
  return Math.max(...some.map((weight, i) => Math.abs(weight - (others[i] ?? 0))));
}

/** Weights of the first tensor, by the layouts of their kinds. */
function weightsOf(bytes: Uint8Array): number[] {
  const header = parseGguf(bytes);
  const tensor = header?.tensors[0];
  if (!header || !tensor) throw new Error("not read");
  const size = { 2: 18, 3: 20, 8: 34 }[tensor.type] ?? 0;
  return [0, 1].flatMap((block) => {
    const at = header.data + tensor.offset + block * size;
    const half = (place: number) => halfToFloat((bytes[place] ?? 0) | ((bytes[place + 1] ?? 0) << 8));
    const scale = half(at);
    if (tensor.type === 8) return [...new Int8Array(bytes.slice(at + 2, at + 34).buffer)].map((q) => q * scale);
    const packed = [...bytes.slice(at + size - 16, at + size)];
    const low = tensor.type === 3 ? half(at + 2) : -8 * scale;
    return [...packed.map((byte) => byte & 15), ...packed.map((byte) => byte >> 4)].map((q) => q * scale + low);
  });
}
