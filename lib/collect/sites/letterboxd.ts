import type { SiteRules } from "../site";

/** Reviews on film pages and in lists; ratings are stars in writing ("★★★½"). */
export const letterboxd: SiteRules = {
  name: "letterboxd",
  evidence:
    "Nine public scrapers of the present markup (2025 to 2026), one of which notes what changed; likes and ids as three of them since 2023.",
  hosts: ["letterboxd.com"],
  mark: "article.production-viewing .js-review-body",
  record: "article.production-viewing",
  kind: "review",
  body: [".js-review-body", ".body-text"],
  rating: [".inline-rating svg[aria-label]@aria-label", ".inline-rating", "span.rating"],
  ratingScale: 5,
  author: [".displayname"],
  date: ["time[datetime]@datetime"],
  id: ["@data-object-id", ".like-link-target@data-likeable-uid"],
  helpful: [".like-link-target[data-count]@data-count"],
  more: { nextPage: [".paginate-nextprev a.next@href"] },
};
