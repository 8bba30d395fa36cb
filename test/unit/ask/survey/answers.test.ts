import { describe, expect, it } from "vitest";
import { ratesWholeReview, surveyTemplate } from "../../../../lib/ask/survey";
import type { Review, SurveyQuestion } from "../../../../lib/domain";
import { segmentOf } from "../../../fixtures/ask/made";
import { backwards, crowdOf, type Person, questionOf, SCALES, specOf, survey, themeOf } from "./crowd";

const many = (count: number, person: Person): Person[] => Array.from({ length: count }, () => person);
const BATTERY_GOOD: Person = { stars: 5, says: [["The battery life is excellent.", 0.9, "battery"]] };
const BATTERY_BAD: Person = { stars: 1, says: [["The battery life is terrible.", -0.9, "battery"]] };
const LID_BAD: Person = { stars: 2, says: [["The lid leaks badly.", -0.9, "lid"]] };
const QUIET: Person = { stars: 4, says: [["Bought for my uncle in May.", 0]] };
const THEMES = [themeOf("battery", "Battery"), themeOf("lid", "Lid")];
const OPTIONS = ["battery life", "the lid", "a velvet pouch"];
const optionQuestion = (kind: SurveyQuestion["kind"], part: Partial<SurveyQuestion> = {}) =>
  questionOf({ kind, scale: undefined, options: OPTIONS, text: "Which one?", ...part });

