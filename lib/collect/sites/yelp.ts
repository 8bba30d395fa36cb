import type { SiteRules } from "../site";

/** Business pages. Class names end in hashes; the date has no mark at all and is not read. */
export const yelp: SiteRules = {
  name: "yelp",
  evidence:
    "Nine public scrapers of the present pages that agree (2024 to 2026); location and pictures by one of 2026.",
  hosts: ["yelp.*"],
  mark: 'li p[class*="comment__"]',
  record: 'li:has(p[class*="comment__"]):has(a[href*="/user_details"])',
  kind: "review",
  body: ['p[class*="comment__"]'],
  rating: ['[role="img"][aria-label*="star" i]@aria-label'],
  ratingScale: 5,
  author: ['a[href*="/user_details"]'],
  location: ['[data-testid="UserPassportInfoTextContainer"]'],
  subject: { name: ["h1"] },
};
