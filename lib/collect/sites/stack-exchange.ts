import type { SiteRules } from "../site";

/** The question is the subject; answers, and the comments on both, are what people wrote about it. */
export const stackExchange: SiteRules = {
  name: "stack-exchange",
  evidence: "Saved pages of the network in public repositories (2016, 2022, 2023) and the scrapers kept beside them.",
  hosts: [
    "stackexchange.com",
    "stackoverflow.com",
    "superuser.com",
    "serverfault.com",
    "askubuntu.com",
    "mathoverflow.net",
    "stackapps.com",
  ],
  mark: ".answer[data-answerid], .js-comments-container .js-comment",
  record: '.answer[data-answerid], li.comment[id^="comment-"]',
  kind: "comment",
  body: [".js-post-body", ".post-text", ".comment-copy"],
  author: ['[itemprop="author"] > a', ".post-signature:last-child .user-details a", ".comment-user"],
  date: [
    'time[itemprop="dateCreated"]@datetime',
    ".post-signature:last-child .relativetime@title",
    ".comment-date [title]@title",
  ],
  id: ["@data-answerid", "@data-comment-id", "@id"],
  helpful: ["@data-score", ".js-vote-count", ".comment-score span"],
  photos: ":is(.js-post-body, .post-text) img",
  subject: {
    name: ["#question-header .question-hyperlink"],
    total: ["#answers-header [data-answercount]@data-answercount", '[itemprop="answerCount"]'],
  },
  more: { button: "a.js-show-link:not(.dno)" },
};
