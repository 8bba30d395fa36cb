import { describe, expect, it } from "vitest";
import { checkAnchors, isFlat } from "../../../../lib/ask/ssr/check";
import { fitOrdinal, ordinalShares } from "../../../../lib/ask/ssr/ordinal";
import { rateText } from "../../../../lib/ask/ssr/rated";
import { meanScore, rate } from "../../../../lib/ask/ssr/rating";
import { anchorsFor, builtInScales, DEFAULT_RATING, readScale } from "../../../../lib/ask/ssr/scales";
import type { RatingSettings, Scale } from "../../../../lib/domain";
import { seededRandom } from "../../../../scripts/train/random";

const STATEMENTS = ["no", "hardly", "perhaps", "rather", "yes"];
const LINE = [0, 1, 2, 3, 4].map((r) => [Math.cos((r * Math.PI) / 8), Math.sin((r * Math.PI) / 8)]);
const PLAIN: RatingSettings = { method: "plain", centred: false, epsilon: 0, temperature: 1, calibrated: false };

/** The point under which a number between 0 and 1 falls. */
function pointAt(shares: readonly number[], drawn: number): number {
  const upTo = shares.map((_, r) => shares.slice(0, r + 1).reduce((sum, share) => sum + share, 0));
  return (
    1 +
    Math.max(
      0,
      upTo.findIndex((sum) => drawn < sum),
    )
  );
}

describe("a scale somebody wrote", () => {
  it("is read as a set, a list of sets, with sets, or whole", () => {
    expect(readScale(STATEMENTS).anchors).toEqual([{ language: "en", sets: [STATEMENTS] }]);
    expect(readScale([STATEMENTS]).anchors[0]?.sets).toHaveLength(1);
    expect(readScale({ language: "ru", name: " Own ", sets: [STATEMENTS] })).toMatchObject({
      name: "Own",
      version: 1,
      anchors: [{ language: "ru", sets: [STATEMENTS] }],
    });
    for (const scale of builtInScales()) expect(readScale(structuredClone(scale)).anchors).toEqual(scale.anchors);
  });

  it.each([
    ["four statements", [STATEMENTS.slice(1)], "scale_points", { name: "1", other: "4" }],
    ["none", [], "scale_points", { name: "1", other: "0" }],
    ["nothing", undefined, "scale_points", { name: "1", other: "0" }],
    ["a set that is no list", [STATEMENTS, "yes"], "scale_points", { name: "2", other: "0" }],
    ["an empty one", [STATEMENTS, STATEMENTS.with(2, "  ")], "scale_empty", { name: "2", other: "3" }],
    ["a number", [STATEMENTS.with(2, 3 as unknown as string)], "scale_empty", { name: "1", other: "3" }],
    ["the same twice", [STATEMENTS.with(4, "No.")], "scale_twice", { name: "1", other: "1, 5" }],
    ["no language", { anchors: [{ language: "?!", sets: [STATEMENTS] }] }, "survey_language", { name: "?!" }],
  ])("with %s is refused in a sentence", (_, value, code, values) => {
    expect(() => readScale(value)).toThrow(expect.objectContaining({ code, values }));
  });

  it("is found in the language of the words, also by its primary part, and else said to be missing", () => {
    const [scale] = builtInScales();
    expect(anchorsFor(scale as Scale, "zh-TW")).toEqual(anchorsFor(scale as Scale, "zh"));
    expect(() => anchorsFor(scale as Scale, "tlh")).toThrow(expect.objectContaining({ code: "survey_language" }));
  });
});

