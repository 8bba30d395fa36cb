import type { SiteRules } from "../site";

/**
 * Product and review pages. Nearly every class is renamed with each release; what lasts are the attributes of a card and
 * the colour of its stars, so the text is whatever is left when those are taken away.
 */
export const ozon: SiteRules = {
  name: "ozon",
  evidence:
    "Nine public extensions and scrapers that agree on the attributes of a card (2024 to 2026), one of which notes what lasts and what does not after copies of 2026-08; the name's text style in two of them, the stars' colour in three.",
  hosts: ["ozon.ru", "ozon.kz", "ozon.by", "ozon.com"],
  mark: "[data-review-uuid]",
  record: "[data-review-uuid]",
  kind: "review",
  omit: 'button, a[href^="/product/"]',
  body: [],
  stars: 'svg[style*="rgb(255, 16"]',
  author: [".tsCompactControl500Medium"],
  date: ["@publishedat"],
  id: ["@data-review-uuid"],
  variant: ['a[href^="/product/"]'],
  photos: 'button[aria-label="Открыть галерею"]',
  subject: { total: ['[data-widget="webReviewTabs"] button'] },
};
