import type { SiteRules } from "../site";

/**
 * Ratings & Reviews of Bazaarvoice. The newer widget, often in a shadow root, names its parts by ids and microdata, while its
 * classes are hashed; the older one names every part by class.
 */
export const bazaarvoice: readonly SiteRules[] = [
  {
    name: "bazaarvoice",
    evidence:
      "Nine public scrapers of seven shops that agree on section and text ids, stars and titles (2023 to 2026); the shadow root, microdata and next link as two of them found them (2024, 2026).",
    mark: 'section[id^="bv-review-"]',
    record: 'section[id^="bv-review-"]',
    kind: "review",
    body: ['[itemprop="reviewBody"]', '[id^="bv-review-text-"]'],
    title: ['h3[itemprop="name"]', "h3"],
    rating: ['[itemprop="reviewRating"] [itemprop="ratingValue"]@content', '[role="img"][aria-label]@aria-label'],
    ratingScale: 5,
    author: [
      '[itemtype$="schema.org/Person"] [itemprop="name"]',
      'button[aria-label*="profile" i]',
      '[class*="sc-1r4hv38-0"]',
    ],
    date: ['[itemprop="datePublished"]@content', '[class*="g3jej5-1"]'],
    id: ["@id"],
    verified: ['[aria-label="Verified Purchaser"]', '[title*="purchased the product"]'],
    more: { button: 'a.next[role="button"]:not([aria-disabled="true"]), a.next[href*="bvstate"]' },
  },
  {
    name: "bazaarvoice",
    evidence:
      "Some fifteen public scrapers and browser tests of as many shops that agree (2017 to 2025); pages, votes and badges in two or more of them.",
    mark: ".bv-content-review .bv-content-summary-body-text, .bv-content-item .bv-content-summary-body-text",
    record: ".bv-content-review, .bv-content-item:not(.bv-content-review):has(.bv-content-summary-body-text)",
    kind: "review",
    body: [".bv-content-summary-body-text"],
    title: [".bv-content-title"],
    rating: [
      'meta[itemprop="ratingValue"]@content',
      ".bv-rating-stars-container abbr@title",
      ".bv-rating-stars-container .bv-off-screen",
    ],
    ratingScale: 5,
    author: [".bv-author [itemprop=name]", ".bv-author", ".bv-content-author-name"],
    date: ['meta[itemprop="datePublished"]@content', ".bv-content-datetime-stamp"],
    helpful: [".bv-content-btn-feedback-yes .bv-content-btn-count"],
    location: [".bv-author-location span"],
    photos: ".bv-content-media-container img",
    more: {
      button:
        ".bv-content-btn-pages-load-more, .bv-content-pagination-buttons-item-next :is(a, button):not([disabled])",
    },
  },
];
