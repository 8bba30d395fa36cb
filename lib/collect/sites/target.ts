import type { SiteRules } from "../site";

/** Product pages; the test hooks stayed while every class name changed. */
export const target: SiteRules = {
  name: "target",
  evidence:
    "Six public scrapers that agree on the hooks (2022 to 2024), one with a quoted piece of the page's own markup and notes on why only the hooks last.",
  hosts: ["target.com"],
  mark: '[data-test="review-card--text"], [data-test="review-card--title"]',
  record: '[data-test="reviews-list"] > div:has([data-test="review-card--text"], [data-test="review-card--title"])',
  kind: "review",
  body: ['[data-test="review-card--text"]'],
  title: ['[data-test="review-card--title"]'],
  rating: ['[data-test="ratings"] > span', '[data-test="ratings"]'],
  author: ['[data-test="review-card--username"]'],
  date: ['[data-test="review-card--reviewTime"]'],
  photos: '[data-test="review-card--photos"] img',
};
