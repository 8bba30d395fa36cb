import { expect, test } from "vitest";
import { adjusted, fisher, liftOf } from "../../../../lib/ask/segments/significance";

test("Fisher's exact test agrees with the table of the tea-tasting lady", () => {
  // four of four cups right, of eight: 1 in 70; at least three: 17 in 70
  expect(fisher({ inside: 4, of: 4, outside: 0, ofOutside: 4 })).toBeCloseTo(1 / 70, 10);
  expect(fisher({ inside: 3, of: 4, outside: 1, ofOutside: 4 })).toBeCloseTo(17 / 70, 10);
});

test("what cannot be compared is never called a difference", () => {
  expect(fisher({ inside: 5, of: 5, outside: 0, ofOutside: 0 })).toBe(1);
  expect(fisher({ inside: 0, of: 0, outside: 3, ofOutside: 9 })).toBe(1);
  expect(fisher({ inside: 0, of: 5, outside: 0, ofOutside: 9 })).toBe(1);
});

test("100,000 people are counted without overflow", () => {
  const chance = fisher({ inside: 5_000, of: 10_000, outside: 44_000, ofOutside: 90_000 });
  expect(chance).toBeGreaterThan(0);
  expect(chance).toBeLessThan(0.05);
});

test("many tests at once are adjusted as Benjamini and Hochberg did", () => {
  const adjustedOnes = adjusted([0.01, 0.04, 0.03, 0.5]);
  expect(adjustedOnes.map((q) => Math.round(q * 1000) / 1000)).toEqual([0.04, 0.053, 0.053, 0.5]);
  expect(adjusted([])).toEqual([]);
});

test("few people give no wild lift", () => {
  expect(liftOf({ inside: 1, of: 1, outside: 0, ofOutside: 1 })).toBeCloseTo(3, 10);
  expect(liftOf({ inside: 30, of: 100, outside: 100, ofOutside: 1000 })).toBeCloseTo(2.99, 1);
});
