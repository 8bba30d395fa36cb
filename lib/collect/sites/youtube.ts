import type { SiteRules } from "../site";

/**
 * Comments under videos and posts. A thread holds its opening comment and, apart from it, its replies; both the flat
 * list of replies and the nested threads that came in 2025 are read.
 */
export const youtube: SiteRules = {
  name: "youtube",
  evidence:
    "Selectors of more than ten public extensions and scrapers that agree (2021 to 2026); nested reply threads and the number of comments as two of them checked them on the site in 2026-08.",
  hosts: ["youtube.com"],
  mark: "ytd-comment-thread-renderer #content-text",
  record:
    "ytd-comment-thread-renderer, ytd-comment-replies-renderer :is(ytd-comment-view-model, ytd-comment-renderer):not(ytd-comment-replies-renderer ytd-comment-thread-renderer *)",
  kind: "comment",
  body: ["#content-text"],
  author: ["#author-text"],
  date: ["#published-time-text a", "#published-time-text"],
  id: ["#published-time-text a@href"],
  helpful: ["#vote-count-middle"],
  subject: {
    name: ["ytd-watch-metadata h1"],
    total: ["ytd-comments-header-renderer #count"],
  },
  more: {
    button:
      "ytd-comment-replies-renderer #more-replies-sub-thread button, ytd-comment-replies-renderer #more-replies:not([hidden]) button, ytd-comment-replies-renderer ytd-continuation-item-renderer button",
    expander: "ytd-comment-thread-renderer #more:not([hidden])",
  },
};
