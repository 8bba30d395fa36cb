import type { SiteRules } from "../site";

/**
 * Product, review and portal pages of every country, on desktop and phones. Titles of the older markup hold the stars too, so
 * the title is the part without them. Since 2026 the hooks are named in one word ("reviewText") and texts carry hints for screen readers.
 */
export const amazon: SiteRules = {
  name: "amazon",
  evidence:
    "Three saved product pages (2021) and their gold list; the hooks of 2026 as eight public extensions and their test pages have them, checked there on amazon.com, .co.uk, .de, .eg, .fr, .in and .co.jp between 2026-05 and 2026-09; phone pages (mobley-review-content) and the portal's show-more-button in five of them.",
  hosts: ["amazon.*"],
  mark: '[data-hook="review"] :is([data-hook="review-body"], [data-hook="reviewText"]), [data-hook="reviewContainer"] [data-hook="reviewText"], [data-hook="mobley-review-content"]',
  record:
    '[data-hook="review"], [data-hook="reviewContainer"]:not(:has([data-hook="review"]), [data-hook="review"] *), [data-hook="mobley-review-content"]:not([data-hook="review"] *, [data-hook="reviewContainer"] *, :has([data-hook="review"]))',
  kind: "review",
  omit: '[class*="a-teaser-describedby"], [data-hook="expand-collapse-read-more-less"], .a-expander-prompt, .cr-translated-review-content, [data-hook$="review-star-rating"]',
  body: [
    '[data-hook="reviewRichContentContainer"]',
    '[data-hook="reviewText"]',
    '[data-hook="review-body"] .review-text-content',
    '[data-hook="review-collapsed"]',
    '[data-hook="review-body"]',
  ],
  title: [
    '[data-hook="reviewTitle"]',
    '[data-hook="review-title"] > span:not([class])',
    'span[data-hook="review-title"] > .cr-original-review-content',
    '[data-hook="review-title"]:not(:has(> i))',
  ],
  rating: [
    '[data-hook="review-star-rating"] .a-icon-alt',
    '[data-hook="cmps-review-star-rating"] .a-icon-alt',
    '[data-hook="review-star-rating"]',
  ],
  author: [".a-profile-name"],
  date: ['[data-hook="review-date"]'],
  language: ['[data-hook="reviewTitle"]@lang'],
  id: ["@id", '^[data-hook="reviewContainer"]@data-reviewid', '^[data-hook="reviewContainer"]@id'],
  helpful: ['[data-hook="helpful-vote-statement"]'],
  verified: ['[data-hook^="avp-badge"]', '[data-hook^="msrp-avp-badge"]'],
  variant: ['[data-hook^="format-strip"]', '[data-hook="product-variation-attributes"]'],
  photos: '[data-hook="review-image-tile"], [data-hook="cmps-review-image-tile"]',
  subject: {
    name: ["#productTitle", '[data-hook="product-link"]'],
    category: "#wayfinding-breadcrumbs_feature_div a",
    rating: ['[data-hook="rating-out-of-text"]'],
    total: [
      '[data-hook="total-review-count"]',
      "#acrCustomerReviewText",
      '[data-hook="cr-filter-info-review-rating-count"]',
    ],
  },
  more: {
    nextPage: ["li.a-last a@href", '[data-hook="see-all-reviews-link-foot"]@href'],
    button: '[data-hook="show-more-button"]:not([aria-disabled="true"])',
    expander: '[data-hook="expand-collapse-read-more-less"][aria-expanded="false"]',
  },
};
