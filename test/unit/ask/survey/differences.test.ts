import { describe, expect, it } from "vitest";
import { resultsOf } from "../../../../lib/ask/survey";
import { effectiveOf, holm, resampledDifference } from "../../../../lib/ask/survey/bootstrap";
import { lotOf } from "../../../../lib/ask/survey/lot";
import { balancedSets, bestWorst } from "../../../../lib/ask/survey/maxdiff";
import type { SurveyAnswer, SurveyResponse, SurveySpec } from "../../../../lib/domain";
import { crowdOf, questionOf, specOf } from "./crowd";

const valuesOf = (values: number[], name = "") => new Map(values.map((value, i) => [`${name}${i}`, value]));
const random = () => lotOf(1, "test");
const EVIDENCE = crowdOf([{ says: [["Nothing to say.", 0]] }]);
/** All of one point but for a little of the middle, so that means are what is wanted. */
const pmfOf = (mean: number) =>
  [1, 2, 3, 4, 5].map((point) =>
    point === Math.floor(mean) ? 1 - (mean % 1) : point === Math.floor(mean) + 1 ? mean % 1 : 0,
  );

function responseOf(i: number, means: Record<string, number | undefined>): SurveyResponse {
  const answers = Object.entries(means).map(([conceptId, mean]): SurveyAnswer => {
    const about = { questionId: "q", conceptId };
    return mean === undefined
      ? { ...about, heard: "silent" }
      : { ...about, heard: "spoke", pmf: pmfOf(mean), text: "Written." };
  });
  const respondent = `p${String(i).padStart(3, "0")}`;
  return {
    id: respondent,
    surveyId: "s",
    subjectId: "",
    respondent,
    reviewIds: [],
    segmentIds: [],
    shown: Object.keys(means),
    answers,
  };
}

const specFor = (design: SurveySpec["design"], ids = ["a", "b"]) =>
  specOf({
    design,
    concepts: ids.map((id) => ({ id, name: id, text: "words" })),
    questions: [questionOf({ perConcept: true })],
  });
const people = (count: number, of: (i: number) => Record<string, number | undefined>) =>
  Array.from({ length: count }, (_, i) => responseOf(i, of(i)));
const differencesOf = (spec: SurveySpec, responses: SurveyResponse[]) =>
  resultsOf(spec, responses, EVIDENCE, []).differences;

describe("A against B", () => {
  it("sequential: within people, so a small steady gain is found among very different people", () => {
    const responses = people(20, (i) => ({ a: 1.3 + (i % 4) * 0.9, b: 1.1 + (i % 4) * 0.9 + (i % 3) * 0.05 }));
    const [one] = differencesOf(specFor("sequential"), responses);
    expect(one).toMatchObject({ a: "a", b: "b", verdict: "higher", reviewers: { a: 20, b: 20 }, effective: 20 });
    expect(one?.low).toBeGreaterThan(0);
    const apart = people(40, (i) =>
      i < 20 ? { a: 1.3 + (i % 4) * 0.9 } : { b: 1.1 + (i % 4) * 0.9 + (i % 3) * 0.05 },
    );
    const [between] = differencesOf(specFor("monadic"), apart);
    expect(between).toMatchObject({ verdict: "undecided", reviewers: { a: 20, b: 20 }, effective: 40 });
  });

  it("sequential: who spoke of one only counts there, so that the difference is that of the means shown", () => {
    const responses = people(20, (i) => ({ a: i % 2 ? 4 : 5, b: i < 12 ? 2 : undefined }));
    const { cells, differences } = resultsOf(specFor("sequential"), responses, EVIDENCE, []);
    const [a, b] = cells.map(({ mean = 0 }) => mean);
    expect(differences[0]?.difference).toBeCloseTo((a ?? 0) - (b ?? 0), 8);
    expect(differences[0]).toMatchObject({ reviewers: { a: 20, b: 12 }, verdict: "higher" });
    expect(differences[0]?.effective).toBeGreaterThan(12);
    expect(differences[0]?.effective).toBeLessThan(20);
  });

  it("says that nothing is decided, or that they are few", () => {
    const same = people(30, (i) => ({ a: 3 + (i % 3) * 0.5, b: 3 + ((i + 1) % 3) * 0.5 }));
    expect(differencesOf(specFor("sequential"), same)[0]?.verdict).toBe("undecided");
    const few = people(7, () => ({ a: 5, b: 1 }));
    expect(differencesOf(specFor("sequential"), few)[0]).toMatchObject({ difference: 4, verdict: "few" });
    expect(differencesOf(specFor("sequential"), [])[0]).toMatchObject({ difference: 0, p: 1, verdict: "few" });
  });

  it("counts a respondent once, however much was written in their place", () => {
    const responses = people(6, () => ({ a: 5, b: 1 }));
    const repeated = responses.map((one) => ({ ...one, answers: [...one.answers, ...one.answers, ...one.answers] }));
    expect(differencesOf(specFor("sequential"), repeated)[0]).toMatchObject({
      reviewers: { a: 6, b: 6 },
      verdict: "few",
    });
  });

  it("is adjusted for all pairs, and the same whenever it is computed", () => {
    const spec = specFor("monadic", ["a", "b", "c"]);
    const responses = people(
      60,
      (i) => [{ a: 3.1 + (i % 5) * 0.2 }, { b: 3 + (i % 5) * 0.2 }, { c: 2.6 + (i % 5) * 0.2 }][i % 3] ?? {},
    );
    const found = differencesOf(spec, responses);
    expect(found.map(({ a, b }) => a + b)).toEqual(["ab", "ac", "bc"]);
    expect(differencesOf(spec, [...responses].reverse())).toEqual(found);
    expect(found[1]?.verdict).toBe("higher");
  });
});

