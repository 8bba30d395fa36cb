/** Results of a survey as people read them: by eye, by ear, by keyboard. */
import { screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { PanelActions, PanelView } from "../../../components/view";
import type { SurveyRun } from "../../../lib/domain";
import { personaWith } from "../../fixtures/ask/made";
import { hostileRun } from "../../fixtures/survey/hostile-run";
import { EVIDENCE, kettleRun, RESPONSES, SEGMENTS, SPEC, UNCHECKED } from "../../fixtures/survey/kettle-run";
import { accessibilityProblems, draw, open } from "../components/draw";
import { quietActions, READ } from "../components/scenes";

const evidence: PanelView["evidence"] = {
  ...READ.evidence,
  reviews: EVIDENCE.reviews.map((review) => ({ ...review, understood: 1 })),
  personas: SEGMENTS.map((segment) => personaWith({ segment })),
};

async function drawResult(run: SurveyRun, actions: Partial<PanelActions> = {}) {
  const drawn = await draw({ ...READ, evidence, surveys: [run] }, actions);
  open("Test");
  const [opens] = await waitFor(() => within(screen.getByRole("list", { name: "Your tests" })).getAllByRole("button"));
  opens?.click();
  await waitFor(() => screen.getByText(/^Nobody was asked/));
  return drawn;
}

async function chartsDrawn(count: number) {
  await waitFor(() => expect(document.querySelectorAll(".chart svg").length).toBe(count), { timeout: 20_000 });
}

const question = (text: string) => screen.getByRole("region", { name: text });
const openFolds = (within_ = "") =>
  document.querySelectorAll<HTMLDetailsElement>(`.survey-result ${within_} details`).forEach((fold) => {
    fold.open = true;
  });

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(320, 900);
});
afterEach(() => {
  document.documentElement.style.colorScheme = "";
});

/** Charts that are seen at once, in the order of the questions; those of the gauge are folded. */
const CHARTS = 4 + 3 + 3 + 3 + 3 + 2 + 1;

describe("results of a survey", () => {
  it("say first that they are simulated and how far to believe them", async () => {
    await drawResult(kettleRun());
    const gauge = screen.getByRole("region", { name: "How far to believe it" });
    within(gauge).getByText(/^Roughly: from their words alone/);
    within(gauge).getByText(/Checked on 30 reviewers.*Stars measure satisfaction, not the wish to buy/);
    expect(screen.getAllByText("simulated").length).toBeGreaterThan(0);
  });

  it("show the check with all ways, the two baselines among them, and what calibration does", async () => {
    await drawResult(kettleRun());
    openFolds(".gauge");
    const table = screen.getByRole("table", { name: "The check in figures" });
    within(table).getByRole("row", { name: "Words alone (plain SSR) (used here) 0.73 0.61 3.41" });
    within(table).getByRole("row", { name: "Asking the language model for a number not run – –" });
    within(table).getByRole("row", { name: "Other products’ mean, no words read 0.85 – 4.05" });
    within(table).getByRole("row", { name: "The other half of the reviewers 0.87 – –" });
    screen.getByText(/likeness 0.73 without, 0.98 with it. It is not used here./);
    await waitFor(() => expect(document.querySelectorAll(".gauge .chart svg").length).toBe(1));
  });

  it("say in words where there are too few to check", async () => {
    await drawResult(
      kettleRun({ fidelity: { ...UNCHECKED, why: "few-reviewers", heldIn: 14, needed: 40 }, manifest: undefined }),
    );
    screen.getByText("Not checked: 14 reviewers gave stars and words, 40 are needed.");
  });

  it("draw what fits each kind of question, every chart with its figures in words", async () => {
    await drawResult(kettleRun());
    await chartsDrawn(CHARTS);
    const charts = screen.getAllByRole("img", { name: /^(Bars: how|Lines|Dots)/ });
    expect(charts).toHaveLength(CHARTS);
    const first = charts[0]?.getAttribute("aria-label") ?? "";
    expect(first).toContain("How good is this kettle?");
    expect(first).toMatch(/Quiet.*mean 4.3 · 24 of 60/);
    within(question("How good is this kettle?")).getAllByText("1 is “terrible”, 5 is “excellent”");
    within(question("Which price is right?")).getByText(/^All asked: 20 reviewers name a price/);
    within(question("Which price is right?")).getByText(
      "Happy owners: 16 reviewers name a price in their words: too few on each side for price curves.",
    );
    within(question("What does each feature do?")).getByRole("table", { name: "All asked" });
  });

  it("say what differs in words, with range, chance and effective number of reviewers", async () => {
    await drawResult(kettleRun());
    const liking = within(question("How good is this kettle?"));
    liking.getByText("“Quiet” is taken better than “Glass”.");
    liking.getByText(/^Difference \+0\.46 \(95% of resamples \+0\.24 to \+0\.69, p < 0\.01\); worth as much as 35\.4/);
    liking.getByText(/never over simulated answers/);
  });

  it("say undecided where it is", async () => {
    const run = kettleRun();
    const [pair] = run.results?.differences ?? [];
    if (!pair || !run.results) throw new Error("There is a pair in the run.");
    const undecided = { ...pair, verdict: "undecided" as const, low: -0.2, high: 0.5, p: 0.4 };
    await drawResult({ ...run, results: { ...run.results, differences: [undecided] } });
    screen.getByText("Between “Quiet” and “Glass” nothing can be decided.");
  });

  it("give words instead of figures for groups of few", async () => {
    await drawResult(kettleRun());
    const liking = within(question("How good is this kettle?"));
    liking.getByText("Quiet · Two of them: Only one reviewer says anything on it: too few for figures.");
    openFolds();
    const [table] = liking.getAllByRole("table");
    if (!table) throw new Error("There is a table.");
    within(table).getByRole("row", { name: "Quiet · Two of them 1 2 – – – – – –" });
  });

  it("open quotes by keyboard", async () => {
    const show = vi.fn(async () => "quote" as const);
    await drawResult(kettleRun(), { show });
    const fold = within(question("How good is this kettle?")).getByText("Why");
    fold.focus();
    await userEvent.keyboard("{Enter}{Tab}{Enter}");
    await waitFor(() => expect(show).toHaveBeenCalledOnce());
  });

  it("keep what a language model wrote apart from quotes, and marked", async () => {
    const reason = { questionId: "why", side: "for" as const, reviewers: 1, quotes: [], written: ["I would buy it."] };
    const results = { cells: [], differences: [], reasons: [reason] };
    await drawResult(kettleRun({ spec: { ...SPEC, mode: "engine" }, results }));
    const words = screen.getByText("I would buy it.");
    expect(words.closest("blockquote, .quote")).toBeNull();
    within(words.closest("section") as HTMLElement).getByText("simulated");
  });

  it("can be read while it runs", async () => {
    await drawResult(kettleRun({ state: "running", done: 20, manifest: undefined, fidelity: undefined }));
    screen.getByText("So far: 20 of 60 asked.");
    screen.getByText("Not checked yet.");
    await chartsDrawn(CHARTS);
    expect(screen.queryByRole("button", { name: /manifest/ })).toBeNull();
  });

  it("show every parameter of the run", async () => {
    const run = kettleRun();
    await drawResult(run);
    screen.getByText("How this was made").click();
    for (const value of [run.manifest?.hash, "7", "500", "multilingual-e5-small · 1571fc98 · int8 · wasm", "Plain SSR"])
      screen.getByText(value ?? "");
    screen.getByText(/no margin of error is given/);
  });

  it("take hostile words for words", async () => {
    await drawResult(hostileRun());
    await chartsDrawn(CHARTS);
    openFolds();
    expect(document.querySelector(".survey-result script, .survey-result img")).toBeNull();
  });

  it.each(["light", "dark"])("are accessible at 320 pixels in %s, with everything opened", async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    await drawResult(kettleRun());
    await chartsDrawn(CHARTS);
    openFolds();
    await chartsDrawn(CHARTS + 1);
    expect(await accessibilityProblems()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });
});

