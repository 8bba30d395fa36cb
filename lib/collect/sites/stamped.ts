import type { SiteRules } from "../site";

/** The main widget of Stamped. Where it cuts a text it keeps the whole one, hidden, behind the cut one. */
export const stamped: SiteRules = {
  name: "stamped",
  evidence:
    "The vendor's own widget script in two shop themes (words it cuts, answers) and nine public scrapers of its HTML answers (2020 to 2026).",
  mark: ".stamped-review .stamped-review-content-body",
  record: ".stamped-review",
  kind: "review",
  omit: ".stamped-review-read-more",
  body: [".stamped-review-content-body .original-review", ".stamped-review-content-body"],
  title: [".stamped-review-header-title"],
  rating: [".stamped-starratings@data-rating"],
  ratingScale: 5,
  author: [".author"],
  date: [".created"],
  location: ["[data-location]"],
  photos: ".stamped-review-image > a",
  reply: {
    record: ".stamped-review-reply",
    body: [
      ".stamped-review-content-body .original-review",
      ".stamped-review-content-body",
      ".stamped-review-reply-body",
    ],
    author: ["[data-author]@data-author"],
    date: [".created"],
  },
  more: { button: ".stamped-pagination .next a, .stamped-pagination-next" },
};
