import type { CalibrationMap, Fidelity } from "./fidelity";
import type { EntityMention } from "./marks";
import type { ProblemCode } from "./problem";
import type { Scale } from "./scale";
import type { SurveySpec } from "./survey";
import type { SurveyResults } from "./survey-results";

/** A run of a survey; stored before it begins, kept answer by answer. */
export interface SurveyRun {
  id: string;
  subjectId: string;
  spec: SurveySpec;
  /** Statements as they were when it began: changed or deleted since, they are still those of this run. */
  scales?: Scale[];
  /** `running` without a running engine means that it broke off and can be gone on with. */
  state: "running" | "paused" | "done" | "failed";
  /** Respondents answered, and all of them. */
  done: number;
  of: number;
  results?: SurveyResults;
  fidelity?: Fidelity;
  manifest?: SurveyManifest;
  problem?: { code?: ProblemCode; values?: { name?: string; other?: string }; message: string };
  /** ISO 8601. */
  created: string;
  updated: string;
}

/** Everything a run rests on; with `material` it can be run again elsewhere to the same bits (evidence mode). */
export interface SurveyManifest {
  format: "earshot-survey";
  version: 1;
  /** Version of Earshot. */
  earshot: string;
  /** ISO 8601. */
  date: string;
  subject: { id: string; name: string; url: string };
  spec: SurveySpec;
  scales: Scale[];
  encoder: { model: string; revision: string; graph: string; backend: string };
  heads: number;
  calibration?: CalibrationMap;
  /** With an engine: what wrote, and the prompts, with `{…}` where words of a person stand. */
  engine?: { kind: string; model: string; revision?: string; backend: string; temperature: number; prompts: string[] };
  /** Respondents drawn, and answers that said something, of all that were asked. */
  captured: { respondents: number; heard: number; asked: number };
  /** SHA-256 over what was asked of whom: spec, scales, models, texts. The cache of an engine goes by it. */
  hash: string;
  results: SurveyResults;
  fidelity?: Fidelity;
  material?: SurveyMaterial;
}

/** Words and vectors a run used, so that it can be computed again. */
export interface SurveyMaterial {
  reviews: {
    id: string;
    /** Pseudonym of its writer within this file. */
    reviewer: string;
    body: string;
    title?: string;
    rating?: number;
    ratingScale?: number;
    language?: string;
    /** Text-implied stars, 1–5, and flags, as understood. */
    stars?: number;
    flags?: string[];
    score?: number;
  }[];
  sentences: {
    id: string;
    reviewId: string;
    start: number;
    end: number;
    language: string;
    label: string;
    score: number;
    /** int8, base64. */
    vector: string;
    themeId?: string;
    /** Amounts of money it names, as understood; places in the body. */
    prices?: EntityMention[];
  }[];
  themes: { id: string; label: string }[];
  segments: { id: string; reviewIds: string[] }[];
  /** Of anchors, questions, concepts, options and whole reviews: text → float32, base64. */
  vectors: Record<string, string>;
  /** Of the subject's prices. */
  currency?: string;
  /** SHA-256 over all of the above, so that a change of a vector shows as one of a word does. */
  hash?: string;
}
