import type { SiteRules } from "../site";

/** Product and review pages; titles hold the stars too, so the title is the part without them. */
export const amazon: SiteRules = {
  name: "amazon",
  evidence: "Three saved product pages (2021) and their gold list.",
  hosts: ["amazon.*"],
  mark: '[data-hook="review"] [data-hook="review-body"]',
  record: '[data-hook="review"]',
  kind: "review",
  body: [
    '[data-hook="review-body"] .review-text-content',
    '[data-hook="review-collapsed"]',
    '[data-hook="review-body"]',
  ],
  title: [
    '[data-hook="review-title"] > span:not([class])',
    'span[data-hook="review-title"] > .cr-original-review-content',
    '[data-hook="review-title"]:not(:has(> i))',
  ],
  rating: ['[data-hook="review-star-rating"] .a-icon-alt', '[data-hook="cmps-review-star-rating"] .a-icon-alt'],
  author: [".a-profile-name"],
  date: ['[data-hook="review-date"]'],
  id: ["@id"],
  helpful: ['[data-hook="helpful-vote-statement"]'],
  verified: ['[data-hook^="avp-badge"]'],
  variant: ['[data-hook^="format-strip"]'],
  subject: {
    name: ["#productTitle", '[data-hook="product-link"]'],
    total: [
      '[data-hook="total-review-count"]',
      "#acrCustomerReviewText",
      '[data-hook="cr-filter-info-review-rating-count"]',
    ],
  },
  more: { nextPage: ["li.a-last a@href", '[data-hook="see-all-reviews-link-foot"]@href'] },
};
