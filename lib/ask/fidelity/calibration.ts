/** What the panel's words are worth in stars, learnt on people who gave both: monotone, so the order of people never changes. */
import type { CalibrationMap, RatingSettings } from "../../domain";
import { fitOrdinal } from "../ssr/ordinal";
import { rateText } from "../ssr/rated";
import { type AnchorVectors, meanScore } from "../ssr/rating";
import type { RatedPerson } from "./people";

/** With fewer people four cut-offs and a slope are guesses. */
export const FEWEST_LEARNT_FROM = 20;

/**
 * @param anchors of satisfaction, since that is what stars measure
 * @returns undefined with fewer than {@link FEWEST_LEARNT_FROM} people, or where more satisfied words do not go with more stars
 */
export function learnMap(
  people: readonly RatedPerson[],
  anchors: readonly AnchorVectors[],
  settings: RatingSettings,
  means?: ReadonlyMap<string, Float32Array>,
): CalibrationMap | undefined {
  const uncalibrated = { ...settings, calibrated: false };
  return mapOf(
    people.map(({ text, stars }) => ({
      score: meanScore(rateText(text, anchors, uncalibrated, { mean: means?.get(text.language) })),
      stars,
    })),
  );
}

/** As {@link learnMap}, from mean scores that are there already. */
export function mapOf(people: readonly { score: number; stars: number }[]): CalibrationMap | undefined {
  if (people.length < FEWEST_LEARNT_FROM) return undefined;
  const cases = people.map(({ score, stars }) => ({ features: [score], point: Math.round(stars) }));
  const model = fitOrdinal(cases);
  const slope = model?.slopes[0];
  if (!model || slope === undefined || !(slope > 0)) return undefined;
  return { slope, cuts: [...model.cuts], learntFrom: people.length };
}
