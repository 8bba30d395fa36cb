import type { SiteRules } from "../site";

/** The review display of PowerReviews. A label ("By", "From") stands in a span with a class before the one with the words. */
export const powerReviews: SiteRules = {
  name: "power-reviews",
  evidence:
    "Ten public scrapers, page tests and shop scripts that agree (2018 to 2024), one of them a page object of the whole display, one a shop's own script that moves its parts.",
  mark: ".pr-review .pr-rd-description-text, .pr-review .pr-rd-review-headline",
  record: ".pr-review",
  kind: "review",
  body: [".pr-rd-description-text"],
  title: [".pr-rd-review-headline"],
  rating: [".pr-snippet-rating-decimal"],
  ratingScale: 5,
  author: [".pr-rd-author-nickname span span:not([class])", ".pr-rd-author-nickname"],
  date: [".pr-rd-author-submission-date time@datetime", ".pr-rd-author-submission-date"],
  helpful: [".pr-helpful-yes .pr-helpful-count"],
  verified: [".pr-verified_buyer"],
  location: [".pr-rd-author-location span span:not([class])", ".pr-rd-author-location"],
  photos: ".pr-rd-images img",
  subject: { total: [".pr-snippet-review-count"] },
  more: { button: ".pr-rd-pagination-btn--next" },
};
