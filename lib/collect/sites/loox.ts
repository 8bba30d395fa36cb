import type { SiteRules } from "../site";

/** The review frame of Loox, a page of its own on loox.io: read where it is opened itself, or saved together with its shop. */
export const loox: SiteRules = {
  name: "loox",
  evidence:
    "Six public scrapers and theme copies of the frame that agree on card, name, stars and text (2021 to 2026); date and load-more button in one of them, the id in another.",
  mark: ":is(.grid-item, .grid-item-wrap) .block.title ~ .block.stars[aria-label]",
  record: ".grid-item.clearfix, .grid-item-wrap:not(:has(.grid-item))",
  kind: "review",
  body: [".main-text"],
  rating: [".block.stars@aria-label"],
  author: [".block.title@.", ".block.title > span:first-child"],
  date: [".block.time"],
  id: ["@data-id", "^[data-id]@data-id"],
  verified: ["[data-verified-notification]", ".loox-verified-badge"],
  photos: ".item-img img",
  more: { button: "#loadMore" },
};
