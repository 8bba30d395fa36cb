import type { SiteRules } from "../site";

/** Threads of XenForo 2. */
export const xenforo: SiteRules = {
  name: "xenforo",
  evidence:
    "Ten public scrapers and userscripts for as many forums that agree (2019 to 2026), and the style sheets of a theme.",
  mark: "article.message--post .message-userContent",
  record: "article.message--post",
  kind: "comment",
  omit: ".bbCodeBlock-expandLink",
  body: [".message-userContent .bbWrapper"],
  author: ["@data-author", ".message-name"],
  date: [".message-attribution time[datetime]@datetime", "time.u-dt[datetime]@datetime"],
  id: ["@data-content"],
  subject: { name: ["h1.p-title-value"] },
  more: { nextPage: ["a.pageNav-jump--next@href"] },
};
