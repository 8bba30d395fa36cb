import { describe, expect, it } from "vitest";
import { blankDraft, draftFrom, draftOf, type SurveyDraft, specOf } from "../../../../components/test/draft";
import { addConcept, addQuestion, freeId, moved, withoutQuestion } from "../../../../components/test/draft-changes";
import { draftProblems, skipsOn } from "../../../../components/test/draft-problems";
import { builtInScales } from "../../../../lib/ask/ssr/scales";
import { readSurveySpec } from "../../../../lib/ask/survey";
import { SURVEY_TEMPLATES, type Theme } from "../../../../lib/domain";

const scales = builtInScales();

/** A template with words for everything it shows. */
function filled(draft = draftFrom("message", "en")): SurveyDraft {
  return { ...draft, concepts: draft.concepts.map((concept) => ({ ...concept, text: "Boils in two minutes." })) };
}

const codes = (draft: SurveyDraft) => draftProblems(draft, scales).map(({ field, code }) => `${field} ${code}`);

describe("a draft", () => {
  it.each(SURVEY_TEMPLATES)(
    "of the template %s comes back from its survey as it was, in three languages",
    (template) => {
      for (const language of ["en", "zh-CN", "ru"]) {
        const draft = draftFrom(template, language);
        expect(draftOf(specOf(draft, "x"))).toEqual(draft);
      }
    },
  );

  it.each(SURVEY_TEMPLATES)("of the template %s lacks nothing but the words of what is shown", (template) => {
    expect(draftProblems(filled(draftFrom(template, "ru")), scales)).toEqual([]);
  });

  it("weighs what the reviewers speak of most, where they speak of enough", () => {
    const theme = (label: string, size: number, part: Partial<Theme> = {}) =>
      ({ id: label, subjectId: "s", label, size, ...part }) as Theme;
    const themes = [theme("Lid", 3), theme("Noise", 9), theme("Hinge", 8, { parentId: "Lid" }), theme("Speed", 5)];
    const rest = theme("Other", 20, { rest: true });
    const optionsOf = (all: Theme[]) =>
      specOf(draftFrom("kano", "en", all), "").questions.flatMap(({ options }) => (options ? [options] : []));
    expect(optionsOf([...themes, rest])).toEqual([
      ["Noise", "Speed", "Lid"],
      ["Noise", "Speed", "Lid"],
    ]);
    expect(optionsOf(themes.slice(0, 2))).toEqual(optionsOf([]));
    expect(draftFrom("message", "en", themes)).toEqual(draftFrom("message", "en"));
  });

  it("is the same survey after it was saved as a file and opened", () => {
    const spec = specOf(filled(), "x");
    expect(readSurveySpec(JSON.parse(JSON.stringify(spec)), "message.json")).toEqual(spec);
  });

  it("leaves spaces, empty lines and what belongs to other kinds out of the survey, and keeps them itself", () => {
    const [question] = addQuestion(blankDraft("en"), scales).questions;
    if (!question) throw new Error("A question was added.");
    const draft: SurveyDraft = {
      ...blankDraft("de"),
      questions: [
        {
          ...question,
          kind: "choice",
          text: " Which? ",
          options: " red \n\n blue ",
          rows: "left\nover",
          perConcept: true,
        },
      ],
    };
    const spec = specOf(draft, "My test");
    expect(spec.title).toBe("My test");
    expect(spec.language).toBe("en");
    expect(spec.questions).toEqual([
      { id: "question-1", kind: "choice", text: "Which?", options: ["red", "blue"], perConcept: false },
    ]);
  });

  it("asks everybody where groups are chosen no more, and generates anew only with an engine", () => {
    const draft = { ...filled(), segmentIds: ["g"], byGroup: false, fresh: true };
    expect(specOf(draft, "")).toMatchObject({ segmentIds: [] });
    expect(specOf(draft, "")).not.toHaveProperty("fresh");
    expect(specOf({ ...draft, byGroup: true, mode: "engine" }, "")).toMatchObject({ segmentIds: ["g"], fresh: true });
  });
});

