import type { SiteRules } from "../site";

/** The reviews widget of Okendo; stars are said in words for screen readers. */
export const okendo: SiteRules = {
  name: "okendo",
  evidence:
    "A rendered preview in the tests of a public catalogue service (2026) and eight public scrapers that agree (2022 to 2026).",
  mark: ".oke-w-reviews-list-item .oke-reviewContent-body, .oke-w-reviews-list-item .oke-reviewContent-title",
  record: ".oke-w-reviews-list-item",
  kind: "review",
  body: [".oke-reviewContent-body"],
  title: [".oke-reviewContent-title"],
  rating: [".oke-a11yText"],
  ratingScale: 5,
  author: [".oke-w-reviewer-name"],
  date: [".oke-reviewContent-date"],
  verified: [".oke-w-reviewer-verified"],
  more: { button: ".oke-showMore-button" },
};
