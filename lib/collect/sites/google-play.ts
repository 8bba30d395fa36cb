import type { SiteRules } from "../site";

/** App pages and the dialog with all reviews, which repeats the ones of the page; both mark a review's head with its id. */
export const googlePlay: SiteRules = {
  name: "google-play",
  evidence:
    "Three public collectors of the page's own HTML (two of 2026, with the answers of developers) and the selectors of five more since 2023.",
  hosts: ["play.google.com"],
  mark: "header[data-review-id]",
  record: ":has(> header[data-review-id])",
  kind: "review",
  body: [".h3YV2d"],
  rating: ['header [role="img"][aria-label]@aria-label', ".iXRFPc[aria-label]@aria-label"],
  ratingScale: 5,
  author: [".X5PpBb"],
  date: [".bp9Aid"],
  id: ["header[data-review-id]@data-review-id"],
  helpful: ["[data-original-thumbs-up-count]@data-original-thumbs-up-count", ".AJTPZc"],
  reply: { record: ".ocpBU", body: [".ras4vb"], date: [".I9Jtec"] },
  subject: { name: ['h1[itemprop="name"]', "h1"] },
};
