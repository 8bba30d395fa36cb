import { expect, it } from "vitest";
import { quantise, restore, shrunkMean, similarity } from "../../../lib/understand/vectors";
import { vectorLoss } from "../../../scripts/bench/vector-loss";

const wave = (phase: number) => Float32Array.from({ length: 384 }, (_, i) => Math.sin(i * 0.37 + phase) * 0.05);

it("keeps a vector's direction in eight bits", () => {
  expect(similarity(quantise(wave(0)), wave(0))).toBeGreaterThan(0.999);
  expect(similarity(quantise(wave(0)), quantise(wave(1)))).toBeCloseTo(similarity(wave(0), wave(1)), 2);
});

/** Uniform in −1..1, the same each time (Marsaglia's xorshift). */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  };
}

it("changes hardly any neighbour by keeping eight bits, even where only chance orders them", () => {
  const next = noise(7);
  const shared = Float32Array.from({ length: 384 }, next);
  // as the encoder's vectors: a large part in common, cosines from 0.75 upwards
  const vectors = Array.from({ length: 200 }, () => shared.map((value) => value + 0.5 * next()));
  const { leastCosine, sameNearest, sameOfTen } = vectorLoss(vectors);
  expect(leastCosine).toBeGreaterThan(0.9998);
  expect(sameNearest).toBeGreaterThan(0.9);
  expect(sameOfTen).toBeGreaterThan(0.95);
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
