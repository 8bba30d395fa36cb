import { describe, expect, it } from "vitest";
import { ANCHOR_LANGUAGES, builtInAnchors } from "../../../../lib/ask/ssr/anchors";
import { meanDistribution, meanScore, rate, rateSimilarities, temper } from "../../../../lib/ask/ssr/rating";
import { readScale } from "../../../../lib/ask/ssr/scales";
import { SCALE_NAMES } from "../../../../lib/domain";

const close = (given: readonly number[], wanted: readonly number[]) => {
  expect(given).toHaveLength(wanted.length);
  for (const [i, one] of wanted.entries()) expect(given[i]).toBeCloseTo(one, 12);
};

describe("semantic similarity rating", () => {
  it("takes the least similar point away and shares out the rest", () => {
    const pmf = rateSimilarities([[0.3, 0.4, 0.5, 0.7, 0.85]]);
    close(pmf, [0, 0.08, 0.16, 0.32, 0.44]);
    expect(meanScore(pmf)).toBeCloseTo(4.12, 12);
  });

  it("adds epsilon at the first of the least similar points only", () => {
    close(rateSimilarities([[0.2, 0.2, 0.4, 0.5, 0.6]], { epsilon: 0.1 }), [0.1, 0, 0.2, 0.3, 0.4]);
  });

  it("calls equal similarities a rating of nothing", () => {
    close(rateSimilarities([[0.7, 0.7, 0.7, 0.7, 0.7]]), [0.2, 0.2, 0.2, 0.2, 0.2]);
  });

  it("averages over anchor sets before the temperature", () => {
    const both = [
      [0, 0, 0, 0, 1],
      [1, 0, 0, 0, 1],
    ];
    close(rateSimilarities(both), [0.25, 0, 0, 0, 0.75]);
    close(rateSimilarities(both, { temperature: 0.5 }), [0.1, 0, 0, 0, 0.9]);
  });

  it("holds at any temperature", () => {
    close(temper([0.1, 0.3, 0.3, 0.2, 0.1], 0), [0, 1, 0, 0, 0]);
    close(temper([0.1, 0.3, 0.3, 0.2, 0.1], 1e-9), [0, 0.5, 0.5, 0, 0]);
    close(temper([0.2, 0.2, 0.2, 0.2, 0.2], 0), [0.2, 0.2, 0.2, 0.2, 0.2]);
  });

  it("compares directions, not lengths", () => {
    const anchors = [
      [1, 0],
      [1, 1],
      [0, 1],
      [-1, 1],
      [-1, 0],
    ];
    close(rate([0.1, 0], [anchors]), rate([7, 0], [anchors]));
    expect(meanScore(rate([1, 0], [anchors]))).toBeLessThan(meanScore(rate([-1, 0], [anchors])));
  });

  it("refuses what is no scale", () => {
    expect(() => rateSimilarities([])).toThrow("at least one set");
    expect(() => rateSimilarities([[0.1, 0.2, 0.3]])).toThrow("3 anchor statements");
  });

  it("is the mean over respondents, and says nothing of nobody", () => {
    close(
      meanDistribution([
        [1, 0, 0, 0, 0],
        [0, 0, 0, 0, 1],
      ]),
      [0.5, 0, 0, 0, 0.5],
    );
    close(meanDistribution([]), [0.2, 0.2, 0.2, 0.2, 0.2]);
  });
});

describe("anchor statements", () => {
  it.each(ANCHOR_LANGUAGES.flatMap((language) => SCALE_NAMES.map((scale) => [language, scale] as const)))(
    "are five different ones in every set: %s %s",
    (language, scale) => {
      const sets = builtInAnchors(scale, language);
      expect(sets.length).toBeGreaterThanOrEqual(3);
      expect(readScale({ language, sets }).anchors).toEqual([{ language, sets }]);
      expect(new Set(sets.flat()).size).toBe(sets.length * 5);
    },
  );
});
