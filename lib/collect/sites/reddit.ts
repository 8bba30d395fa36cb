import type { SiteRules } from "../site";

const hosts = ["reddit.com"];

/** Threads in three generations of the site; each is known by its own mark. */
export const reddit: SiteRules[] = [
  {
    name: "reddit",
    hosts,
    evidence:
      "Saved threads of the site with <shreddit-comment> elements (2023 and later); the control for more from six public extensions (2024 to 2026).",
    mark: "shreddit-comment",
    record: "shreddit-comment",
    kind: "comment",
    body: ['[slot="comment"]', '[id$="-comment-rtjson-content"]', '[id$="-post-rtjson-content"]'],
    author: ["@author"],
    date: ["time[datetime]@datetime", "@created"],
    id: ["@thingid"],
    replyTo: ["@parentid"],
    depth: ["@depth"],
    helpful: ["@score"],
    subject: { name: ["h1"], total: ["shreddit-post@comment-count"] },
    more: { button: 'faceplate-partial[src*="more-comments"] button' },
  },
  {
    name: "reddit",
    hosts,
    evidence: "Saved threads of the site with hashed class names (2018 to 2023).",
    mark: '.Comment [data-testid="comment"]',
    record: ".Comment",
    kind: "comment",
    body: ['[data-testid="comment"]'],
    author: ['a[href*="/user/"]:not(:empty)', '[data-testid="comment_author_link"]'],
    date: [
      'a[data-testid="comment_timestamp"]',
      'a[href*="/comments/"][id^="CommentTopMeta"]',
      'a[rel="nofollow"][href*="/comments/"]',
    ],
    id: ['^[id^="t1_"]@id'],
    helpful: ['[id^="vote-arrows"] + div', '[id^="vote-arrows"] > div'],
    subject: { name: ["h1"] },
  },
  {
    name: "reddit",
    hosts,
    evidence: "Written after the templates of the site's published source code (reddit-archive/reddit).",
    mark: ".commentarea .thing.comment",
    record: ".commentarea .thing.comment",
    kind: "comment",
    body: [".entry .usertext-body .md"],
    author: ["@data-author", ".entry a.author"],
    date: [".entry time@datetime"],
    id: ["@data-fullname"],
    helpful: [".entry .score.unvoted@title"],
    subject: { name: ["a.title"] },
    more: { nextPage: [".nextprev a[rel~=next]@href"], button: ".morecomments a" },
  },
];
