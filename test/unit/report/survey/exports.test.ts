/** Files of a survey's result: whole, marked simulated, and harmless whatever people wrote. */
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { QuotedText, Review, SurveyRun } from "../../../../lib/domain";
import { chartsOf, differenceChart, type SurveyChart } from "../../../../lib/report/survey/charts";
import { answersCsv, surveyCsv } from "../../../../lib/report/survey/csv";
import { surveyHtml } from "../../../../lib/report/survey/html";
import { surveyJson } from "../../../../lib/report/survey/json";
import { surveyNames } from "../../../../lib/report/survey/names";
import { HOSTILE, hostileRun } from "../../../fixtures/survey/hostile-run";
import { EVIDENCE, kettleRun, RESPONSES, SEGMENTS, SPEC, UNCHECKED } from "../../../fixtures/survey/kettle-run";
import { TEXTS } from "./texts";

const masks = {
  mask: (text: string) => text.replaceAll("mail@x.example", "[email]"),
  maskQuote: ({ text }: QuotedText) => text.replaceAll("mail@x.example", "[email]"),
};

function namesOf(run: SurveyRun) {
  const known = new Map(SEGMENTS.map(({ id, name }) => [id, name]));
  return surveyNames(run, [], (id) => known.get(id), TEXTS.phrase);
}

function chartsIn(run: SurveyRun): SurveyChart[] {
  const names = namesOf(run);
  return run.spec.questions.flatMap((question) => [
    ...chartsOf(run, question, names, TEXTS),
    ...[differenceChart(run, question, names, TEXTS)].filter((chart) => chart !== undefined),
  ]);
}

function html(run: SurveyRun, reviews: readonly Review[] = EVIDENCE.reviews) {
  return surveyHtml(run, {
    names: namesOf(run),
    texts: TEXTS,
    language: "en",
    subject: { name: "Fennel kettle", url: "https://shop.example/kettle" },
    charts: chartsIn(run).map((chart) => ({ chart, svg: "<svg></svg>" })),
    reviewOf: (id) => reviews.find((review) => review.id === id),
    ...masks,
  });
}

const rowsOf = (csv: string) => Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data;

describe("figures as a table", () => {
  const run = kettleRun();
  const csv = surveyCsv(run, namesOf(run), TEXTS);

  it("has every figure of every cell in a row of its own, as it was computed", () => {
    const rows = rowsOf(csv);
    const [cell] = run.results?.cells ?? [];
    const mean = rows.find((row) => row.Shown === "Quiet" && row.Group === "All asked" && row.Figure === "mean");
    expect(Number(mean?.Value)).toBe(cell?.mean);
    const figures = new Set(rows.map((row) => row.Figure));
    for (const figure of [
      "heard",
      "point-1",
      "share",
      "utility",
      "rank",
      "optimal-price",
      "reward",
      "difference",
      "effective",
    ])
      expect(figures, figure).toContain(figure);
    expect(new Set(rows.map((row) => row.Question))).toEqual(new Set(SPEC.questions.map(({ text }) => text)));
  });

  it("says in each row that it is simulated and how it was checked", () => {
    for (const row of rowsOf(csv)) {
      expect(row.Simulated).toBe("simulated");
      expect(row["How far to believe it"]).toMatch(/^Roughly/);
    }
  });

  it("gives no figures but how many were heard where they are few", () => {
    const few = rowsOf(csv).filter((row) => row.Group === "Two of them");
    expect(new Set(few.map((row) => row.Figure))).toEqual(new Set(["asked", "heard", "skipped", "failed"]));
  });

  it("keeps numbers as numbers, negative ones too, and ends lines as RFC 4180 says", () => {
    const values = rowsOf(csv).map((row) => Number(row.Value));
    expect(values.every(Number.isFinite)).toBe(true);
    expect(values.some((value) => value < 0)).toBe(true);
    expect(csv.split("\r\n").length).toBe(rowsOf(csv).length + 1);
  });
});

describe("answers as a table", () => {
  it("has a row for each answer with its words masked, and nobody's name", () => {
    const run = kettleRun();
    const csv = answersCsv(run, RESPONSES, namesOf(run), TEXTS, masks);
    const rows = rowsOf(csv);
    expect(rows).toHaveLength(RESPONSES.flatMap(({ answers }) => answers).length);
    expect(rows.find((row) => row.Heard === "spoke" && row.Words)?.Words).toContain("kettle");
    expect(csv).not.toContain("Buyer");
  });
});

