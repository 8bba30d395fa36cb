/** Reviewers with words and stars, and their division by lot. */
import { type Review, SCALE_POINTS } from "../../domain";
import type { RatedText } from "../ssr/rated";
import { drawnOrder } from "../survey/lot";

/** One reviewer of one product: what they wrote, and the stars they gave. */
export interface RatedPerson {
  /** Key of the person; the same person is never on both sides of a division. */
  reviewer: string;
  text: RatedText;
  /** 1–5. */
  stars: number;
}

/** @returns the stars of a review as points 1–5; undefined where it gives none */
export function starsOf({ rating, ratingScale = 5 }: Pick<Review, "rating" | "ratingScale">): number | undefined {
  if (rating === undefined || !Number.isFinite(rating) || !(ratingScale > 1)) return undefined;
  if (rating <= 0 && ratingScale <= SCALE_POINTS) return undefined; // no star at all is none given
  const points = ratingScale === SCALE_POINTS ? rating : 1 + ((SCALE_POINTS - 1) * rating) / ratingScale;
  return Math.min(SCALE_POINTS, Math.max(1, points));
}

/**
 * People in two halves by lot; whoever wrote several reviews is wholly in one of them.
 * @returns the same halves in whatever order people came
 */
export function halves<T extends { reviewer: string }>(people: readonly T[], seed: number): [T[], T[]] {
  const names = [...new Set(people.map(({ reviewer }) => reviewer))];
  const first = new Set(drawnOrder(names, (name) => name, seed).slice(0, Math.floor(names.length / 2)));
  return [people.filter(({ reviewer }) => first.has(reviewer)), people.filter(({ reviewer }) => !first.has(reviewer))];
}
