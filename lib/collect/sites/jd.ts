import type { SiteRules } from "../site";

const hosts = ["jd.com", "jd.hk"];

/** Product pages: the dialog with all reviews that came in 2025, and the list below the product before it. */
export const jd: readonly SiteRules[] = [
  {
    name: "jd",
    hosts,
    evidence:
      "Nine public scrapers and userscripts that agree on the card's own class names (2025, 2026), two of which note how they were found on the page.",
    mark: ".jdc-pc-rate-card",
    record: ".jdc-pc-rate-card",
    kind: "review",
    body: [".jdc-pc-rate-card-main-desc"],
    author: [".jdc-pc-rate-card-nick"],
    date: [".date.list"],
    variant: [".jdc-pc-rate-card-info .info", ".info"],
    photos: ".jdc-image img",
    subject: { name: [".sku-title-name"] },
  },
  {
    name: "jd",
    hosts,
    evidence:
      "A saved product page in a public repository (2016) and the page's own template in another, with six public scrapers that agree (2018 to 2023).",
    mark: ".comment-item .comment-con",
    record: ".comment-item",
    kind: "review",
    body: [".comment-con"],
    rating: [".comment-star@class"],
    ratingScale: 5,
    author: [".user-info@.", ".user-info img@alt"],
    date: [".order-info span:last-child"],
    id: ["@data-guid"],
    helpful: [".J-nice@title", ".J-nice"],
    variant: [".order-info span:first-child"],
    location: [".user-level@."],
    photos: ".J-thumb-img",
    subject: { name: [".sku-name"] },
  },
];
