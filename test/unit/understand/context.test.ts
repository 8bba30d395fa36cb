import { describe, expect, it } from "vitest";
import { inContext, restOf } from "../../../lib/understand/context";
import { judge } from "../../../lib/understand/sentiment";

const doubtful = judge({ negative: 0.5, neutral: 0.3, positive: 0.2, mixed: 0 });
const clear = judge({ negative: 0.97, neutral: 0.02, positive: 0.01, mixed: 0 });

describe("a sentence in its review", () => {
  it("is what its words say when there are neither stars nor other sentences", () => {
    const { label, score } = inContext(doubtful, { rest: 0 });
    expect(label).toBe("negative");
    expect(score).toBeCloseTo(doubtful.score);
  });

  it("takes the side of its stars where the words leave doubt", () => {
    expect(inContext(doubtful, { given: 5, rest: 0 }).label).toBe("positive");
    expect(inContext(doubtful, { given: 1, rest: 0 }).score).toBeLessThan(doubtful.score);
    expect(inContext(doubtful, { given: 3, rest: 0 }).score).toBeCloseTo(doubtful.score);
  });

  it("keeps a clear complaint in a review with five stars", () => {
    expect(inContext(clear, { given: 5, rest: 0.5 }).label).toBe("negative");
  });

  it("listens to the other sentences, less than to the stars", () => {
    const praised = inContext(doubtful, { rest: 1 }).score;
    expect(praised).toBeGreaterThan(doubtful.score);
    expect(praised).toBeLessThan(inContext(doubtful, { given: 5, rest: 0 }).score);
  });

  it("gives probabilities that sum to one", () => {
    const { probabilities } = inContext(doubtful, { given: 4.5, rest: -0.3 });
    expect(probabilities.negative + probabilities.neutral + probabilities.positive + probabilities.mixed).toBeCloseTo(
      1,
    );
  });
});

describe("the rest of a review", () => {
  it("is the mean of all others, nothing for a sentence alone", () => {
    expect(restOf([1, 0, -1])).toEqual([-0.5, 0, 0.5]);
    expect(restOf([0.7])).toEqual([0]);
    expect(restOf([])).toEqual([]);
  });
});
