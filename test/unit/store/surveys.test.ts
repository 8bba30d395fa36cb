import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SurveyResponse, SurveySpec } from "../../../lib/domain";
import { EarshotDatabase } from "../../../lib/store/db";
import {
  changeSurvey,
  deleteSurvey,
  keepResponses,
  keepWritten,
  newSurvey,
  pauseUnfinished,
  responsesOf,
  surveyOf,
  surveysOf,
  writtenAnswer,
} from "../../../lib/store/surveys";
import { forgetAll, forgetSubject } from "../../../lib/store/write";
import { makeSubject } from "./records";

const spec: SurveySpec = {
  title: "Would they buy it?",
  language: "en",
  concepts: [],
  design: "monadic",
  questions: [{ id: "q1", kind: "open", text: "What do you make of it?", perConcept: false }],
  segmentIds: [],
  respondents: 2,
  seed: 1,
  rating: { method: "plain", centred: false, epsilon: 0, temperature: 1, calibrated: false },
  mode: "evidence",
};
const at = (day: number) => `2026-01-0${day}T00:00:00Z`;
let db: EarshotDatabase;
beforeEach(async () => {
  db = new EarshotDatabase(`surveys-${crypto.randomUUID()}`);
  await db.subjects.put({ ...makeSubject(), settled: 1 });
});
afterEach(() => db.delete());

const begin = (day = 1) => newSurvey(db, { subjectId: "s1", spec, of: 2 }, at(day));

function responseOf(surveyId: string, respondent: string): SurveyResponse {
  return {
    id: `${surveyId}:${respondent}`,
    surveyId,
    subjectId: "s1",
    respondent,
    reviewIds: [respondent],
    segmentIds: [],
    shown: [],
    answers: [{ questionId: "q1", heard: "silent" }],
  };
}

describe("a run", () => {
  it("is stored before anybody is asked, the latest one first", async () => {
    const first = await begin(1);
    const second = await begin(2);
    expect(await surveyOf(db, first.id)).toMatchObject({ state: "running", done: 0, of: 2, spec });
    expect((await surveysOf(db, "s1")).map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  it("is not begun about a subject that is gone", async () => {
    const lost = newSurvey(db, { subjectId: "other", spec, of: 2 }, at(1));
    await expect(lost).rejects.toMatchObject({ code: "survey_gone" });
    expect(await db.surveys.count()).toBe(0);
  });

  it("keeps answers with how far it came, each respondent once", async () => {
    const { id } = await begin();
    await keepResponses(db, id, [responseOf(id, "r1")], at(2), 1);
    await keepResponses(db, id, [responseOf(id, "r1"), responseOf(id, "r2")], at(3), 2);
    expect((await responsesOf(db, id)).map(({ respondent }) => respondent)).toEqual(["r1", "r2"]);
    expect(await surveyOf(db, id)).toMatchObject({ done: 2, updated: at(3) });
  });

  it("that an ended engine was at is paused, with what was answered; others stay as they are", async () => {
    const broken = await begin(1);
    const done = await begin(2);
    await changeSurvey(db, done.id, { state: "done" }, at(3));
    await keepResponses(db, broken.id, [responseOf(broken.id, "r1")], at(3), 1);
    await pauseUnfinished(db);
    expect(await surveyOf(db, broken.id)).toMatchObject({
      state: "paused",
      done: 1,
      problem: { code: "answer_broken_off" },
    });
    expect(await surveyOf(db, done.id)).toMatchObject({ state: "done" });
    expect(await responsesOf(db, broken.id)).toHaveLength(1);
  });

  it("loses its problem when it is gone on with", async () => {
    const { id } = await begin();
    await changeSurvey(db, id, { state: "paused", problem: { message: "Broken." } }, at(2));
    await changeSurvey(db, id, { done: 1 }, at(3));
    expect((await surveyOf(db, id)).problem).toEqual({ message: "Broken." });
    await changeSurvey(db, id, { state: "running", problem: undefined }, at(4));
    expect(await surveyOf(db, id)).not.toHaveProperty("problem");
  });

  it("that was deleted stays deleted, whatever is still written of it", async () => {
    const { id } = await begin();
    const other = await begin(2);
    await keepResponses(db, id, [responseOf(id, "r1")], at(2));
    await keepResponses(db, other.id, [responseOf(other.id, "r1")], at(2));
    await deleteSurvey(db, id);
    await expect(keepResponses(db, id, [responseOf(id, "r2")], at(3), 2)).rejects.toMatchObject({
      code: "survey_gone",
    });
    expect(await changeSurvey(db, id, { state: "done" }, at(3))).toBe(false);
    await expect(surveyOf(db, id)).rejects.toMatchObject({ code: "survey_gone" });
    expect(await responsesOf(db, id)).toEqual([]);
    expect(await responsesOf(db, other.id)).toHaveLength(1);
  });
});

describe("what a language model wrote", () => {
  it("is kept under its hash, and outlives the run", async () => {
    const { id } = await begin();
    await keepWritten(db, { key: "abc", subjectId: "s1", text: "I would buy it.", at: at(1) });
    await deleteSurvey(db, id);
    expect(await writtenAnswer(db, "abc")).toBe("I would buy it.");
    expect(await writtenAnswer(db, "abd")).toBeUndefined();
  });

  it("is not kept of a subject that is gone", async () => {
    await keepWritten(db, { key: "abc", subjectId: "other", text: "I would buy it.", at: at(1) });
    expect(await db.surveyAnswers.count()).toBe(0);
  });
});

describe("a deleted subject", () => {
  it("takes its runs, answers and what was written along, and nobody else's", async () => {
    await db.subjects.put({ ...makeSubject("s2"), settled: 1 });
    const gone = await begin();
    const kept = await newSurvey(db, { subjectId: "s2", spec, of: 1 }, at(1));
    await keepResponses(db, gone.id, [responseOf(gone.id, "r1")], at(2));
    await keepWritten(db, { key: "a", subjectId: "s1", text: "Yes.", at: at(1) });
    await keepWritten(db, { key: "b", subjectId: "s2", text: "No.", at: at(1) });
    await forgetSubject(db, "s1");
    expect((await db.surveys.toArray()).map(({ id }) => id)).toEqual([kept.id]);
    expect(await db.surveyResponses.count()).toBe(0);
    expect((await db.surveyAnswers.toArray()).map(({ key }) => key)).toEqual(["b"]);
    await forgetAll(db);
    expect(await db.surveys.count()).toBe(0);
  });
});
