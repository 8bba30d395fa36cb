import type { SiteRules } from "../site";

/** The reviews widget of Yotpo: the second generation names an id on every review, the third one nothing but its parts. */
export const yotpo: SiteRules = {
  name: "yotpo",
  evidence:
    "Second generation: eleven public scrapers of the vendor's own HTML answers (2019 to 2024). Third: seven public scrapers, importers and page tools (2023 to 2026), among them a content importer with one selector per part.",
  mark: ".yotpo-review :is(.content-review, .yotpo-read-more-text)",
  record: ".yotpo-review:has(.content-review, .yotpo-read-more-text, .yotpo-review-title)",
  kind: "review",
  body: [".yotpo-read-more-text", ".content-review"],
  title: [".yotpo-review-title", ".content-title"],
  rating: [".yotpo-review-star-rating@aria-label", ".yotpo-review-stars .sr-only"],
  ratingScale: 5,
  author: [".yotpo-reviewer-name", ".yotpo-user-name"],
  date: [".yotpo-date-format", ".yotpo-review-date"],
  id: ["@data-review-id"],
  helpful: ['.yotpo-helpful [data-type="up"]'],
  verified: [".yotpo-reviewer-verified-buyer-text"],
  photos: ".yotpo-image-thumbnail",
  subject: { total: [".font-color-gray.based-on"] },
  more: {
    button:
      '.yotpo-reviews-pagination-item[aria-label="Goto next page"]:not([aria-disabled="true"]), .yotpo-page-element.yotpo_next',
  },
};
