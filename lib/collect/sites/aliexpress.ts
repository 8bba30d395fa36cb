import type { SiteRules } from "../site";

/** Product pages and their dialog with all reviews. Class names end in a hash that changes; what stands before it stays. */
export const aliexpress: SiteRules = {
  name: "aliexpress",
  evidence:
    "A public description of the page with its markup quoted (2026-02) and eight public scrapers and extensions that agree with it (2024 to 2026).",
  hosts: ["aliexpress.*"],
  mark: '[class*="list--itemBox--"] [class*="list--itemInfo--"]',
  record: '[class*="list--itemBox--"]',
  kind: "review",
  body: ['[class*="list--itemReview--"]'],
  stars: '[class*="stars--box--"] .comet-icon-starreviewfilled',
  split: { of: ['[class*="list--itemInfo--"]'], at: "|", into: ["author", "date"] },
  helpful: ['[class*="list--itemHelpText--"]'],
  variant: ['[class*="list--itemSku--"]'],
  photos: '[class*="list--itemThumbnails--"] img',
  subject: {
    name: ['h1[data-pl="product-title"]'],
    rating: ['[class*="title--title--"] > span:last-child'],
    total: ['[class*="title--rating--"]'],
  },
};
