import type { SiteRules } from "../site";

const name = "imdb";
const hosts = ["imdb.com"];

/** User reviews of titles, before and since the pages changed in 2024. */
export const imdb: SiteRules[] = [
  {
    name,
    hosts,
    evidence: "Six public scrapers and an extension's tests of the present cards (2024 to 2026).",
    mark: 'article [data-testid="review-card-parent"]',
    record: 'article:has([data-testid="review-card-parent"])',
    kind: "review",
    body: ['[data-testid="review-overflow"] .ipc-html-content-inner-div', ".ipc-html-content-inner-div"],
    title: ['[data-testid="review-summary"] h3', '[data-testid="review-summary"]'],
    rating: [".ipc-rating-star--rating"],
    ratingScale: 10,
    author: ['[data-testid="author-link"]'],
    date: [".review-date"],
    helpful: [".ipc-voting__label__count--up"],
    subject: { total: ['[data-testid="tturv-total-reviews"]'] },
    more: { button: "button.ipc-see-more__button" },
  },
  {
    name,
    hosts,
    evidence: "More than ten public scrapers of the pages until 2024 that agree.",
    mark: ".imdb-user-review .content .text",
    record: ".imdb-user-review",
    kind: "review",
    body: [".content .text"],
    title: [".title"],
    rating: [".rating-other-user-rating span:not(.point-scale)"],
    ratingScale: 10,
    author: [".display-name-link"],
    date: [".review-date"],
    id: ["@data-review-id"],
    subject: { name: ['h3[itemprop="name"]'] },
  },
];
