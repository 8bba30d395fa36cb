import type { Evidence } from "./evidence";

/** How sure a label is: the words people read for a chance. `unmeasured`: nobody knows how often it is right. */
export type Certainty = "very" | "probably" | "unsure" | "unmeasured";

/**
 * From these chances on a label is called very likely and likely, as in the IPCC's guidance on calibrated language
 * (Mastrandrea et al. 2010); below the lower one it is a guess and counted apart.
 */
const VERY = 0.9;
const LIKELY = 0.66;

/** @returns the certainty of a mark by its chance (0–1); one without a chance was not measured */
export function certaintyOf({ confidence }: { confidence?: number }): Certainty {
  if (confidence === undefined || Number.isNaN(confidence)) return "unmeasured";
  if (confidence >= VERY) return "very";
  return confidence >= LIKELY ? "probably" : "unsure";
}

/** @returns true when the mark has a chance and it is low; what was never measured is not called unsure */
export function isUnsure(mark: { confidence?: number }): boolean {
  return certaintyOf(mark) === "unsure";
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
    const certainty = certaintyOf(finding.sentiment);
    split.of += 1;
    split[certainty === "unsure" || certainty === "unmeasured" ? certainty : "sure"] += 1;
  }
  return split;
}
