import type { SiteRules } from "../site";

/**
 * Listing pages and the sheet with all reviews that lies over them. A translated review carries its own words beside the
 * translation, hidden; those are the reviewer's.
 */
export const etsy: SiteRules = {
  name: "etsy",
  evidence:
    "A saved listing page (2020); the sheet as two public extensions read it, one after a saved copy of 2026-05, and its pages after the buttons of both.",
  hosts: ["etsy.com"],
  mark: "[data-review-region]",
  record: "[data-review-region]",
  kind: "review",
  omit: "[data-show-original], [data-attribution], [data-review-text-toggle-button]",
  body: ["[data-original-content]", '[id^="review-preview-toggle"]', ".wt-text-body"],
  rating: ['[role="img"][aria-label]@aria-label', ".wt-screen-reader-only"],
  ratingScale: 5,
  author: ["[data-review-username]", 'a[href*="/people/"]'],
  date: [":has(> [data-review-username])@.", 'a[href*="/people/"] ~ span', ".wt-text-body-small--tight"],
  id: ["@data-review-region"],
  helpful: ["[data-helpful-count]@data-helpful-count"],
  more: {
    button: 'nav[data-clg-id="WtPagination"] button:last-of-type:not([disabled])',
    expander: "[data-review-text-toggle-button]",
  },
};
