import type { SiteRules } from "../site";

/** Business pages. "Relevant" cards repeat reviews of the list in short; they merge with them by author, day and words. */
export const trustpilot: SiteRules = {
  name: "trustpilot",
  evidence: "Four saved business pages of two generations (2023, 2025), checked against their own embedded data.",
  hosts: ["trustpilot.*"],
  mark: "[data-service-review-card-paper]",
  record: "[data-service-review-card-paper]",
  kind: "review",
  body: ["[data-service-review-text-typography]", "[data-relevant-review-text-typography]"],
  title: ["[data-service-review-title-typography]"],
  rating: ["[data-service-review-rating]@data-service-review-rating"],
  author: ["[data-consumer-name-typography]"],
  date: ["time[data-service-review-date-time-ago]@datetime"],
  id: ["a[data-review-title-typography]@href", 'a[href*="/reviews/"]@href'],
  location: ["[data-consumer-country-typography]"],
  reply: {
    record: ":has(> [data-service-review-business-reply-text-typography])",
    body: ["[data-service-review-business-reply-text-typography]"],
    author: ["[data-service-review-business-reply-title-typography]"],
    date: ["time@datetime"],
  },
  more: { nextPage: ['a[name="pagination-button-next"]@href', "a[data-pagination-button-next-link]@href"] },
};
