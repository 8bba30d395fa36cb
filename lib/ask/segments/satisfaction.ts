import type { ReadReview } from "../material";

/** @returns what a review as a whole says: its stars, unless its words contradict them; then its words */
export function satisfaction(review: ReadReview): "satisfied" | "dissatisfied" | "between" {
  const { finding } = review;
  const { rating, ratingScale = 5 } = review;
  const given = rating !== undefined && (rating > 0 || ratingScale > 5); // no star at all is none given
  const stated = given ? (rating / (ratingScale || 5)) * 5 : undefined;
  if (stated !== undefined && !finding?.contradicts)
    return stated >= 3.75 ? "satisfied" : stated <= 2.5 ? "dissatisfied" : "between";
  const label = finding?.sentiment.label;
  return label === "positive" ? "satisfied" : label === "negative" ? "dissatisfied" : "between";
}
