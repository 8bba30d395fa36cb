/** Reviewers who gave words and stars: whom a panel's fidelity is measured on. */
import { SURVEY_LIMITS } from "../../domain";
import type { Evidence } from "../answering";
import { type RatedPerson, starsOf } from "../fidelity/people";
import { primaryLanguage } from "../language";
import { countingReviews, type ReadReview, reviewerOf } from "../material";
import type { SurveyVectors } from "./input";
import { drawnOrder } from "./lot";
import { wholeText } from "./whole-review";

/**
 * @returns reviews that count and have stars, at most as many as a panel has respondents, by lot: their `wholeText` is what has to be encoded
 */
export function starredReviews({ reviews }: Pick<Evidence, "reviews">, seed: number): ReadReview[] {
  const starred = countingReviews(reviews).filter((review) => starsOf(review) !== undefined);
  return drawnOrder(starred, ({ id }) => id, seed).slice(0, SURVEY_LIMITS.respondents);
}

/** @param reviews with stars @returns those whose whole text has a vector */
export function ratedPeople(reviews: readonly ReadReview[], vectors: SurveyVectors): RatedPerson[] {
  return reviews.flatMap((review) => {
    const vector = vectors.get(wholeText(review));
    const stars = starsOf(review);
    if (!vector || stars === undefined) return [];
    const { finding, language = "und" } = review;
    const judged = finding && { stars: finding.stars, score: finding.sentiment.score };
    const text = { vector, language: primaryLanguage(finding?.language ?? language), ...judged };
    return [{ reviewer: reviewerOf(review), text, stars }];
  });
}
