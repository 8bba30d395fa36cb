import type { SiteRules } from "../site";

/** The review widget of Judge.me in two generations; shops with the newer one keep the older one's markup, hidden, beside it. */
export const judgeMe: readonly SiteRules[] = [
  {
    name: "judge-me",
    evidence:
      "Seven public storefront scripts and checks that work on the newer widget (2026-08, 2026-09): card, name, stars, texts and pages; the snippet of the vendor's help centre (Liquid code for Judge.me widgets, 2026) shows both generations side by side.",
    mark: ".jm-review-item",
    record: ".jm-review-item",
    kind: "review",
    omit: ".jdgm-translate-button",
    body: [".jdgm-review-content__body-content", ".jm-review-content__body"],
    title: [".jm-review-content__title"],
    rating: [".jm-star-rating@aria-label"],
    author: [".jm-reviewer-info__name"],
    date: [
      ".jm-reviewer-info__timestamp",
      ".jm-reviewer-info__details .jm-text:last-child:not(.jm-reviewer-info__name)",
    ],
    id: ["@review-uuid"],
    verified: [".jm-verified-buyer-badge", ".jm-verified-badge"],
    more: { button: ".jm-pagination-controls__button--nav:last-child" },
  },
  {
    name: "judge-me",
    evidence:
      "Markup of two reviews captured from a shop in a public collector's tests (2026-08), a second collector's notes on the same fragment (2026-08), copies of the markup in five shop themes, and some twenty public readers that agree (2019 to 2026).",
    mark: ".jdgm-rev .jdgm-rev__body, .jdgm-rev .jdgm-rev__title",
    record: ".jdgm-rev",
    kind: "review",
    body: [".jdgm-rev__body"],
    title: [".jdgm-rev__title"],
    rating: [".jdgm-rev__rating@data-score", ".jdgm-rev__rating@aria-label"],
    ratingScale: 5,
    author: [".jdgm-rev__author"],
    date: [".jdgm-rev__timestamp@datetime", ".jdgm-rev__timestamp@data-content", ".jdgm-rev__timestamp"],
    language: ["@data-review-language"],
    id: ["@data-review-id"],
    helpful: ["@data-thumb-up-count"],
    verified: [".jdgm-rev__buyer-badge-wrapper", '^.jdgm-rev[data-verified-buyer="true"]@data-verified-buyer'],
    location: [".jdgm-rev__location"],
    photos: ".jdgm-rev__pic-link, .jdgm-rev__vid-link",
    reply: { record: ".jdgm-rev__reply", body: [".jdgm-rev__reply-content"], author: [".jdgm-rev__replier"] },
    subject: { total: [".jdgm-rev-widg@data-number-of-reviews"], rating: [".jdgm-rev-widg@data-average-rating"] },
    more: { button: ".jdgm-paginate__next-page" },
  },
];
