import { describe, expect, it } from "vitest";
import { checkSurvey, readSurveySpec, type SurveyParts, surveyTemplate } from "../../../../lib/ask/survey";
import { countWords } from "../../../../lib/ask/survey/word-count";
import { Problem, SURVEY_TEMPLATES, type SurveyQuestion, type SurveySpec } from "../../../../lib/domain";
import { segmentOf } from "../../../fixtures/ask/made";
import { questionOf, SCALES, specOf } from "./crowd";

const PARTS: SurveyParts = { scales: SCALES, segments: [], reviewers: 40, languages: new Map([["en", 40]]) };
const concept = (text: string) => ({ id: "a", name: "A", text });
const choice = (part: Partial<SurveyQuestion>) =>
  questionOf({ id: "c", kind: "choice", scale: undefined, options: ["one", "two"], ...part });

function problemOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("Nothing was wrong.");
}

const BAD: [string, Partial<SurveySpec>, string, string][] = [
  ["no question", { questions: [] }, "survey_no_question", "no question"],
  ["a question without words", { questions: [questionOf({ text: "  " })] }, "survey_question_empty", "Question 1"],
  ["an empty concept", { concepts: [concept(" \n ")] }, "survey_concept_empty", "Concept A"],
  ["a concept of marks alone", { concepts: [concept("— !!! …")] }, "survey_concept_empty", "Concept A"],
  ["5,000 words", { concepts: [concept("word ".repeat(5000))] }, "survey_concept_long", "5000 words"],
  [
    "5,000 Chinese words",
    { language: "zh", concepts: [concept("耳机很好".repeat(1250))] },
    "survey_concept_long",
    "words",
  ],
  ["one option", { questions: [choice({ options: ["one"] })] }, "survey_options", "1 options"],
  ["an option twice", { questions: [choice({ options: ["One", "one "] })] }, "survey_options", '"one" twice'],
  ["an empty option", { questions: [choice({ options: ["one", " "] })] }, "survey_options", "number 2"],
  [
    "21 options",
    { questions: [choice({ options: Array.from({ length: 21 }, (_, i) => `${i}`) })] },
    "survey_options",
    "21",
  ],
  ["no options", { questions: [choice({ options: undefined })] }, "survey_options", "0 options"],
  ["no rows", { questions: [questionOf({ kind: "matrix" })] }, "survey_options", "0 options"],
  ["an id twice", { questions: [questionOf(), questionOf()] }, "survey_file", '"q"'],
  ["an unknown scale", { questions: [questionOf({ scale: "nothing" })] }, "scale_gone", '"nothing"'],
  ["an unknown language", { language: "tlh", questions: [questionOf({ scale: "trust" })] }, "survey_language", '"tlh"'],
  ["no language", { language: "!", questions: [questionOf({ scale: "trust" })] }, "survey_language", '"!"'],
  ["a segment that is gone", { segmentIds: ["gone"] }, "survey_segment_gone", '"gone"'],
  ["nobody asked", { respondents: 0 }, "survey_respondents", "between 1 and 500"],
  ["501 asked", { respondents: 501 }, "survey_respondents", "between 1 and 500"],
  ["half a respondent", { respondents: 1.5 }, "survey_respondents", "1.5"],
];

describe("what stops a survey", () => {
  it.each(BAD)("%s", (_, part, code, says) => {
    const problem = problemOf(() => checkSurvey(specOf(part), PARTS));
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(says);
  });

  it("too many concepts or questions", () => {
    const many = Array.from({ length: 7 }, (_, i) => ({ id: `${i}`, name: "", text: "words" }));
    expect(problemOf(() => checkSurvey(specOf({ concepts: many }), PARTS))).toMatchObject({
      code: "survey_too_many",
      values: { name: "concepts", other: "6" },
    });
    const questions = Array.from({ length: 31 }, (_, i) => questionOf({ id: `${i}` }));
    expect(problemOf(() => checkSurvey(specOf({ questions }), PARTS)).values.name).toBe("questions");
  });

  it("nobody to ask", () => {
    expect(problemOf(() => checkSurvey(specOf(), { ...PARTS, reviewers: 0 })).code).toBe("survey_nobody");
  });

  it.each([
    ["missing", { question: "none", when: "silent" }],
    ["later", { question: "last", when: "silent" }],
    ["later", { question: "own", when: "silent" }],
    ["option", { question: "c", when: "chose", option: 2 }],
    ["option", { question: "c", when: "chose" }],
    ["answer", { question: "c", when: "below", value: 3 }],
    ["answer", { question: "q", when: "below" }],
    ["answer", { question: "q", when: "chose", option: 0 }],
  ] as const)("a skip rule to something %s", (other, skip) => {
    const questions = [questionOf(), choice({}), questionOf({ id: "own", skip }), questionOf({ id: "last" })];
    expect(problemOf(() => checkSurvey(specOf({ questions }), PARTS))).toMatchObject({
      code: "survey_skip",
      values: { other },
    });
  });
});

