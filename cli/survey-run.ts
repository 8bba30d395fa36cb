/** A survey of the reviewers of a file, answered and kept with all it rests on. */
import { readFileSync } from "node:fs";
import { fidelityOf } from "../lib/ask/fidelity";
import type { Material } from "../lib/ask/material";
import { answerFromReviews, manifestOf, resultsOf, type SurveyInput, withMaterial } from "../lib/ask/survey";
import { type Fidelity, Problem, type SurveyManifest, type SurveySpec } from "../lib/domain";
import type { Encoder } from "../lib/models/model";
import { HEADS_VERSION } from "../lib/understand/heads";
import { answerParts, type OpenedEngine } from "./engine";
import { answerWithEngine } from "./survey-engine";
import { prepareSurvey, type Tell } from "./survey-prepare";
import type { SpecFile } from "./survey-spec";

export interface SurveyRunning {
  asked: SpecFile;
  material: Material;
  encoder: Encoder;
  engine: OpenedEngine;
  /** Takes one sentence per thing to know. */
  tell: Tell;
}

/** @returns the manifest, in evidence mode with what it takes to run it again. @throws Problem survey_*, scale_* when it cannot be asked */
export async function runSurvey({ asked, material, encoder, engine, tell }: SurveyRunning): Promise<SurveyManifest> {
  const prepared = await prepareSurvey(asked, material, encoder, tell);
  const { input, panel, people, anchors } = prepared;
  const { spec, evidence, segments } = input;
  const options = { seed: spec.seed, means: evidence.index.means };
  const checked = fidelityOf(people, anchors, spec.rating, options);
  const generator = spec.mode === "engine" ? await engine.source.ready(new AbortController().signal) : undefined;
  if (spec.mode === "engine" && !generator)
    throw new Problem("survey_engine_missing", "This survey is for a language model. Name one with --engine.");
  const common = {
    panel,
    earshot: versionOf(),
    date: new Date().toISOString(),
    subject: { id: "file", url: "" },
    encoder: encoder.info,
    heads: HEADS_VERSION,
  };
  if (generator) {
    const written = await answerWithEngine(prepared, material, generator, answerParts(encoder, engine.source), tell);
    const { responses, numbers } = written;
    const results = resultsOf(spec, responses, evidence, segments);
    const fidelity =
      numbers.size > 0 ? fidelityOf(people, anchors, spec.rating, { ...options, engineNumbers: numbers }) : checked;
    return manifestOf({ ...common, input, responses, results, fidelity, engine: written.engine });
  }
  const calibrated: SurveyInput = { ...input, ...(checked.map ? { calibration: checked.map } : {}) };
  const started = performance.now();
  const responses = panel.map((respondent) => answerFromReviews(calibrated, respondent));
  const results = resultsOf(spec, responses, evidence, segments);
  tell(toldOf(spec, panel.length, performance.now() - started));
  return withMaterial(manifestOf({ ...common, input: calibrated, responses, results, fidelity: checked }), calibrated);
}

function toldOf({ questions, concepts }: SurveySpec, respondents: number, milliseconds: number): string {
  const asked = `questions: ${questions.length}${concepts.length > 0 ? `, concepts: ${concepts.length}` : ""}`;
  return `${respondents} reviewers answered in ${(milliseconds / 1000).toFixed(2)} s (${asked})`;
}

/** @returns in a sentence how far what is printed was checked against people */
export function fidelitySentence({ checked, why, verdict, heldOut, needed }: Fidelity): string {
  if (checked)
    return `satisfaction from words was checked against the stars of ${heldOut} reviewers kept away: ${verdict ?? "not judged"}`;
  return why === "no-stars"
    ? "not checked against people: these reviews have no stars"
    : `not checked against people: fewer than ${needed} reviewers with stars`;
}

function versionOf(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  return version;
}