describe("problems of a draft", () => {
  it("stand at the fields they belong to", () => {
    expect(codes(blankDraft("en"))).toEqual(["test-questions survey_no_question"]);
    expect(codes(draftFrom("ads", "en"))).toEqual([
      "test-concept-a survey_concept_empty",
      "test-concept-b survey_concept_empty",
    ]);
    const numbers = { ...filled(), respondents: 501, seed: undefined, byGroup: true };
    numbers.rating = { ...numbers.rating, temperature: -1, epsilon: undefined };
    expect(codes(numbers)).toEqual([
      "test-groups groups_none",
      "test-respondents survey_respondents",
      "test-seed seed",
      "test-epsilon epsilon",
      "test-temperature temperature",
    ]);
  });

  it("name a concept of too many words, options that are too few or alike, and scales that are gone or speak another language", () => {
    const draft = filled();
    const [a] = draft.concepts;
    const [q] = draft.questions;
    if (!a || !q) throw new Error("The template has both.");
    expect(codes({ ...draft, concepts: [{ ...a, text: "word ".repeat(5000) }] })).toEqual([
      "test-concept-a survey_concept_long",
    ]);
    const asked = (part: Partial<typeof q>, language = "en") =>
      codes({ ...draft, language, questions: [{ ...q, ...part }] });
    expect(asked({ text: " " })).toEqual(["test-question-clear survey_question_empty"]);
    expect(asked({ kind: "choice", options: "one" })).toEqual(["test-options-clear survey_options"]);
    expect(asked({ kind: "choice", options: "One\none" })).toEqual(["test-options-clear survey_options"]);
    expect(asked({ kind: "kano", options: "one" })).toEqual([]);
    expect(asked({ kind: "matrix", rows: "" })).toEqual(["test-rows-clear survey_options"]);
    expect(asked({ scale: "gone" })).toEqual(["test-scale-clear scale_gone"]);
    expect(asked({}, "de")).toEqual(["test-scale-clear survey_language"]);
    expect(asked({}, "zh-TW")).toEqual([]);
  });

  it("leave features to the stars that were given, which no language model can give", () => {
    const features = draftFrom("kano", "en");
    expect(codes({ ...features, mode: "engine" })).toContain(
      `test-kind-${features.questions.find(({ kind }) => kind === "kano")?.id} survey_kano_engine`,
    );
    expect(codes(features).join()).not.toContain("survey_kano_engine");
  });

  it("find rules that point to what is not there, comes later, or has no such answer", () => {
    const draft = filled();
    const [first, second] = draft.questions;
    if (!first || !second) throw new Error("The template has two.");
    const withRule = (skip: typeof second.skip, order = [first, { ...second, skip }]) =>
      draftProblems({ ...draft, questions: order }, scales).map(({ values }) => values?.other);
    expect(withRule({ question: first.id, when: "below", value: 3 })).toEqual([]);
    expect(withRule({ question: first.id, when: "below" })).toEqual(["answer"]);
    expect(withRule({ question: "gone", when: "silent" })).toEqual(["missing"]);
    expect(withRule({ question: first.id, when: "chose", option: 0 })).toEqual(["answer"]);
    const choice = { ...first, kind: "choice" as const, options: "a\nb" };
    const chose = (option: number) =>
      withRule(undefined, [choice, { ...second, skip: { question: first.id, when: "chose", option } }]);
    expect(chose(1)).toEqual([]);
    expect(chose(2)).toEqual(["option"]);
    const later = { ...second, skip: { question: first.id, when: "silent" as const } };
    expect(withRule(undefined, [later, first])).toEqual(["later"]);
    expect(skipsOn({ kind: "open" })).toEqual(["silent"]);
  });
});

describe("changes of a draft", () => {
  it("give ids that nothing else has", () => {
    expect(freeId("c-", [{ id: "c-2" }])).toBe("c-3");
    const twice = addConcept(addConcept(filled()));
    expect(new Set(twice.concepts.map(({ id }) => id)).size).toBe(4);
  });

  it("put questions to the first thing that is shown, but not prices and features", () => {
    const asked = ["scale", "price", "kano"] as const;
    const blank = { ...blankDraft("en"), questions: asked.flatMap((kind) => withKind(kind)) };
    expect(addConcept(blank).questions.map(({ perConcept }) => perConcept)).toEqual([true, false, false]);
    const again = { ...filled(), questions: blank.questions };
    expect(addConcept(again).questions.map(({ perConcept }) => perConcept)).toEqual([false, false, false]);
  });

  it("move within the list, and take rules away with the question they look at", () => {
    const list = [{ id: "a" }, { id: "b" }, { id: "c" }];
    const ids = (id: string, by: -1 | 1) =>
      moved(list, id, by)
        .map((one) => one.id)
        .join("");
    expect([ids("b", -1), ids("b", 1), ids("a", -1), ids("c", 1)]).toEqual(["bac", "acb", "abc", "abc"]);
    const draft = filled();
    const [first, ...rest] = draft.questions;
    if (!first) throw new Error("The template has questions.");
    const ruled = { ...draft, questions: [first, ...rest.map((one) => ({ ...one, skip: ruleOn(first.id) }))] };
    expect(withoutQuestion(ruled, first.id).questions.some(({ skip }) => skip)).toBe(false);
    const [second] = rest;
    expect(withoutQuestion(ruled, second?.id ?? "").questions.filter(({ skip }) => skip)).toHaveLength(2);
  });
});

function withKind(kind: SurveyDraft["questions"][number]["kind"]): SurveyDraft["questions"] {
  return addQuestion(blankDraft("en"), scales).questions.map((one) => ({ ...one, id: kind, kind }));
}

const ruleOn = (question: string) => ({ question, when: "silent" as const });
