import type { SiteRules } from "../site";

/** App pages in two generations. The present one holds every review twice: as a card and, hidden, in full. */
export const appStore: SiteRules = {
  name: "app-store",
  evidence:
    "The present pages: four public scrapers (2025 to mid-2026), one of which describes the whole card; those until 2025: eight scrapers that agree.",
  hosts: ["apps.apple.com"],
  mark: 'article[aria-labelledby^="review-"], .we-customer-review',
  record: '[aria-labelledby^="review-"]:not(.is-detail-view), .we-customer-review',
  kind: "review",
  body: ['[data-testid="truncate-text"]', "p.content", ".content p", ".we-customer-review__body", "blockquote"],
  title: ["h3.title", ".we-customer-review__title", "h3"],
  rating: ["ol.stars[aria-label]@aria-label", ".we-star-rating[aria-label]@aria-label"],
  ratingScale: 5,
  author: [".author", ".we-customer-review__user"],
  date: ["time[datetime]@datetime", "time"],
  id: ["@aria-labelledby"],
  more: { button: "button.we-customer-review__show-more-reviews" },
};
