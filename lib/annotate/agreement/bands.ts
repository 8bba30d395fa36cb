/**
 * Words for α, quoted from Krippendorff: rely on α ≥ 0.800, draw only tentative conclusions from 0.667 ≤ α < 0.800 (Krippendorff 2004, Reliability
 * in Content Analysis: Some Common Misconceptions and Recommendations, Human Communication Research 30, 429; Content Analysis, 2nd ed., p. 241).
 * He adds that such bounds are a choice, to be set by what a wrong conclusion would cost; so the words never stand without that.
 */
export const RELIABLE = 0.8;
export const TENTATIVE = 0.667;

export type AlphaBand = "reliable" | "tentative" | "low";

export function bandOf(alpha: number): AlphaBand {
  if (alpha >= RELIABLE) return "reliable";
  return alpha >= TENTATIVE ? "tentative" : "low";
}
