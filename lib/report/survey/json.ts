/** A run with its manifest as JSON, for whoever reads it by program. */
import type { QuotedText, SurveyReason, SurveyResults, SurveyRun } from "../../domain";
import { gaugeReading } from "./gauge";
import type { ReportTexts } from "./names";

export interface Masks {
  /** What a model or a person wrote, without personal data. */
  mask(text: string): string;
  /** A reviewer's words, without personal data. */
  maskQuote(quote: QuotedText): string;
}

/** @returns indented JSON, ending with a line break: marked simulated, words masked, the manifest without texts and vectors */
export function surveyJson(run: SurveyRun, texts: ReportTexts, masks: Masks): string {
  const { manifest, results, ...rest } = run;
  const document = {
    format: "earshot-survey-run",
    version: 1,
    simulated: true,
    notice: texts.phrase("surveySimulatedHow", { mode: run.spec.mode }),
    checked: gaugeReading(run.fidelity, texts, run.spec).sentence,
    limits: texts.phrase("surveyLimits"),
    run: {
      ...rest,
      ...(results ? { results: masked(results, masks) } : {}),
      ...(manifest ? { manifest: { ...withoutMaterial(manifest), results: masked(manifest.results, masks) } } : {}),
    },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** What a run is computed again from is in the manifest file, and only there. */
function withoutMaterial({ material: _, ...manifest }: NonNullable<SurveyRun["manifest"]>) {
  return manifest;
}

function masked(results: SurveyResults, masks: Masks): SurveyResults {
  return { ...results, reasons: results.reasons.map((reason) => maskedReason(reason, masks)) };
}

/** @returns a reason as it may leave the machine */
export function maskedReason(reason: SurveyReason, { mask, maskQuote }: Masks): SurveyReason {
  return {
    ...reason,
    ...(reason.topic === undefined ? {} : { topic: mask(reason.topic) }),
    quotes: reason.quotes.map((quote) => ({ ...quote, text: maskQuote(quote) })),
    ...(reason.written ? { written: reason.written.map(mask) } : {}),
  };
}