describe("words of hostile people", () => {
  const run = hostileRun();
  const reviews = [{ ...(EVIDENCE.reviews[0] as Review), place: { url: "javascript:alert(1)" } }];

  it("are no formulas in tables", () => {
    for (const csv of [surveyCsv(run, namesOf(run), TEXTS), answersCsv(run, RESPONSES, namesOf(run), TEXTS, masks)]) {
      const cells = Papa.parse<string[]>(csv.slice(1)).data.flat();
      const numbers = /^-?\d+(\.\d+)?(e-?\d+)?$/;
      expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell) && !numbers.test(cell))).toEqual([]);
      expect(cells).toContain(`'${HOSTILE.formula}`);
    }
  });

  it("keep quotes and line breaks of a cell within it", () => {
    const rows = rowsOf(surveyCsv(run, namesOf(run), TEXTS));
    expect(rows.some((row) => row.Option === HOSTILE.broken)).toBe(true);
  });

  it("are text in the report: no tags, no attributes, no address that runs", () => {
    const page = html(run, reviews);
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<img");
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toMatch(/href="(?!https?:)/);
    expect(page).not.toContain("mail@x.example");
    expect(page).toContain("default-src 'none'");
  });

  it("cannot turn the words around them in a chart", () => {
    for (const chart of chartsIn(run)) {
      const names = chart.kind === "curves" ? [] : chart.rows.map(({ name }) => name);
      for (const words of [chart.title, chart.sub, ...names]) {
        expect(words).not.toMatch(/[\u202A-\u202E]|\p{Cc}/u);
      }
    }
  });

  it("are masked in JSON as elsewhere", () => {
    const json = surveyJson(run, TEXTS, masks);
    expect(json).not.toContain("mail@x.example");
    expect(JSON.parse(json).run.results.reasons[0].quotes[0].text).toContain("[email]");
  });
});

describe("the report", () => {
  it("is marked simulated, with the gauge, every parameter, limits, quotes and their page", () => {
    const page = html(kettleRun());
    for (const said of [
      "simulated",
      "Nobody was asked",
      "Roughly: from their words alone",
      "not run",
      "Stars measure satisfaction",
      "SHA-256",
      kettleRun().manifest?.hash ?? "",
      "multilingual-e5-small",
      "slope 1.820",
      "terrible",
      "no margin of error is given",
      "The glass body is terrible to clean.",
    ])
      expect(page, said).toContain(said);
  });

  it("says of a run that goes on how far it is, and of an unchecked one that it is not checked", () => {
    const page = html(kettleRun({ state: "running", done: 20, fidelity: UNCHECKED, manifest: undefined }));
    expect(page).toContain("So far: 20 of 60 asked.");
    expect(page).toContain("Not checked: these reviews have no stars to check against.");
  });

  it("sets apart what a language model wrote, and never as a quote", () => {
    const run = kettleRun({ spec: { ...SPEC, mode: "engine" } });
    const reason = { questionId: "why", side: "for" as const, reviewers: 1, quotes: [], written: ["I would buy it."] };
    const page = html({ ...run, results: { cells: [], differences: [], reasons: [reason] } });
    expect(page).toContain("Written by the language model (simulated, not a quote)");
    expect(page).toContain('<p class="written" dir="auto">I would buy it.</p>');
    expect(page).not.toMatch(/<blockquote[^>]*>I would buy it/);
  });
});

describe("JSON", () => {
  it("says that it is simulated and holds the run with its manifest, without texts and vectors", () => {
    const run = kettleRun();
    const material = { reviews: [], sentences: [], themes: [], segments: [], vectors: {} };
    const manifest = run.manifest && { ...run.manifest, material };
    const read = JSON.parse(surveyJson({ ...run, manifest }, TEXTS, masks));
    expect(read).toMatchObject({ format: "earshot-survey-run", version: 1, simulated: true });
    expect(read.run.manifest.hash).toBe(run.manifest?.hash);
    expect(read.run.manifest.material).toBeUndefined();
    expect(read.run.results).toEqual(run.results);
  });
});
