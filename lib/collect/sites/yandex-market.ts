import type { SiteRules } from "../site";

/** Product and review pages; stars and votes stand in the data of the zone around a review, not in its text. */
export const yandexMarket: SiteRules = {
  name: "yandex-market",
  evidence:
    "Seven public scrapers and extensions that agree on the data-auto names (2025, 2026); stars and votes in data-zone-data as one of them reads them (2026).",
  hosts: ["market.yandex.ru"],
  mark: '[data-auto="review-item"]',
  record: '[data-auto="review-item"]',
  kind: "review",
  body: [
    '[data-auto="review-description"]',
    '[data-auto="review-pro"], [data-auto="review-contra"], [data-auto="review-comment"]@*',
  ],
  rating: ["^[data-zone-data]@data-zone-data#grade"],
  ratingScale: 5,
  author: ['[data-auto="nickname"]'],
  date: ['[data-auto="created-date"]'],
  id: ["@id"],
  helpful: ["^[data-zone-data]@data-zone-data#votesAgree"],
  variant: ['[data-auto="ugc-element-offer-info"]'],
  photos: '[data-auto="thumbnail"] img',
  more: { button: '[data-auto="showMore"], [data-auto="show-more"]' },
};
