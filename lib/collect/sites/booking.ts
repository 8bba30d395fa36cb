import type { SiteRules } from "../site";

const name = "booking";
const hosts = ["booking.com"];

/** What guests liked and what they did not are one review of two paragraphs. */
export const booking: SiteRules[] = [
  {
    name,
    hosts,
    evidence:
      "A public collector whose author checked its selectors on 2026-09-19, and eight scrapers since 2023 that agree.",
    mark: '[data-testid="review-card"] [data-testid="review-score"]',
    record: '[data-testid="review-card"]',
    kind: "review",
    body: ['[data-testid="review-positive-text"], [data-testid="review-negative-text"]@*'],
    title: ['[data-testid="review-title"]'],
    rating: ['[data-testid="review-score"] :not(:has(*))', '[data-testid="review-score"]'],
    ratingScale: 10,
    split: { of: ['[data-testid="review-avatar"]'], at: "\n", into: ["author", "location"] },
    date: ['[data-testid="review-date"]'],
    variant: ['[data-testid="review-room-name"]'],
    reply: {
      record: '[data-testid="review-partner-reply"]',
      body: ['^[data-testid="review-partner-reply"]'],
    },
  },
  {
    name,
    hosts,
    evidence: "Six public scrapers of the list until 2023 that agree.",
    mark: ".review_list_new_item_block .c-review",
    record: ".review_list_new_item_block",
    kind: "review",
    body: [".c-review__body@*"],
    title: [".c-review-block__title"],
    rating: [".bui-review-score__badge"],
    ratingScale: 10,
    author: [".bui-avatar-block__title"],
    location: [".bui-avatar-block__subtitle"],
    date: [".c-review-block__right .c-review-block__date"],
    id: ["@data-review-url"],
    photos: ".c-review-block__photos__item",
  },
];
