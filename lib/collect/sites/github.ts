import type { SiteRules } from "../site";

const name = "github";
const hosts = ["github.com"];

/** Issues in two generations of the site, pull requests and discussions; the opening post is a record like the others. */
export const github: SiteRules[] = [
  {
    name,
    evidence:
      "Test pages and selectors of public extensions and readers of the issue view of 2025 (refined-github, defuddle-go, hister; 2025 to 2026).",
    hosts,
    mark: '[data-testid="issue-viewer-issue-container"] [data-testid="markdown-body"]',
    record: '[data-testid="issue-body"], .react-issue-comment',
    kind: "comment",
    body: ['[data-testid="markdown-body"]'],
    author: [
      '[data-testid="issue-body-header-author"]',
      '[data-testid="comment-header"] a[data-testid="avatar-link"]',
      'a[data-testid="avatar-link"]',
    ],
    date: ["relative-time@datetime"],
    id: [
      'a[data-testid="issue-body-header-link"]@href',
      '[data-testid="comment-header"] a[href*="#issuecomment-"]@href',
    ],
    subject: { name: ['[data-testid="issue-title"]'] },
    more: { button: '[data-wrapper-timeline-id="load-top"] button' },
  },
  {
    name,
    evidence: "A public reader of discussions with its tests and the selectors of three extensions (2024 to 2026).",
    hosts,
    mark: '[id^="discussioncomment-"] .js-comment-body',
    record:
      '[id^="discussion-"]:has(.js-comment-body), .js-timeline-item:has([id^="discussioncomment-"]), [id^="child-comments-"] [id^="discussioncomment-"]',
    kind: "comment",
    body: [".js-comment-body"],
    author: [".author", '.timeline-comment-header-text a[data-hovercard-type="user"]'],
    date: ["relative-time@datetime"],
    id: ['^[id^="discussion-"]@id', '^[id^="discussioncomment-"]@id', '[id^="discussioncomment-"]@id'],
    subject: { name: [".js-issue-title", "h1"] },
    more: { button: ".ajax-pagination-btn" },
  },
  {
    name,
    evidence:
      "Selectors of public extensions and scrapers of the server-rendered timeline (2019 to 2026), which pull requests still have.",
    hosts,
    mark: ".timeline-comment .comment-body",
    record: ".timeline-comment",
    kind: "comment",
    body: [".js-comment-body", ".comment-body"],
    author: [".timeline-comment-header .author", ".author"],
    date: [".timeline-comment-header relative-time@datetime", "relative-time@datetime"],
    id: [".timeline-comment-header a.js-timestamp@href", "a.js-timestamp@href"],
    subject: { name: [".js-issue-title"] },
    more: { button: ".ajax-pagination-btn" },
  },
];
