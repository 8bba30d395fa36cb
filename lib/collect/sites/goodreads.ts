import type { SiteRules } from "../site";

/** Book pages and their lists of reviews since 2022; the pages before that are left to the generic reader. */
export const goodreads: SiteRules = {
  name: "goodreads",
  evidence: "Test pages of two public projects and more than ten scrapers that agree (2022 to 2026).",
  hosts: ["goodreads.com"],
  mark: "article.ReviewCard .ReviewText__content",
  record: "article.ReviewCard",
  kind: "review",
  body: [".ReviewText__content .Formatted", ".ReviewText__content"],
  rating: [
    ".ShelfStatus [aria-label]@aria-label",
    ".RatingStars[aria-label]@aria-label",
    '[aria-label*="out of 5"]@aria-label',
  ],
  ratingScale: 5,
  author: [".ReviewerProfile__name"],
  date: [".ReviewCard__row .Text a"],
  id: ['.ReviewCard__row a[href*="/review/show/"]@href', 'a[href*="/review/show/"]@href'],
  subject: { name: ['[data-testid="bookTitle"]'], total: ['[data-testid="reviewsCount"]'] },
};
