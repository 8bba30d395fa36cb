import { describe, expect, it } from "vitest";
import { ANCHOR_LANGUAGES, builtInAnchors, readAnchorSets } from "../../../../lib/ask/ssr/anchors";
import { meanDistribution, meanScore, rate, rateSimilarities, temper } from "../../../../lib/ask/ssr/rating";
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
      expect(readAnchorSets(sets)).toEqual(sets);
      expect(new Set(sets.flat()).size).toBe(sets.length * 5);
    },
  );

  it("are read as a list of sets, as one set, or under their name", () => {
    const set = ["none", "little", "some", "much", "all"];
    expect(readAnchorSets(set)).toEqual([set]);
    expect(readAnchorSets([set])).toEqual([set]);
    expect(readAnchorSets({ sets: [set] })).toEqual([set]);
  });

  it.each([
    [{}, "five statements"],
    [[], "five statements"],
    [["a", "b", "c"], "Set 1 has 3 statements"],
    [
      [
        ["a", "b", "c", "d", "e"],
        ["a", "b", " ", "d", "e"],
      ],
      "Set 2 has no words at point 3",
    ],
    [[["a", "b", "c", "d", 5]], "Set 1 has no words at point 5"],
    [["a", "b", "c", "d", "B"], "Set 1 says the same at points 2 and 5"],
    [[["a", "b", "c", "d", "e"], 7], "Set 2 is no list"],
  ])("are refused in a sentence: %j", (given, says) => {
    expect(() => readAnchorSets(given)).toThrow(says);
  });
});
