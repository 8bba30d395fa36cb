import type { SiteRules } from "../site";

/** Review and product pages. A card is named only by its looks, so its content, which has a name, tells where one is. */
export const walmart: SiteRules = {
  name: "walmart",
  evidence:
    "The reader of a public extension, written after saved review pages of 2026-06 (30 cards) and tested by it; the content hook and its paragraph also in six further public scrapers (2025, 2026).",
  hosts: ["walmart.com", "walmart.ca"],
  mark: '[data-testid="enhanced-review-content"]',
  record:
    '.overflow-visible:has([data-testid="enhanced-review-content"]):not(:has(.overflow-visible [data-testid="enhanced-review-content"])), [data-testid="enhanced-review-content"]:not(.overflow-visible *)',
  kind: "review",
  body: ['[data-testid="enhanced-review-content"] p', "p"],
  title: ["h3"],
  rating: [".ld_Ec"],
  author: [".flex-column[aria-label]@aria-label"],
  date: [".f7.gray"],
  more: {
    button: 'button[data-dca-intent="viewAllReviews"]',
    expander: 'button[data-testid="review-text-more-button"]',
  },
};
