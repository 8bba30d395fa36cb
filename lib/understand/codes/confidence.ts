/**
 * From a score to the chance that a sentence belongs. The link was fitted over many codes made by people, never over those it is measured on
 * (scripts/eval/codes-calibrate.ts); what a person judges moves it for their own code.
 */
import type { LearntCode, Lesson } from "./learn";

/** What else than its score says how likely a sentence is to belong. */
export interface Standing {
  /** Log of the share of all sentences that score at least as high as an unseen example does on average: how rare the code is. */
  rarity: number;
  /** Log of the number of "yes" examples. */
  experience: number;
}

/** Weights of `evidenceOf`, in its order. */
const LINK = [-1.45, 0.97, 1.25, 0.39, -0.13] as const;
/** Unseen examples are expected this far above the mean (standard deviations), as if one such example had been seen. */
const EXPECTED = 2;
/** Standard deviation of how far codes are from the common link (log-odds). */
const OWN_SPREAD = 1;
/** Fewer judgements of either kind say too little about the code's own link. */
const EACH_SIDE = 2;

/** The link of one code: log-odds = LINK · evidence + shift. */
export interface Link extends Standing {
  shift: number;
}

export function linkOf(code: LearntCode, lessons: readonly Lesson[]): Link {
  const standing = standingOf(code, lessons);
  const judged = lessons.flatMap(({ yes, judged }, i) =>
    judged ? [{ yes, logit: logit(code.leftOut[i] as number, { ...standing, shift: 0 }) }] : [],
  );
  const sides = [true, false].map((side) => judged.filter(({ yes }) => yes === side).length);
  return { ...standing, shift: Math.min(...sides) >= EACH_SIDE ? shiftOf(judged) : 0 };
}

/** @returns chance of 0–1 that a sentence with this score belongs */
export function confidenceOf(score: number, link: Link): number {
  return sigmoid(logit(score, link));
}

/** What the link weighs; `scripts/eval/codes-calibrate.ts` fits `LINK` to it. */
export function evidenceOf(score: number, { rarity, experience }: Standing): number[] {
  return [1, score, rarity, experience, score * rarity];
}

export function standingOf({ scores, leftOut }: LearntCode, lessons: readonly Lesson[]): Standing {
  let sum = EXPECTED;
  let weights = 1;
  for (const [i, { yes, weight }] of lessons.entries()) {
    if (!yes) continue;
    sum += weight * (leftOut[i] as number);
    weights += weight;
  }
  const typical = Math.max(0.3, sum / weights);
  const above = scores.reduce((count, score) => count + (score >= typical ? 1 : 0), 0);
  return {
    rarity: Math.log((above + 0.5) / (scores.length + 0.5)),
    experience: Math.log(Math.max(0.5, weights - 1)),
  };
}

function logit(score: number, link: Link): number {
  return evidenceOf(score, link).reduce((sum, value, i) => sum + value * (LINK[i] as number), link.shift);
}

/** Most likely shift given the judgements and `OWN_SPREAD` (Platt 1999 with only the offset free), by Newton steps. */
function shiftOf(judged: readonly { yes: boolean; logit: number }[]): number {
  let shift = 0;
  for (let step = 0; step < 8; step++) {
    let slope = -shift / OWN_SPREAD ** 2;
    let curve = 1 / OWN_SPREAD ** 2;
    for (const { yes, logit } of judged) {
      const p = sigmoid(logit + shift);
      slope += (yes ? 1 : 0) - p;
      curve += p * (1 - p);
    }
    shift += slope / curve;
  }
  return shift;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
