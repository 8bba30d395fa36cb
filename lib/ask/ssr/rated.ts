/** Words to points: Semantic Similarity Rating alone, or together with what the reader network says of the same words. */
import type { CalibrationMap, RatingSettings } from "../../domain";
import { centre, type Vector } from "../vectors";
import { COMBINED } from "./combined-weights";
import { ordinalShares } from "./ordinal";
import { type AnchorVectors, type Distribution, meanScore, rate } from "./rating";

export interface RatedText {
  /** Encoder vector, any length. */
  vector: Vector;
  /** BCP 47 primary language. */
  language: string;
  /** Stars the whole review suggests, 1–5, as the reader network judges its sentences. */
  stars?: number;
  /** Sentiment, −1..1. */
  score?: number;
}

export interface RatingContext {
  /** Mean vector of the language's texts; needed for a centred rating. */
  mean?: Vector;
  /** Learnt on other people's stars; applied last, and only where the settings want it. */
  map?: CalibrationMap;
  /** Id of the built-in scale, or of the one it was made from. */
  scale?: string;
}

/** Scales on which the reader network's judgement of the same words is about the same thing. */
const JUDGED: ReadonlySet<string> = new Set(["satisfaction", "recommend"]);

/**
 * @param anchors sets of five vectors each; at least one
 * @returns shares of the points 1–5; `combined` is plain on scales of anything but satisfaction
 * @throws RangeError as `rate`
 */
export function rateText(
  text: RatedText,
  anchors: readonly AnchorVectors[],
  settings: RatingSettings,
  context: RatingContext = {},
): Distribution {
  const plain = ratePlain(text, anchors, settings, context.mean);
  const judged = settings.method === "combined" && JUDGED.has(context.scale ?? "satisfaction");
  const shares = judged ? combine(plain, text) : plain;
  return settings.calibrated && context.map ? calibrate(shares, context.map) : shares;
}

/** @returns shares of stars, by the map learnt on people who gave some */
export function calibrate(shares: Distribution, { slope, cuts }: CalibrationMap): Distribution {
  return ordinalShares({ slopes: [slope], cuts }, [meanScore(shares)]);
}

function ratePlain(
  text: RatedText,
  anchors: readonly AnchorVectors[],
  { centred, epsilon, temperature }: RatingSettings,
  mean: Vector | undefined,
): Distribution {
  const options = { epsilon, temperature };
  if (!centred || !mean) return rate(text.vector, anchors, options);
  const statements = anchors.map((set) => set.map((anchor) => centre(anchor, mean)));
  return rate(centre(text.vector, mean), statements, options);
}

/** With whole reviews the stars they suggest, with sentences their sentiment; words nobody judged stay as they are. */
function combine(plain: Distribution, { stars, score }: RatedText): Distribution {
  const mean = meanScore(plain);
  if (stars !== undefined) return ordinalShares(COMBINED.stars, [mean, stars]);
  if (score !== undefined) return ordinalShares(COMBINED.score, [mean, score]);
  return plain;
}
