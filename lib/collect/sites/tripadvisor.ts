import type { SiteRules } from "../site";

/**
 * Hotels mark titles and texts; other places mark the card alone, so that there the names of their style sheets must do.
 * The day of writing stands unmarked beside the author and is not read.
 */
export const tripadvisor: SiteRules = {
  name: "tripadvisor",
  evidence:
    "An extension's adapter (2026) and nine public scrapers (2022 to 2026); names of style sheets only where three of them agree.",
  hosts: ["tripadvisor.*"],
  mark: '[data-automation="reviewCard"], [data-test-target="HR_CC_CARD"]',
  record: '[data-automation="reviewCard"], [data-test-target="HR_CC_CARD"]',
  kind: "review",
  body: ['[data-test-target="review-body"]', ".JguWG", ".fIrGe"],
  title: ['[data-test-target="review-title"]', 'a[href*="ShowUserReviews"]'],
  rating: ["svg title"],
  ratingScale: 5,
  author: ['a[href*="/Profile/"]'],
  id: ["@data-reviewid"],
  subject: { name: ['h1[data-automation="mainH1"]', "h1"] },
  more: { nextPage: ['a[data-smoke-attr="pagination-next-arrow"]@href', "a.nav.next@href"] },
};
