import type { SiteRules } from "../site";

/** The frame Disqus puts into pages of others; it is a page of its own host. */
export const disqus: SiteRules = {
  name: "disqus",
  evidence:
    "A comment as a public converter keeps it in its tests (2017) and two projects that took the frame's markup over (2020, 2024).",
  mark: '.post-body [data-role="message"]',
  record: 'li.post:has([data-role="message"])',
  kind: "comment",
  body: ['[data-role="message"]'],
  author: [".post-byline .author"],
  date: ['[data-role="relative-time"]@title', ".time-ago@title"],
  id: ['a[data-role="relative-time"]@href'],
  helpful: ['[data-role="likes"]'],
  more: { expander: 'a[data-action="see-more"]:not(.hidden)' },
};
