import type { SiteRules } from "../site";

/** The list and carousel widgets of Reviews.io. */
export const reviewsIo: SiteRules = {
  name: "reviews-io",
  evidence:
    "A saved shop page with the carousel in a public repository, the vendor's widget script beside a second shop, and seven public readers that agree (2022 to 2026), two of them of the list that lies under a product.",
  mark: ".R-ReviewsList__item .R-ReviewsList__item--body, .R-ContentList__item .item__review",
  record: ".R-ReviewsList__item, .R-ContentList__item:has(.item__review)",
  kind: "review",
  body: [".R-ReviewsList__item--body", ".item__review .R-TextBody--xs"],
  title: [".R-TextHeading--xxs"],
  rating: [".R-RatingStars__stars@title"],
  author: [".cssVar-authorName"],
  date: [".item__inner > div:last-child .R-TextBody--xxxxs"],
  id: ["@r-popup"],
};
