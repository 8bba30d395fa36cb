import type { OrdinalModel } from "./ordinal";

/**
 * Proportional odds over the mean point of plain SSR and the stars (whole reviews) or the sentiment (sentences) of the reader network.
 * Placeholder until learnt.
 */
export const COMBINED: Readonly<Record<"stars" | "score", OrdinalModel>> = {
  stars: { slopes: [4, 1], cuts: [12, 13, 14, 15] },
  score: { slopes: [4, 1.5], cuts: [9, 10, 11, 12] },
};
