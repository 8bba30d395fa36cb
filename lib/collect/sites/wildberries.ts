import type { SiteRules } from "../site";

/** Pages of feedback. A text is one paragraph, or since 2024 up to three parts: for, against, and the rest. */
export const wildberries: SiteRules = {
  name: "wildberries",
  evidence:
    "Some twenty public scrapers and extensions of both generations (2022 to 2026) that agree on the card, its parts, the class that says the stars, and the seller's answer.",
  hosts: ["wildberries.*", "wb.ru"],
  mark: ".comments__item.feedback",
  record: ".comments__item.feedback",
  kind: "review",
  body: [".feedback__text--item@*", ".feedback__text"],
  rating: [".feedback__rating@class"],
  ratingScale: 5,
  author: [".feedback__header", 'meta[itemprop="author"]@content'],
  date: [".feedback__date@content", ".feedback__date"],
  photos: ".feedback__photos img",
  reply: {
    record: ".feedback__sellers-reply",
    body: [".feedback__text"],
    author: [".feedback__sellers-reply-title"],
  },
  subject: { total: [".product-review__count-review", ".rating-product__review"] },
};