describe("what is to be known before", () => {
  it("nothing of a good survey", () => {
    expect(checkSurvey(specOf({ concepts: [concept("A kettle that pours well.")] }), PARTS)).toEqual([]);
    expect(checkSurvey(specOf({ concepts: [concept("word ".repeat(400))] }), PARTS)).toEqual([]);
    const pictured = { ...concept(""), picture: { alt: "A red kettle." } };
    expect(checkSurvey(specOf({ concepts: [pictured] }), PARTS)).toEqual([]);
  });

  it("a segment of two people, a weak scale, reviews in another language", () => {
    const segments = [segmentOf({ id: "two", name: "Hikers", reviewIds: ["a", "b"] })];
    const spec = specOf({ segmentIds: ["two"], questions: [questionOf({ scale: "uniqueness" })] });
    const languages = new Map([
      ["ru", 30],
      ["en", 10],
    ]);
    expect(checkSurvey(spec, { ...PARTS, segments, languages })).toEqual([
      { code: "survey_segment_small", values: { name: "Hikers", other: "2" } },
      { code: "scale_weak", values: { name: "uniqueness" } },
      { code: "survey_other_language", values: { name: "en" } },
    ]);
  });
});

it("warns that nobody has seen the words of a concept, but not where a language model is asked", () => {
  const clear = questionOf({ id: "clear", text: "How clear is it?", scale: "clarity", perConcept: true });
  const spec = specOf({ concepts: [concept("A kettle that pours well.")], questions: [clear] });
  expect(checkSurvey(spec, PARTS)).toEqual([{ code: "survey_unseen", values: { name: "How clear is it?" } }]);
  expect(checkSurvey({ ...spec, mode: "engine" }, PARTS)).toEqual([]);
});

describe("a survey from a file", () => {
  it("needs no more than a question", () => {
    const spec = readSurveySpec({ questions: [{ text: "Good?", scale: "satisfaction" }] }, "s.json");
    expect(spec).toMatchObject({ title: "s.json", language: "en", design: "sequential", mode: "evidence", seed: 1 });
    expect(spec.questions).toEqual([
      { id: "question-1", kind: "scale", text: "Good?", scale: "satisfaction", perConcept: false },
    ]);
    expect(readSurveySpec(JSON.parse(JSON.stringify(spec)), "other")).toEqual(spec);
  });

  it.each([
    [[], "it should be an object"],
    [{ questions: "why" }, '"questions" should be a list'],
    [{ questions: [3] }, "questions[0] should be an object"],
    [{ questions: [{ text: 3 }] }, '"questions[0].text" should be text'],
    [{ questions: [{ text: "x", kind: "poll" }] }, '"questions[0].kind" should be one of open, scale'],
    [{ questions: [{ text: "x", skip: { question: "q", when: "maybe" } }] }, '"questions[0].skip.when"'],
    [{ questions: [], respondents: "all" }, '"respondents" should be a number'],
    [{ questions: [], rating: { epsilon: -1 } }, '"rating.epsilon" should be a number from 0 up'],
    [{ questions: [], concepts: [{ text: "x", picture: "cat.png" }] }, "concepts[0].picture should be an object"],
  ])("says where %j is wrong", (value, says) => {
    const problem = problemOf(() => readSurveySpec(value, "s.json"));
    expect(problem.code).toBe("survey_file");
    expect(problem.message).toContain(says);
    expect(problem.message).toContain("s.json");
  });
});

describe("templates", () => {
  it.each(SURVEY_TEMPLATES)("%s is ready to run in three languages once its concepts are written", (name) => {
    for (const language of ["en", "zh", "ru"] as const) {
      const template = surveyTemplate(name, language);
      const spec = readSurveySpec({ ...template, language }, "t.json");
      expect(spec).toMatchObject(template);
      const written = { ...spec, concepts: spec.concepts.map((one) => ({ ...one, text: "A lid that never leaks." })) };
      const parts = { ...PARTS, languages: new Map([[language, 40]]) };
      expect(checkSurvey(written, parts).filter(({ code }) => code !== "survey_unseen")).toEqual([]);
      if (spec.concepts.length > 0) expect(problemOf(() => checkSurvey(spec, parts)).code).toBe("survey_concept_empty");
    }
  });
});

it("counts words of scripts without spaces", () => {
  expect(countWords("这款耳机的降噪效果很好。", "zh")).toBeGreaterThan(4);
  expect(countWords("one, two — three!", "en")).toBe(3);
  expect(countWords("one two", "no such language")).toBe(2);
});
