import type { Review } from "../../domain";
import { starsOf } from "../fidelity/people";

/** @returns mean stars, 1–5, of one person's reviews; undefined where they gave none */
export function starsOfReviews(reviews: readonly Pick<Review, "rating" | "ratingScale">[]): number | undefined {
  const given = reviews.flatMap((review) => starsOf(review) ?? []);
  return given.length === 0 ? undefined : given.reduce((sum, one) => sum + one, 0) / given.length;
}
