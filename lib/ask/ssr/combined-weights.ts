import type { OrdinalModel } from "./ordinal";

/**
 * Proportional odds over the mean point of plain SSR and the stars (whole reviews) or the sentiment (sentences) which the reader network sees in the
 * same words. Learnt by `npm run eval:survey` on the development half of its clothing products (978 reviews of 13, CC0) and reported on the other half;
 * those of `score` are learnt on whole reviews, too, and used for sentences.
 */
export const COMBINED: Readonly<Record<"stars" | "score", OrdinalModel>> = {
  stars: { slopes: [1.566, 1.247], cuts: [4.656, 6.138, 8.025, 10.092] },
  score: { slopes: [1.67, 2.927], cuts: [1.154, 2.615, 4.443, 6.465] },
};
