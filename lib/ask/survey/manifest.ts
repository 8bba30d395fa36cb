/** Everything a run rests on: what was asked of whom, by what it was rated, and what came of it. */
import type { Fidelity, Scale, Subject, SurveyManifest, SurveyResponse, SurveyResults, SurveySpec } from "../../domain";
import type { ReadReview } from "../material";
import { countingReviews } from "../material";
import { hashOf } from "./canonical";
import type { Respondent, SurveyInput } from "./input";
import { readSurveySpec } from "./read-spec";

export interface ManifestParts {
  /** Version of Earshot. */
  earshot: string;
  /** ISO 8601. */
  date: string;
  /** Kept under the name that the evidence has, since words of it are no topic. */
  subject: Pick<Subject, "id" | "url"> & Partial<Pick<Subject, "name">>;
  input: SurveyInput;
  panel: readonly Respondent[];
  responses: readonly SurveyResponse[];
  results: SurveyResults;
  encoder: SurveyManifest["encoder"];
  /** Version of the heads that read the reviews. */
  heads: number;
  engine?: SurveyManifest["engine"];
  fidelity?: Fidelity;
}

/** @returns the manifest without words and vectors; `withMaterial` adds them */
export function manifestOf(parts: ManifestParts): SurveyManifest {
  const { earshot, date, input, panel, responses, results, fidelity } = parts;
  const { model, revision, graph, backend } = parts.encoder;
  const models = {
    encoder: { model, revision, graph, backend },
    heads: parts.heads,
    ...(input.spec.rating.calibrated && input.calibration ? { calibration: input.calibration } : {}),
    ...(parts.engine ? { engine: parts.engine } : {}),
  };
  const spec = canonicalSpec(input.spec);
  const scales = scalesOf(spec, input.scales);
  return {
    format: "earshot-survey",
    version: 1,
    earshot,
    date,
    subject: { id: parts.subject.id, name: input.evidence.subject.name, url: parts.subject.url },
    spec,
    scales,
    ...models,
    captured: capturedOf(panel, responses),
    hash: surveyHash({ spec, scales, ...models, panel, reviews: input.evidence.reviews }),
    results,
    ...(fidelity ? { fidelity } : {}),
  };
}

/** What the hash of a run is made of. */
export interface Asked
  extends Pick<SurveyManifest, "spec" | "scales" | "encoder" | "heads" | "calibration" | "engine"> {
  panel: readonly Respondent[];
  reviews: readonly ReadReview[];
}

/**
 * @returns SHA-256 over survey, scales, models, respondents and the texts of all reviews that count, in whatever order they come; whether
 * a run was to be fresh is no part of it
 */
export function surveyHash({ spec, scales, encoder, heads, calibration, engine, panel, reviews }: Asked): string {
  const { fresh: _, ...asked } = canonicalSpec(spec);
  const texts = countingReviews(reviews).map(({ id, title, body, rating, ratingScale }) => ({
    id,
    title,
    body,
    rating,
    ratingScale,
  }));
  texts.sort((a, b) => (a.id < b.id ? -1 : 1));
  return hashOf({ spec: asked, scales, encoder, heads, calibration, engine, panel, texts });
}

/** A survey as it is read from a file, so that one from the panel and its copy in a manifest are the same. */
function canonicalSpec(spec: SurveySpec): SurveySpec {
  return readSurveySpec(spec, spec.title);
}

function scalesOf({ questions }: SurveySpec, scales: readonly Scale[]): Scale[] {
  return scales.filter(({ id }) => questions.some(({ scale }) => scale === id));
}

function capturedOf(panel: readonly Respondent[], responses: readonly SurveyResponse[]): SurveyManifest["captured"] {
  const asked = responses.flatMap(({ answers }) => answers).filter(({ heard }) => heard !== "skipped");
  return {
    respondents: panel.length,
    heard: asked.filter(({ heard }) => heard === "spoke").length,
    asked: asked.length,
  };
}