describe("rated answers", () => {
  const evidence = crowdOf([...many(6, BATTERY_GOOD), ...many(4, BATTERY_BAD), ...many(20, QUIET)], THEMES);
  const { results, responses } = survey(specOf(), evidence);
  const [cell] = results.cells;

  it("are of those who said something that bears on it; the others are silent", () => {
    expect(cell).toMatchObject({ asked: 30, heard: 10, skipped: 0, failed: 0 });
    const silent = responses.flatMap(({ answers }) => answers).filter(({ heard }) => heard === "silent");
    expect(silent).toHaveLength(20);
    expect(silent.every(({ pmf, quotes }) => !pmf && !quotes)).toBe(true);
  });

  it("are shares that add up to 1, and the mean of those heard", () => {
    expect(cell?.pmf?.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 8);
    const means = responses.flatMap(({ answers }) => answers[0]?.pmf ?? []);
    expect(means.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(cell?.mean).toBeGreaterThan(1);
    expect(cell?.mean).toBeLessThan(5);
  });

  it("put praise above blame", () => {
    const meanOf = (word: string) => {
      const own = responses.find(({ answers }) => answers[0]?.quotes?.[0]?.text.includes(word));
      return own?.answers[0]?.pmf?.reduce((sum, share, r) => sum + share * (r + 1), 0) ?? 0;
    };
    expect(meanOf("excellent")).toBeGreaterThan(meanOf("terrible") + 0.5);
  });

  it("come with reasons in their own words, by side and theme, each of another person", () => {
    const [first, second] = results.reasons;
    expect(first).toMatchObject({ side: "for", topic: "Battery", themeId: "battery", reviewers: 6 });
    expect(second).toMatchObject({ side: "against", topic: "Battery", reviewers: 4 });
    const bodies = new Map(evidence.reviews.map((review: Review) => [review.id, review.body]));
    for (const { quotes } of results.reasons) {
      expect(quotes.length).toBeGreaterThan(0);
      for (const { reviewId, start, end, text } of quotes) expect(bodies.get(reviewId)?.slice(start, end)).toBe(text);
      expect(new Set(quotes.map(({ reviewId }) => reviewId)).size).toBe(quotes.length);
    }
  });

  it("do not depend on how things are stored", () => {
    expect(survey(specOf(), backwards(evidence)).results).toEqual(results);
  });
});

describe("satisfaction", () => {
  const question = questionOf({ scale: "satisfaction", text: "How satisfied are you with this product overall?" });
  const evidence = crowdOf([...many(5, LID_BAD), ...many(5, QUIET)]);

  it("is asked of whole reviews, so nobody is silent", () => {
    const { results } = survey(specOf({ questions: [question] }), evidence);
    expect(results.cells[0]).toMatchObject({ asked: 10, heard: 10 });
  });

  it.each([
    [
      "en",
      "I am satisfied with this product, a friend of mine too.",
      "The battery lasts.",
      "How satisfied are you with the battery?",
    ],
    ["zh", "总体来说，我对这款产品很满意，也推荐给了朋友。", "电池很耐用。", "您对电池有多满意？"],
    [
      "ru",
      "В целом я доволен этим товаром, посоветовал друзьям.",
      "Батарея держит долго.",
      "Насколько вы довольны батареей?",
    ],
  ] as const)("knows in %s whether all of it is meant or one matter", (language, all, matter, aboutMatter) => {
    const people = [...many(30, { language, says: [[all, 0.5]] }), ...many(6, { language, says: [[matter, 0.5]] })];
    const crowd = crowdOf(people);
    const [asked = question] = surveyTemplate("kano", language).questions;
    expect(ratesWholeReview(asked, SCALES, crowd)).toBe(true);
    expect(ratesWholeReview({ ...asked, text: aboutMatter }, SCALES, crowd)).toBe(false);
  });

  it("with one matter is asked of what bears on it", () => {
    const spec = specOf({ questions: [{ ...question, text: "How satisfied are you with the lid?" }] });
    expect(survey(spec, evidence).results.cells[0]).toMatchObject({ asked: 10, heard: 5 });
  });
});

describe("concepts", () => {
  const evidence = crowdOf([...many(12, BATTERY_GOOD), ...many(12, LID_BAD), ...many(6, QUIET)], THEMES);
  const concepts = [
    { id: "a", name: "A", text: "A battery life of two weeks." },
    { id: "b", name: "B", text: "A lid that never leaks." },
  ];
  const questions = [questionOf({ perConcept: true, text: "How likely would you be to buy it?" })];

  it("are heard by those who wrote about what they say", () => {
    const { results } = survey(specOf({ concepts, questions }), evidence);
    const heard = results.cells.map(({ conceptId, heard }) => [conceptId, heard]);
    expect(heard).toEqual([
      ["a", 12],
      ["b", 12],
    ]);
  });

  it("with options are heard only where both are spoken of", () => {
    const rows = ["battery life", "the lid"];
    const matrix = questionOf({ kind: "matrix", rows, perConcept: true, text: "How good is it?" });
    const { results } = survey(specOf({ concepts, questions: [matrix] }), evidence);
    const heard = results.cells.map(({ conceptId, row, heard }) => [conceptId, row, heard]);
    expect(heard).toEqual([
      ["a", 0, 12],
      ["b", 0, 0],
      ["a", 1, 0],
      ["b", 1, 12],
    ]);
  });

  it("monadic: each by its own people, all of them once", () => {
    const { results, responses } = survey(specOf({ concepts, questions, design: "monadic" }), evidence);
    expect(results.cells.reduce((sum, { asked }) => sum + asked, 0)).toBe(30);
    expect(responses.every(({ answers, shown }) => answers.length === 1 && answers[0]?.conceptId === shown[0])).toBe(
      true,
    );
  });

  it("segments are shown apart, and small ones without figures", () => {
    const idsOf = (from: number, to: number) => evidence.reviews.slice(from, to).map(({ id }) => id);
    const segments = [
      segmentOf({ id: "s", reviewIds: idsOf(0, 10) }),
      segmentOf({ id: "two", reviewIds: idsOf(12, 14) }),
    ];
    const spec = specOf({ concepts, questions, segmentIds: ["s", "two"] });
    const { results } = survey(spec, evidence, segments);
    const cell = (segmentId: string, conceptId: string) =>
      results.cells.find((one) => one.segmentId === segmentId && one.conceptId === conceptId);
    expect(cell("s", "a")).toMatchObject({ asked: 10, heard: 10, pmf: expect.any(Array) });
    expect(cell("s", "b")).toMatchObject({ asked: 10, heard: 0, few: true });
    expect(cell("two", "b")).toMatchObject({ asked: 2, heard: 2, few: true });
    expect(cell("two", "b")).not.toHaveProperty("mean");
  });
});

describe("options", () => {
  const both: Person = {
    stars: 3,
    says: [
      ["The battery life is excellent.", 0.9],
      ["The lid leaks badly.", -0.9],
    ],
  };
  const evidence = crowdOf([...many(6, both), ...many(4, BATTERY_GOOD), ...many(3, QUIET)]);
  const cellOf = (question: SurveyQuestion) => survey(specOf({ questions: [question] }), evidence).results.cells[0];

  it("choice: the one they speak of best", () => {
    expect(cellOf(optionQuestion("choice"))).toMatchObject({ asked: 13, heard: 10, shares: [1, 0, 0] });
  });

  it("asked what is worst, the one they speak of worst, and none where there is nothing bad", () => {
    expect(cellOf(optionQuestion("choice", { text: "What bothers you most?" }))?.shares).toEqual([0, 0.6, 0]);
  });

  it("choices: all they do not blame", () => {
    expect(cellOf(optionQuestion("choices"))?.shares).toEqual([1, 0, 0]);
  });

  it("ranking: best first, and nothing about what nobody speaks of", () => {
    const cell = cellOf(optionQuestion("ranking"));
    expect(cell).toMatchObject({ order: [0, 1], behind: [10, 6, 0] });
    expect(cell?.utilities?.[0]).toBeGreaterThan(0.3);
    expect(cell?.utilities?.[1]).toBeLessThan(-0.3);
    expect(cell?.utilities?.[2]).toBeNull();
  });

  it("maxdiff: only by those who speak of two", () => {
    expect(cellOf(optionQuestion("maxdiff"))).toMatchObject({ heard: 6, utilities: [1, -1, null], order: [0, 1] });
  });

  it("kano: what it costs in stars to have it blamed, and gains to have it praised", () => {
    const lid = (praised: number, blamed: number, silent: number) => {
      const people: Person[] = [
        ...many(8, { stars: blamed, says: [["The lid leaks badly.", -0.9]] }),
        ...many(8, { stars: praised, says: [["The lid closes tight, a lovely lid.", 0.9]] }),
        ...many(8, { stars: silent, says: [["Bought for my uncle in May.", 0]] }),
      ];
      return survey(specOf({ questions: [optionQuestion("kano")] }), crowdOf(people)).results.cells[0]?.kano ?? [];
    };
    expect(lid(4, 2, 4)[1]).toEqual({
      option: 1,
      kind: "must",
      praised: 8,
      blamed: 8,
      silent: 8,
      reward: 0,
      penalty: 2,
    });
    expect(lid(5, 3, 3)[1]).toMatchObject({ kind: "attractive", reward: 2, penalty: 0 });
    expect(lid(5, 1, 3)[1]).toMatchObject({ kind: "performance", reward: 2, penalty: 2 });
    expect(lid(3, 3, 3)[1]).toMatchObject({ kind: "indifferent", reward: 0, penalty: 0 });
    expect(lid(4, 2, 4)[2]).toEqual({ option: 2, kind: "unclear", praised: 0, blamed: 0, silent: 24 });
  });

  it("matrix: each row by itself", () => {
    const question = questionOf({ kind: "matrix", rows: ["battery life", "the lid"] });
    const { cells } = survey(specOf({ questions: [question] }), evidence).results;
    expect(cells.map(({ row, heard }) => [row, heard])).toEqual([
      [0, 10],
      [1, 6],
    ]);
    expect(cells[0]?.mean).toBeGreaterThan(cells[1]?.mean ?? 5);
  });
});

describe("prices", () => {
  const says = (text: string): Person => ({ says: [[text, 0]] });
  const question = questionOf({ kind: "price", scale: undefined, text: "Which price?" });
  const cellOf = (people: Person[]) => survey(specOf({ questions: [question] }), crowdOf(people)).results.cells[0];

  it("are those that people name and judge, each by its own clause", () => {
    const { responses } = survey(
      specOf({ questions: [question] }),
      crowdOf([
        says("A bargain at 40 EUR, but 90 EUR is too expensive."),
        says("I paid 60 EUR."),
        says("Not worth 80 EUR."),
      ]),
    );
    const prices = responses.map(({ respondent, answers }) => [respondent, answers[0]?.prices]);
    expect(new Map(prices as [string, unknown][])).toEqual(
      new Map<string, unknown>([
        ["r0000", { cheap: 40, tooExpensive: 90 }],
        ["r0001", undefined],
        ["r0002", { tooExpensive: 80 }],
      ]),
    );
  });

  it.each([
    ["Not expensive at 50 EUR.", "cheap"],
    ["Not exactly cheap, 50 EUR.", "expensive"],
    ["I would not pay more than 50 EUR.", "expensive"],
    ["I would never pay 50 EUR for it.", "tooExpensive"],
    ["So cheap I wonder what is in it: 50 EUR.", "tooCheap"],
    ["50 EUR，性价比很高。", "cheap"],
    ["50 EUR 太贵了。", "tooExpensive"],
    ["50 EUR，不贵。", "cheap"],
    ["Слишком дорого, 50 EUR.", "tooExpensive"],
    ["Недорого, всего 50 EUR.", "cheap"],
    ["50 EUR дороговато.", "expensive"],
  ])("reads “%s”", (text, kind) => {
    const { responses } = survey(specOf({ questions: [question] }), crowdOf([says(text)]));
    expect(responses[0]?.answers[0]?.prices).toEqual({ [kind]: 50 });
  });

  it("cross only where enough people name them", () => {
    const few = cellOf([says("Cheap at 40 EUR."), says("Cheap at 50 EUR."), says("Too expensive at 60 EUR.")])?.prices;
    expect(few).toMatchObject({ of: 3, currency: "EUR" });
    expect(few).not.toHaveProperty("dearest");
    const cheap = [30, 40, 50, 60, 70].map((price) => says(`Cheap at ${price} EUR.`));
    const dear = [50, 60, 70, 80, 90].map((price) => says(`Too expensive at ${price} EUR.`));
    const told = cellOf([...cheap, ...dear])?.prices;
    expect(told).toMatchObject({ of: 10, dearest: 60 });
    expect(told).not.toHaveProperty("optimal");
    for (const { cheap: share, tooExpensive } of told?.curves ?? []) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(tooExpensive).toBeLessThanOrEqual(1);
    }
  });
});

