import { describe, expect, it } from "vitest";
import { halfOf, numberOf } from "../../../lib/understand/half";
import { keep, recall } from "../../../lib/understand/kept-reading";
import { quantise } from "../../../lib/understand/vectors";
import { fakeRead } from "./fake-encode";

/** Values and their bits as IEEE 754-2008 gives them. */
const HALVES: [number, number][] = [
  [0, 0x0000],
  [1, 0x3c00],
  [-2, 0xc000],
  [0.5, 0x3800],
  [65_504, 0x7bff],
  [2 ** -14, 0x0400],
  [2 ** -24, 0x0001],
  [1 / 3, 0x3555],
];

describe("numbers in half precision", () => {
  it.each(HALVES)("%d has the bits the standard says", (value, half) => {
    expect(halfOf(value)).toBe(half);
    expect(numberOf(half)).toBeCloseTo(value, 3);
  });

  it("come back with an error below a thousandth, at any size a logit has", () => {
    for (let value = -40; value < 40; value += 0.0137) {
      expect(Math.abs(numberOf(halfOf(value)) - value)).toBeLessThanOrEqual(Math.abs(value) / 2048 + 2 ** -25);
    }
  });

  it("are never infinite and never no number", () => {
    expect(numberOf(halfOf(Number.POSITIVE_INFINITY))).toBe(65_504);
    expect(numberOf(halfOf(-1e9))).toBe(-65_504);
    expect(numberOf(halfOf(65_520))).toBe(65_504);
    expect(numberOf(halfOf(Number.NaN))).toBe(0);
  });
});

describe("a kept reading", () => {
  it("gives the very vector that is stored with sentences, and tokens at their places", async () => {
    const [reading] = await fakeRead(["A great sound, an awful strap."]);
    if (!reading) throw new Error("The fake read nothing.");
    const back = recall(keep(reading));
    expect(quantise(back.vector)).toEqual(quantise(reading.vector));
    expect(back.tokens.starts).toEqual(reading.tokens.starts);
    expect(back.tokens.ends).toEqual(reading.tokens.ends);
    expect(recall(keep(back))).toEqual(back);
  });

  it("may be of a text without a single word", async () => {
    const [reading] = await fakeRead(["👍"]);
    if (!reading) throw new Error("The fake read nothing.");
    expect(recall(keep(reading)).tokens.values).toHaveLength(0);
  });
});
