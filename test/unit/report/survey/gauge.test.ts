/** What is said of how far a survey can be believed. */
import { describe, expect, it } from "vitest";
import type { Fidelity, LibraryFidelity } from "../../../../lib/domain";
import { INTERFACE_LANGUAGES } from "../../../../lib/locale";
import { chartsOf, checkChart, saidOnce } from "../../../../lib/report/survey/charts";
import { gaugeReading, libraryReading, usedMethod } from "../../../../lib/report/survey/gauge";
import { methodReading } from "../../../../lib/report/survey/method";
import { surveyNames } from "../../../../lib/report/survey/names";
import { differenceSentence, priceSentences } from "../../../../lib/report/survey/sentences";
import { figureTables } from "../../../../lib/report/survey/tables";
import { FIDELITY, kettleRun, SPEC, UNCHECKED } from "../../../fixtures/survey/kettle-run";
import { TEXTS, textsIn } from "./texts";

const LIBRARY: LibraryFidelity = {
  products: 9,
  left: 2,
  needed: 8,
  rows: [
    { method: "combined", products: 9, ks: 0.91, correlation: 0.78, rho: 0.93 },
    { method: "category-mean", products: 9, ks: 0.86 },
  ],
  halves: 0.84,
};

describe("the gauge", () => {
  it.each(["close", "rough", "poor"] as const)("says %s in a sentence of its own", (verdict) => {
    const reading = gaugeReading({ ...FIDELITY, verdict }, TEXTS);
    expect(reading.verdict).toBe(verdict);
    expect(reading.sentence).toMatch({ close: /^Close: /, rough: /^Roughly: /, poor: /^Badly: / }[verdict]);
  });

  it("says what is missing where nothing could be checked, and claims no figures", () => {
    const few: Fidelity = { ...UNCHECKED, why: "few-reviewers", heldIn: 14, needed: 40 };
    expect(gaugeReading(few, TEXTS)).toEqual({
      verdict: "unchecked",
      sentence: "Not checked: 14 reviewers gave stars and words, 40 are needed.",
      notes: [],
    });
    expect(gaugeReading(UNCHECKED, TEXTS).sentence).toMatch(/no stars to check against/);
    expect(gaugeReading(undefined, TEXTS).sentence).toBe("Not checked yet.");
    expect(checkChart(UNCHECKED, TEXTS)).toBeUndefined();
  });

  it("does not let the check of reviewers' words stand for what a model wrote", () => {
    const { verdict, sentence, notes } = gaugeReading(FIDELITY, TEXTS, { rating: SPEC.rating, mode: "engine" });
    expect(verdict).toBe("unchecked");
    expect(sentence).toContain("held against nobody");
    expect(notes[0]).toContain("Of the reviewers’ own words: ");
  });

  it("marks the way that was used: the calibrated one only where there is a map", () => {
    const rating = { ...SPEC.rating, method: "combined" as const, calibrated: true };
    expect(usedMethod(rating, FIDELITY)).toBe("calibrated");
    expect(usedMethod(rating, { rows: [] })).toBe("combined");
    const { notes, table } = gaugeReading(FIDELITY, TEXTS, { rating, mode: "evidence" });
    expect(notes[1]).toBe(
      "What calibration does to reviewers it was not learnt on: likeness 0.88 without, 0.98 with it. It is used here.",
    );
    expect(table?.rows.filter(([name]) => name?.endsWith("(used here)"))).toHaveLength(1);
  });

  it("holds every way to foretell beside the ceiling and the people themselves", () => {
    expect(gaugeReading(FIDELITY, TEXTS).table?.rows.map(([, ks]) => ks)).toEqual([
      "0.73",
      "0.88",
      "0.98",
      "not run",
      "0.85",
      "0.87",
      "–",
    ]);
    const chart = checkChart(FIDELITY, TEXTS);
    expect(chart?.kind === "shares" && chart.rows.map(({ figure }) => figure)).toEqual([
      "mean 4.0",
      "mean 3.4 · KS 0.73",
      "mean 3.8 · KS 0.88",
      "mean 4.0 · KS 0.98",
      "mean 4.1 · KS 0.85",
    ]);
  });

  it("tells over the library how near and in what order, with the halves that ρ is measured by", () => {
    const { title, sentence, table } = libraryReading(LIBRARY, TEXTS);
    expect(title).toBe("Over 9 products of your library");
    expect(sentence).toBeUndefined();
    expect(table?.rows).toEqual([
      ["Words with the sentiment reader", "0.91", "0.78", "0.93"],
      ["Other products’ mean, no words read", "0.86", "–", "–"],
      ["The other half of the reviewers", "–", "0.84", "–"],
    ]);
  });

  it("tells no order of too few products", () => {
    const rows = LIBRARY.rows.map(({ method, products, ks }) => ({ method, products, ks }));
    const { sentence, table } = libraryReading({ products: 3, left: 4, needed: 8, rows }, TEXTS);
    expect(sentence).toMatch(/not checked: 3 products .* 8 are needed/);
    expect(table?.columns).toHaveLength(2);
  });
});

describe("what is said of a result", () => {
  it.each(INTERFACE_LANGUAGES)("is said in %s, with no key and no gap left over", (language) => {
    const texts = textsIn(language);
    const run = kettleRun();
    const names = surveyNames(run, [], (id) => id, texts.phrase);
    const said = run.spec.questions.flatMap((question) => [
      ...chartsOf(run, question, names, texts).flatMap(({ label, sub, notes }) => [label, sub, ...notes]),
      ...priceSentences(run, question, names, texts),
      ...figureTables(run, question, names, texts).flatMap(({ columns, rows }) => [...columns, ...rows.flat()]),
      ...(run.results?.differences ?? []).flatMap((pair) => differenceSentence(pair, question, names, texts)),
    ]);
    const { parameters } = methodReading(run, names, texts);
    said.push(...parameters.flat(), ...gaugeReading(run.fidelity, texts, SPEC).notes);
    expect(said.filter((words) => /\bsurvey[A-Z]|undefined|NaN|[{}]/.test(words))).toEqual([]);
    expect(new Set(parameters.map(([name]) => name)).size).toBe(parameters.length);
  });

  it("names of each question how it is answered and who is left out", () => {
    const questions = SPEC.questions.map((question, i) =>
      i === 8 ? { ...question, skip: { question: "one", when: "chose" as const, option: 1 } } : question,
    );
    const run = kettleRun({ spec: { ...SPEC, questions } });
    const names = surveyNames(run, [], (id) => id, TEXTS.phrase);
    const told = new Map(methodReading(run, names, TEXTS).parameters);
    expect(told.get("1. How good is this kettle?")).toBe(
      "How much, from 1 to 5 · quality · Ask it about each thing you show",
    );
    expect(told.get("9. What is to be said about the noise and the lid?")).toMatch(
      / · Leave it out .* 3\. is glass body$/,
    );
    expect(told.get("Who is asked")).toBe("happy; unhappy; tiny");
  });

  it("is said once, where charts stand below each other", () => {
    const run = kettleRun();
    const names = surveyNames(run, [], () => undefined, TEXTS.phrase);
    const [question] = run.spec.questions;
    if (!question) throw new Error("There is a question.");
    const notes = saidOnce(chartsOf(run, question, names, TEXTS)).map((chart) => chart.notes.length);
    expect(notes).toEqual([1, 0, 0]);
  });
});