describe("skip rules", () => {
  const evidence = crowdOf([...many(5, BATTERY_GOOD), ...many(4, BATTERY_BAD), ...many(3, QUIET)]);
  const first = optionQuestion("choice", { id: "first", options: ["battery life", "the lid"] });
  const skippedBy = (skip: SurveyQuestion["skip"], part: Partial<SurveyQuestion> = {}) => {
    const questions = [
      first,
      questionOf({ id: "rated", text: "What about battery life?" }),
      questionOf({ id: "then", skip, ...part }),
    ];
    return survey(specOf({ questions }), evidence).results.cells.filter(({ questionId }) => questionId === "then");
  };

  it.each([
    [{ question: "first", when: "chose", option: 0 }, 5],
    [{ question: "first", when: "notChose", option: 0 }, 4],
    [{ question: "first", when: "silent" }, 3],
    [{ question: "rated", when: "atLeast", value: 1 }, 9],
    [{ question: "rated", when: "below", value: 1 }, 0],
    [{ question: "rated", when: "silent" }, 3],
  ] as const)("%j leaves out %i", (skip, left) => {
    const [cell] = skippedBy(skip);
    expect(cell).toMatchObject({ skipped: left, asked: 12 - left });
  });

  it("leave out every row of a matrix", () => {
    const cells = skippedBy(
      { question: "first", when: "silent" },
      { kind: "matrix", rows: ["battery life", "the lid"] },
    );
    expect(cells.map(({ skipped }) => skipped)).toEqual([3, 3]);
  });
});
