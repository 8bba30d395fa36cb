import type { Evidence } from "./evidence";

/**
 * How sure a mark is: the words people read for a chance, of labels and of suggestions alike. `unmeasured`: nobody knows how often it is right.
 * A label may stand at an unlikely chance and still be the likeliest of several; its texts then call it unsure.
 */
export type Certainty = "very" | "probably" | "unsure" | "unlikely" | "unmeasured";

/**
 * From these chances on something is called very likely, likely, and about as likely as not, as in the IPCC's guidance on calibrated
 * language (Mastrandrea et al. 2010); what is less than likely is a guess and counted apart.
 */
const VERY = 0.9;
const LIKELY = 0.66;
const EVEN = 0.33;

/** @returns the certainty of a mark by its chance (0–1); one without a chance was not measured */
export function certaintyOf({ confidence }: { confidence?: number }): Certainty {
  if (confidence === undefined || Number.isNaN(confidence)) return "unmeasured";
  if (confidence >= VERY) return "very";
  if (confidence >= LIKELY) return "probably";
  return confidence >= EVEN ? "unsure" : "unlikely";
}

/** @returns true when the mark has a chance and it is high enough to be counted as right: "very" or "probably" */
export function isLikely({ confidence }: { confidence?: number }): boolean {
  return confidence !== undefined && confidence >= LIKELY;
}

/** @returns true when the mark has a chance and it is low; what was never measured is not called unsure */
export function isUnsure({ confidence }: { confidence?: number }): boolean {
  return confidence !== undefined && confidence < LIKELY;
}

/** How sure the labels of the reviews are. The parts add up to `of`. */
export interface ConfidenceSplit {
  sure: number;
  unsure: number;
  unmeasured: number;
  of: number;
}

/** @returns how many understood reviews with words have a sure label and how many an unsure one */
export function confidenceSplit(evidence: Evidence): ConfidenceSplit {
  const split: ConfidenceSplit = { sure: 0, unsure: 0, unmeasured: 0, of: 0 };
  for (const { finding } of evidence.reviews) {
    if (!finding || finding.flags.includes("no-words")) continue;
    split.of += 1;
    split[isLikely(finding.sentiment) ? "sure" : isUnsure(finding.sentiment) ? "unsure" : "unmeasured"] += 1;
  }
  return split;
}