describe("looking at statements before use", () => {
  const scaleOf = (...sets: string[][]): Scale => ({ id: "own", version: 3, anchors: [{ language: "en", sets }] });
  const other = STATEMENTS.map((words) => `${words}!`);
  const vectors = new Map([
    ...STATEMENTS.map((words, i) => [words, LINE[i] ?? []] as const),
    ...other.map((words, i) => [words, (LINE[i] ?? []).map((value) => value + 0.02)] as const),
  ]);

  it("finds two wordings of the same in order good", () => {
    const check = checkAnchors(scaleOf(STATEMENTS, other), "en", vectors);
    expect(check).toMatchObject({
      scaleId: "own",
      version: 3,
      verdict: "good",
      paraphrases: { tried: 10, landed: 10, near: 10 },
    });
    expect(check.sets.map(({ order }) => order)).toEqual([1, 1]);
    expect(isFlat(check)).toBe(false);
  });

  it("looks at a single set along its own line", () => {
    const check = checkAnchors(scaleOf(STATEMENTS), "en", vectors);
    expect(check.sets[0]?.means[0]).toBeCloseTo(1, 6);
    expect(check.sets[0]?.means[4]).toBeCloseTo(5, 6);
    expect(check.verdict).toBe("good");
  });

  it("does not let wordings pass that contradict each other", () => {
    const check = checkAnchors(scaleOf(STATEMENTS, [...other].reverse()), "en", vectors);
    expect(check.verdict).toBe("bad");
  });

  it("notices statements that are all alike", () => {
    const same = new Map(STATEMENTS.map((words) => [words, [1, 0]]));
    const check = checkAnchors(scaleOf(STATEMENTS), "en", same);
    expect(check.verdict).toBe("bad");
    expect(isFlat(check)).toBe(true);
  });

  it("notices a scale that runs from the most to the least by how its statements sound", () => {
    const scores = new Map(STATEMENTS.map((words, i) => [words, 1 - i / 2]));
    expect(checkAnchors(scaleOf(STATEMENTS), "en", vectors, scores).verdict).toBe("reversed");
    const right = new Map(STATEMENTS.map((words, i) => [words, i / 2 - 1]));
    expect(checkAnchors(scaleOf(STATEMENTS), "en", vectors, right).verdict).toBe("good");
  });
});

describe("words to points", () => {
  const text = { vector: [Math.cos(Math.PI / 4), Math.sin(Math.PI / 4)], language: "en" };

  it("is plain to the last bit where plain is chosen", () => {
    const judged = { ...text, stars: 1, score: -1 };
    expect(rateText(judged, [LINE], PLAIN)).toEqual(rate(text.vector, [LINE]));
  });

  it("heeds the reader on satisfaction alone", () => {
    const settings: RatingSettings = { ...PLAIN, method: "combined" };
    const good = meanScore(rateText({ ...text, stars: 5 }, [LINE], settings, { scale: "satisfaction" }));
    const bad = meanScore(rateText({ ...text, stars: 1.5 }, [LINE], settings, { scale: "satisfaction" }));
    expect(good).toBeGreaterThan(bad + 1);
    const pleased = meanScore(rateText({ ...text, score: 0.9 }, [LINE], settings, { scale: "recommend" }));
    expect(pleased).toBeGreaterThan(
      meanScore(rateText({ ...text, score: -0.9 }, [LINE], settings, { scale: "recommend" })),
    );
    expect(rateText({ ...text, stars: 1 }, [LINE], settings, { scale: "clarity" })).toEqual(rate(text.vector, [LINE]));
    expect(rateText(text, [LINE], settings)).toEqual(rate(text.vector, [LINE]));
  });

  it("uses a map only where it is wanted", () => {
    const map = { slope: 2, cuts: [1, 2, 3, 4], learntFrom: 50 };
    expect(rateText(text, [LINE], PLAIN, { map })).toEqual(rate(text.vector, [LINE]));
    const mapped = rateText(text, [LINE], { ...PLAIN, calibrated: true }, { map });
    expect(mapped).not.toEqual(rate(text.vector, [LINE]));
    expect(mapped.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("ships settings that are whole", () => {
    expect(DEFAULT_RATING.temperature).toBeGreaterThan(0);
  });
});

describe("proportional odds", () => {
  it("gets back the model its cases were drawn from", () => {
    const random = seededRandom(5);
    const truth = { slopes: [1.5, -0.7], cuts: [-2, -0.5, 0.8, 2] };
    const cases = Array.from({ length: 4_000 }, () => {
      const features = [4 * random() - 2, 4 * random() - 2];
      const point = pointAt(ordinalShares(truth, features), random());
      return { features, point };
    });
    const found = fitOrdinal(cases);
    expect(found?.slopes[0]).toBeCloseTo(1.5, 0);
    expect(found?.slopes[1]).toBeCloseTo(-0.7, 0);
    for (const [i, cut] of truth.cuts.entries()) expect(Math.abs((found?.cuts[i] ?? 9) - cut)).toBeLessThan(0.2);
  });

  it("stays finite where a point never occurs or all is told by one feature", () => {
    const cases = Array.from({ length: 40 }, (_, i) => ({ features: [i < 20 ? 0 : 1], point: i < 20 ? 1 : 5 }));
    const found = fitOrdinal(cases);
    expect(found?.cuts.every(Number.isFinite)).toBe(true);
    const shares = ordinalShares(found ?? { slopes: [], cuts: [] }, [1]);
    expect(shares[4]).toBeGreaterThan(0.8);
    expect(shares.every((share) => share >= 0)).toBe(true);
    expect(fitOrdinal([])).toBeUndefined();
  });
});
