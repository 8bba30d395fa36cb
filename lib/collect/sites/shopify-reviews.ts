import type { SiteRules } from "../site";

/** Shopify's own Product Reviews app, retired in 2024, whose markup many themes and apps still write. */
export const shopifyReviews: SiteRules = {
  name: "shopify-reviews",
  evidence:
    "A public scraper of the app's HTML answers and seven shop themes that write the same markup (2019 to 2024).",
  mark: ".spr-review .spr-review-content-body",
  record: ".spr-review",
  kind: "review",
  body: [".spr-review-content-body"],
  title: [".spr-review-header-title"],
  rating: [".spr-starratings@aria-label"],
  stars: ".spr-starratings .spr-icon-star, .spr-starratings .fa-star",
  author: [".spr-review-header-byline strong:first-of-type"],
  date: [".spr-review-header-byline strong:nth-of-type(2)"],
  id: ["@id"],
};
