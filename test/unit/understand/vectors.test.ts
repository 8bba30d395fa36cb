import { expect, it } from "vitest";
import { quantise, restore, shrunkMean, similarity } from "../../../lib/understand/vectors";

const wave = (phase: number) => Float32Array.from({ length: 384 }, (_, i) => Math.sin(i * 0.37 + phase) * 0.05);

it("keeps a vector's direction in eight bits", () => {
  expect(similarity(quantise(wave(0)), wave(0))).toBeGreaterThan(0.999);
  expect(similarity(quantise(wave(0)), quantise(wave(1)))).toBeCloseTo(similarity(wave(0), wave(1)), 2);
});

it("gives back length 1, and zeros for zeros", () => {
  const back = restore(quantise(wave(0.5)));
  expect(Math.hypot(...back)).toBeCloseTo(1, 5);
  expect([...restore(quantise(new Float32Array(4)))]).toEqual([0, 0, 0, 0]);
});

it("calls a vector without length similar to nothing", () => {
  expect(similarity(new Float32Array(3), Float32Array.of(1, 2, 3))).toBe(0);
});

it("moves a mean from the prior towards what is seen, as more is seen", () => {
  const prior = Float32Array.of(0, 0);
  const seen = (n: number) => Array.from({ length: n }, () => Float32Array.of(1, 0));
  expect(shrunkMean([], prior, 10)).toEqual(prior);
  expect(shrunkMean(seen(10), prior, 10)[0]).toBeCloseTo(0.5);
  expect(shrunkMean(seen(90), prior, 10)[0]).toBeCloseTo(0.9);
});