describe("files of a result", () => {
  async function saved(press: string | RegExp, run = kettleRun()) {
    const save = vi.fn<PanelActions["save"]>();
    const tests = { ...quietActions().tests, responses: async () => RESPONSES };
    await drawResult(run, { save, tests });
    screen.getByText("Charts as pictures").click();
    const [button] = screen.getAllByRole("button", { name: press });
    button?.click();
    await waitFor(() => expect(save).toHaveBeenCalledOnce(), { timeout: 20_000 });
    const [name = "", content = "", type] = save.mock.calls[0] ?? [];
    return { name, content, type };
  }

  it("are a report with its charts drawn in it", async () => {
    const { name, content, type } = await saved("Report (HTML)");
    expect(name).toBe("earshot-test-Quiet-or-glass.html");
    expect(type).toMatch(/^text\/html/);
    const report = new DOMParser().parseFromString(String(content), "text/html");
    expect(report.querySelectorAll("figure svg")).toHaveLength(CHARTS);
    expect(report.querySelector("figure svg")?.textContent).toContain("56%");
  });

  it("are tables", async () => {
    expect(String((await saved("Figures (CSV)")).content)).toContain("All asked");
  });

  it("are pictures that say themselves what they are", async () => {
    const { name, content } = await saved("SVG: How good is this kettle? · All asked");
    expect(name).toBe("earshot-test-Quiet-or-glass-How-good-is-this-kettle-All-asked.svg");
    const picture = new DOMParser().parseFromString(String(content), "image/svg+xml");
    expect(picture.querySelector("parsererror")).toBeNull();
    for (const words of ["simulated", "How good is this kettle?", "Nobody was asked", "Roughly"])
      expect(picture.documentElement.textContent).toContain(words);
    expect(String(content)).not.toContain("var(--");
  });

  it("are pictures even of hostile words", async () => {
    const { content } = await saved(/^PNG: liking/, hostileRun());
    const bitmap = await createImageBitmap(new Blob([content as Uint8Array<ArrayBuffer>], { type: "image/png" }));
    expect(bitmap.width).toBe(1440);
  });
});
