/** A person asks: one group of reviewers, then several at once, and both again with the small language model. */
import type { Page } from "playwright-core";
import { GROUP_SIZE } from "../../lib/domain";
import {
  askFocusGroup,
  askQuestion,
  beginFocusGroup,
  chooseEvidence,
  chooseLanguageModel,
  openInterview,
  openPlace,
  personaNames,
} from "./panel-driver";
import type { Pictures } from "./pictures";
import type { TourOptions, TourReport } from "./tour";

/** What each step of asking works with. */
export interface AskingTour {
  page: Page;
  panel: Page;
  pictures: Pictures;
  options: TourOptions;
  report: TourReport;
}

/** Interview, focus group, and both with a language model where one can run. */
export async function askThem(tour: AskingTour): Promise<void> {
  await interview(tour);
  await holdFocusGroup(tour);
  await useLanguageModel(tour);
}

async function interview({ page, panel, pictures, options, report }: AskingTour): Promise<void> {
  report.personas.push(...(await personaNames(panel)));
  await pictures.takeWhole(panel, "personas");
  if (report.personas.length === 0) return;
  await openInterview(panel);
  for (const question of [options.question, options.unanswerable]) {
    const started = performance.now();
    report.answers.push({ question, answer: await askQuestion(panel, question) });
    report.timings.set(`answer “${question}”`, (performance.now() - started) / 1000);
    await pictures.takeBeside(page, panel, "answer");
  }
}

/** Voices that differ answer the same question, each by itself; then they are summed up. */
async function holdFocusGroup({ panel, pictures, options, report }: AskingTour): Promise<void> {
  if (report.personas.length < 3) return;
  const started = performance.now();
  await beginFocusGroup(panel);
  await pictures.take(panel, "focus-group-begins");
  await askFocusGroup(panel, options.question);
  report.timings.set("a round of a focus group", (performance.now() - started) / 1000);
  await pictures.takeWhole(panel, "focus-group");
  await panel.emulateMedia({ colorScheme: "dark" });
  await pictures.takeWhole(panel, "focus-group-dark");
  await panel.emulateMedia({ colorScheme: "light" });
  await panel.getByRole("button", { name: "Other reviewers" }).click();
  await openInterview(panel);
}

/** The same questions to the small language model that comes with Earshot: what of its prose stands on the reviews, and what does not. */
async function useLanguageModel(tour: AskingTour): Promise<void> {
  const { page, panel, pictures, options, report } = tour;
  if (report.personas.length === 0 || !(await chooseLanguageModel(panel))) return;
  await pictures.take(panel, "language-model-chosen");
  await openPlace(panel, "Ask");
  const started = performance.now();
  const answer = await askQuestion(panel, options.question);
  report.answers.push({ question: `${options.question} (SmolLM2)`, answer });
  report.timings.set("answer by SmolLM2, with loading it", (performance.now() - started) / 1000);
  await pictures.takeBeside(page, panel, "answer-by-a-language-model");
  await holdModelGroup(tour);
  await chooseEvidence(panel);
}

/** As few voices as make a group: the model writes on the processor, one voice after the other. */
async function holdModelGroup({ panel, pictures, options, report }: AskingTour): Promise<void> {
  if (report.personas.length < GROUP_SIZE.fewest) return;
  const started = performance.now();
  await beginFocusGroup(panel, GROUP_SIZE.fewest);
  await askFocusGroup(panel, options.question);
  report.timings.set("a round of a focus group with SmolLM2", (performance.now() - started) / 1000);
  await pictures.takeWhole(panel, "focus-group-by-a-language-model");
}