describe("resampling", () => {
  it("finds nothing where there is nothing about as often as it says", () => {
    const draw = lotOf(3, "null");
    const sample = (name: string) =>
      valuesOf(
        Array.from({ length: 25 }, () => draw()),
        name,
      );
    const found = Array.from({ length: 200 }, () => resampledDifference(sample("a"), sample("b"), draw).p);
    const share = found.filter((p) => p < 0.05).length / found.length;
    expect(share).toBeLessThan(0.11);
    expect(share).toBeGreaterThan(0.01);
  });

  it("gives an interval around the difference", () => {
    const one = resampledDifference(valuesOf([3, 4, 5, 4, 3]), valuesOf([1, 2, 2, 3, 1]), random());
    expect(one.difference).toBeCloseTo(2);
    expect(one.low).toBeLessThanOrEqual(one.difference);
    expect(one.high).toBeGreaterThanOrEqual(one.difference);
    expect(one.p).toBeGreaterThan(0);
    expect(resampledDifference(valuesOf([2, 2, 0.1]), valuesOf([2, 2, 0.1]), random())).toEqual({
      difference: 0,
      low: 0,
      high: 0,
      p: 1,
    });
  });

  it("adjusts by Holm", () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.5, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it("states people as many equal ones would be worth", () => {
    expect(effectiveOf(10, 10)).toBeCloseTo(20);
    expect(effectiveOf(5, 95)).toBeCloseTo(19);
    expect(effectiveOf(0, 9)).toBe(0);
    expect(effectiveOf(10, 10, 10)).toBeCloseTo(10);
  });
});

describe("best–worst sets", () => {
  it.each([2, 3, 4, 5, 7, 13, 20])("of %i options hold each equally often, none twice", (options) => {
    const sets = balancedSets(options, 5, "q");
    const counts = Array.from({ length: options }, (_, at) => sets.filter((set) => set.includes(at)).length);
    expect(new Set(counts).size).toBe(1);
    for (const set of sets) expect(new Set(set).size).toBe(set.length);
    expect(balancedSets(options, 5, "q")).toEqual(sets);
  });

  it("let every pair of 13 meet exactly once", () => {
    const pairs = balancedSets(13, 5, "q").flatMap((set) =>
      set.flatMap((a) => set.filter((b) => a < b).map((b) => `${a} ${b}`)),
    );
    expect(new Set(pairs).size).toBe((13 * 12) / 2);
    expect(pairs).toHaveLength((13 * 12) / 2);
  });

  it("count best less worst of the sets answered", () => {
    const sets = [
      [0, 1, 2],
      [1, 2, 3],
      [0, 2, 3],
    ];
    expect(bestWorst([0.9, 0.1, null, -0.5], sets)).toEqual([1, 0, null, -1]);
    expect(bestWorst([null, 0.4, null, null], sets)).toEqual([null, null, null, null]);
    expect(bestWorst([0.3, 0.3, null, null], sets)).toEqual([null, null, null, null]);
  });
});
