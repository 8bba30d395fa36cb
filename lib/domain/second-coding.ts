import type { Code } from "./code";
import type { QuotedText } from "./review";

/** What is coded as one: each sentence, or each review as a whole. */
export const CODING_UNITS = ["sentence", "review"] as const;
export type CodingUnitKind = (typeof CODING_UNITS)[number];

/** What the machine knows of a code: its definition alone, or the examples of passages outside the sample, too. */
export const CODING_BASES = ["definition", "examples"] as const;
export type CodingBasis = (typeof CODING_BASES)[number];

export interface CodingSample {
  /** `random`: every unit has the same chance; `stratified`: by sentiment of the review, each in its share; `all`: no drawing. */
  method: "random" | "stratified" | "all";
  size: number;
  seed: number;
}

export interface SecondCodingPlan {
  subjectId: string;
  codeIds: string[];
  unit: CodingUnitKind;
  sample: CodingSample;
}

/** What was decided on one unit. */
export interface UnitCoding {
  /** Place of the unit in the sample. */
  unit: number;
  /** Codes given; none is a decision, too. */
  codeIds: string[];
  /** ISO 8601. */
  at: string;
}

/** A passage that two coders code without seeing each other's work. */
export interface SecondCoding {
  id: string;
  subjectId: string;
  unit: CodingUnitKind;
  sample: CodingSample;
  /** How many units it was drawn from. */
  of: number;
  /** The codes as they were when it began: a definition that is changed while the sample is coded changes nothing of it. */
  codes: SecondCodingCode[];
  units: QuotedText[];
  /** By the person, in the order in which they were coded; uncoded units are missing values. */
  human: UnitCoding[];
  coderId: string;
  /** By the machine, one run a basis: kept apart until the person has finished. */
  machine: MachineCoding[];
  /** Disagreements a person decided. */
  adjudicated: { unit: number; codeId: string; yes: boolean; at: string }[];
  created: string;
  /** When the person had finished, or asked to see. */
  revealed?: string;
  /** When what was decided was last written into the person's annotations. */
  applied?: string;
}

export type SecondCodingCode = Pick<Code, "id" | "name"> &
  Partial<Pick<Code, "description" | "include" | "exclude" | "inVivo">>;

export interface MachineCoding {
  basis: CodingBasis;
  /** Model, revision and version of the heads. */
  model: string;
  codings: (UnitCoding & {
    /** Chance of each code, 0–1, in the order of `SecondCoding.codes`. */
    chances: number[];
  })[];
  /** Examples each code was learnt from, none of them in the sample. */
  examples: { codeId: string; yes: number; no: number }[];
  made: string;
}

/** How far coders agree beyond chance. Undefined where it cannot be said: no variation, or too few units. */
export interface Agreement {
  units: number;
  /** Share of pairs that agree, 0–1. */
  percent?: number;
  /** Cohen 1960; two coders only. */
  kappa?: number;
  /** Krippendorff's α for nominal data with missing values. */
  alpha?: number;
  /** 95 % by bootstrap. */
  interval?: { low: number; high: number };
}
