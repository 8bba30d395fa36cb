import type { SiteRules } from "../site";

const hosts = ["ebay.*"];

/** Reviews of a product, and what buyers said of a seller, which has no stars. */
export const ebay: readonly SiteRules[] = [
  {
    name: "ebay",
    hosts,
    evidence:
      "Eight public scrapers that agree on sections, microdata and stars (2016 to 2025), two of them with quoted pieces of the markup.",
    mark: ".ebay-review-section",
    record: ".ebay-review-section",
    kind: "review",
    body: ['[itemprop="reviewBody"]', ".review-item-content"],
    title: ['[itemprop="name"]', ".review-item-title"],
    rating: ['[itemprop="ratingValue"]@content', ".ebay-star-rating@aria-label"],
    ratingScale: 5,
    author: ['[itemprop="author"]', ".review-item-author"],
    date: ['[itemprop="datePublished"]@content', '[itemprop="datePublished"]', ".review-item-date"],
  },
  {
    name: "ebay",
    hosts,
    evidence:
      "Ten public scrapers and extensions that agree on the cards of seller feedback (2023 to 2026), three of which follow its pages.",
    mark: ".fdbk-container__details__comment",
    record: ".fdbk-container",
    kind: "review",
    body: [".fdbk-container__details__comment"],
    author: [".fdbk-container__details__info__username"],
    date: [".fdbk-container__details__info__divide__time"],
    variant: [".fdbk-container__details__item-link"],
    more: { nextPage: ['a[data-testid="pagination-next"]@href', "a.pagination__next@href"] },
  },
];
