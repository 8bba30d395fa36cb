import { describe, expect, it } from "vitest";
import { cholesky, inner, inverse, multiply, solve } from "../../../../lib/understand/codes/linear-algebra";
import { type Lesson, regress } from "../../../../lib/understand/codes/regress";
import { codeSpace, placeIn } from "../../../../lib/understand/codes/space";
import { madeSentences } from "./made-sentences";

const MATRIX = Float64Array.from([4, 2, 0, 2, 5, 1, 0, 1, 3]);

describe("linear algebra", () => {
  it("solves what it factorised", () => {
    const x = solve(cholesky(MATRIX, 3), [8, 13, 4]);
    expect([...multiply(Float32Array.from(MATRIX), x)].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([
      8, 13, 4,
    ]);
  });

  it("inverts what it factorised", () => {
    const back = inverse(cholesky(MATRIX, 3), 3);
    expect(multiply(back, multiply(Float32Array.from(MATRIX), [1, -2, 3]))[1]).toBeCloseTo(-2, 4);
  });

  it("says when a matrix has no root", () => {
    expect(() => cholesky(Float64Array.from([1, 2, 2, 1]), 2)).toThrow("not positive definite");
  });
});

describe("regression against the background", () => {
  const sentences = madeSentences(120);
  const space = codeSpace(sentences);
  const lessons = sentences.slice(0, 18).map((one): Lesson => {
    return { row: placeIn(space, one), yes: one.topic === 2, weight: 1, judged: true };
  });

  it("points at what belongs", () => {
    const { direction } = regress(space.precisions[0], lessons);
    const mean = (topic: number) => {
      const own = sentences.slice(18).filter((one) => one.topic === topic);
      return own.reduce((sum, one) => sum + inner(direction, placeIn(space, one)), 0) / own.length;
    };
    for (const topic of [0, 1, 3, 4, 5]) expect(mean(2)).toBeGreaterThan(mean(topic) + 0.01);
  });

  it("leaves examples out as if it had learnt without them", () => {
    // without precision, rows of length 1: the noise does not depend on which examples are there
    const { leftOut } = regress(undefined, lessons);
    for (const [i, { row }] of lessons.entries()) {
      const { direction } = regress(
        undefined,
        lessons.filter((_, j) => j !== i),
      );
      expect(leftOut[i]).toBeCloseTo(inner(direction, row), 4);
    }
  });
});
