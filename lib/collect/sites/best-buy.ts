import type { SiteRules } from "../site";

/** Review pages; what became visible only as a picture of stars is said in words for screen readers. */
export const bestBuy: SiteRules = {
  name: "best-buy",
  evidence:
    "Seven public scrapers that agree on the list, its body and its pages (2019 to 2026): title, stars, date and author as three of them read them (2023, 2024), helpful votes and the badge as two earlier ones do.",
  hosts: ["bestbuy.com", "bestbuy.ca"],
  mark: ".review-item .ugc-review-body",
  record: ".review-item:has(.ugc-review-body)",
  kind: "review",
  body: [".ugc-review-body .pre-white-space", ".ugc-review-body"],
  title: [".review-title", ".review-heading h4"],
  rating: [".c-ratings-reviews .visually-hidden", '[class*="c-ratings-reviews"] p', ".visually-hidden"],
  author: [".ugc-author"],
  date: ["time.submission-date@title", ".submission-date"],
  helpful: [".helpfulness-button"],
  subject: { name: [".sku-title h1"] },
  more: { nextPage: ["li.page.next a@href"] },
};
