/** A respondent's words → shares of the five points of a scale. */
import type { CalibrationMap, Scale } from "../../domain";
import { primaryLanguage } from "../language";
import type { ReadReview } from "../material";
import { type RatedText, rateText } from "../ssr/rated";
import { type AnchorVectors, type Distribution, meanDistribution } from "../ssr/rating";
import { anchorsOf, anchorVectors, vectorOf } from "./anchor-vectors";
import type { Bearing } from "./bearing";
import type { SurveyInput } from "./input";
import { wholeText } from "./whole-review";

/** Anchors of a scale in a language, and what was rated on them already: the same sentence bears on several concepts. */
interface Rater {
  anchors: readonly AnchorVectors[];
  rated: Map<string, Distribution>;
}

const raters = new WeakMap<SurveyInput, Map<string, Rater>>();

/** @returns the mean of the sentences, weighted by how surely each bears on what was asked; undefined for none */
export function rateSentences(words: readonly Bearing[], scale: Scale, input: SurveyInput): Distribution | undefined {
  const rated = words.map(({ entry: { sentence, language }, weight }) => {
    const text = { vector: sentence.vector, language, score: sentence.sentiment.score };
    return { weight, pmf: rateOnce(sentence.id, text, scale, input) };
  });
  return weightedMean(rated);
}

/** @returns the mean over whole reviews of one person; undefined for none */
export function rateReviews(
  reviews: readonly ReadReview[],
  scale: Scale,
  input: SurveyInput,
): Distribution | undefined {
  if (reviews.length === 0) return undefined;
  return meanDistribution(
    reviews.map((review) => {
      const language = primaryLanguage(review.finding?.language ?? review.language ?? input.spec.language);
      const vector = vectorOf(wholeText(review), input.vectors);
      const { finding } = review;
      const text = { vector, language, stars: finding?.stars, score: finding?.sentiment.score };
      return rateOnce(`whole ${review.id}`, text, scale, input, mapFor(scale, input));
    }),
  );
}

/** Stars are satisfaction with all of it, and the map was learnt on whole reviews: it holds for nothing else. */
function mapFor({ id, basedOn }: Scale, { spec, calibration }: SurveyInput): CalibrationMap | undefined {
  return spec.rating.calibrated && (basedOn ?? id) === "satisfaction" ? calibration : undefined;
}

function rateOnce(key: string, text: RatedText, scale: Scale, input: SurveyInput, map?: CalibrationMap): Distribution {
  const { anchors, rated } = raterOf(scale, text.language, input);
  const known = rated.get(key);
  if (known) return known;
  const { spec, evidence } = input;
  const mean = evidence.index.means.get(text.language);
  const pmf = rateText(text, anchors, spec.rating, { mean, map, scale: scale.basedOn ?? scale.id });
  rated.set(key, pmf);
  return pmf;
}

function raterOf(scale: Scale, language: string, input: SurveyInput): Rater {
  const own = raters.get(input) ?? new Map<string, Rater>();
  raters.set(input, own);
  const key = `${scale.id} ${language}`;
  const known = own.get(key);
  if (known) return known;
  const anchors = anchorVectors(anchorsOf(scale, language, input.spec.language), input.vectors);
  const made = { anchors, rated: new Map() };
  own.set(key, made);
  return made;
}

function weightedMean(rated: readonly { weight: number; pmf: Distribution }[]): Distribution | undefined {
  const total = rated.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) return undefined;
  return rated[0]?.pmf.map((_, r) => rated.reduce((sum, { weight, pmf }) => sum + weight * (pmf[r] ?? 0), 0) / total);
}
