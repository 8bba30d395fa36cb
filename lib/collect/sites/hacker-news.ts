import type { SiteRules } from "../site";

/** Item pages, and the pages of a person's or of the newest comments, whose rows look the same. */
export const hackerNews: SiteRules = {
  name: "hacker-news",
  evidence:
    "The site's own rows as kept in tests of public readers (2021-10, 2026-03, 2026-04); a row's depth stands in `indent` since 2021.",
  hosts: ["news.ycombinator.com"],
  mark: "tr.athing.comtr .commtext",
  record: "tr.athing:has(.commtext)",
  kind: "comment",
  body: [".commtext"],
  author: [".comhead .hnuser"],
  date: [".comhead .age@title", ".comhead .age"],
  id: ["@id"],
  depth: ["td.ind@indent"],
  subject: {
    name: [".fatitem .titleline > a"],
    total: [".fatitem .subline > a:last-of-type"],
  },
  more: { nextPage: ["a.morelink@href"] },
};
