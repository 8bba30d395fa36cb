import { describe, expect, it } from "vitest";
import { saturationOf } from "../../../../lib/annotate/agreement/saturation";

/** As many new codes a text. */
const texts = (...fresh: number[]) =>
  fresh.map((count, text) => Array.from({ length: count }, (_, i) => `${text}/${i}`));

// Guest, Namey, Chen 2020, PLOS ONE 15(5), e0232076: base 4, run 2, ≤ 5 %, runs move on by one text; "6 + 2"
describe("saturation", () => {
  it("is reached where a run of two brings at most 5 % of what the first four brought", () => {
    const { points, reached } = saturationOf(texts(20, 8, 6, 6, 4, 2, 1, 1));
    expect(points.map(({ known }) => known)).toEqual([20, 28, 34, 40, 44, 46, 47, 48]);
    expect(points.map(({ ratio }) => ratio)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      0.15,
      0.075,
      0.05,
    ]);
    expect(reached).toEqual({ after: 6, run: 2 });
  });

  it("is not reached while codes keep coming, and unknown while too little was read", () => {
    expect(saturationOf(texts(5, 5, 5, 5, 5, 5, 5)).reached).toBeUndefined();
    expect(saturationOf(texts(5, 5, 5, 5, 0)).reached).toBeUndefined();
    expect(saturationOf([])).toEqual({ points: [], reached: undefined });
  });

  it("cannot be said on a base without any code", () => {
    const { points, reached } = saturationOf(texts(0, 0, 0, 0, 0, 0, 3));
    expect(reached).toBeUndefined();
    expect(points.every(({ ratio }) => ratio === undefined)).toBe(true);
  });

  it("counts a code once, however often it comes", () => {
    expect(saturationOf([["a", "a"], ["a"], ["a", "b"]]).points.map(({ fresh }) => fresh)).toEqual([1, 0, 1]);
  });
});
