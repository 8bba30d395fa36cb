/** What a survey is answered from. Vectors come as an argument: nothing here knows a model. */
import type { CalibrationMap, Scale, Segment, SurveySpec } from "../../domain";
import type { Evidence } from "../answering";
import type { Vector } from "../vectors";

export interface SurveyInput {
  spec: SurveySpec;
  evidence: Evidence;
  /** Of the subject; those the spec does not name are not asked apart. */
  segments: readonly Segment[];
  /** Every scale the questions name. */
  scales: readonly Scale[];
  vectors: SurveyVectors;
  /** Of the subject's prices. */
  currency?: string;
  /** Learnt on held-in reviewers; used where the spec wants it and there is one. */
  calibration?: CalibrationMap;
}

/** Encoder vector of each text that `textsOf` names. */
export type SurveyVectors = ReadonlyMap<string, Vector>;

/** One who is asked: a real reviewer with all of their reviews of the subject. */
export interface Respondent {
  /** Id of their first review; never a name. */
  id: string;
  reviewIds: string[];
  segmentIds: string[];
  /** Concepts in the order in which they are shown. */
  shown: string[];
}
