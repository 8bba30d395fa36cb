import type { OrdinalModel } from "./ordinal";

/**
 * Proportional odds over the mean point of plain SSR and the stars (whole reviews) or the sentiment (sentences) which the reader network sees in the
 * same words. Learnt by `npm run eval:survey` on the development half of its clothing products (978 reviews of 13, CC0) and reported on the other half;
 * those of `score` are learnt on whole reviews, too, and used for sentences.
 */
export const COMBINED: Readonly<Record<"stars" | "score", OrdinalModel>> = {
  stars: { slopes: [1.596, 1.245], cuts: [4.702, 6.192, 8.099, 10.182] },
  score: { slopes: [1.728, 2.855], cuts: [1.287, 2.757, 4.604, 6.641] },
};
