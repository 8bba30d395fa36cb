import type { SiteRules } from "../site";

const name = "discourse";

/** Forum topics: the application, and the plain pages it serves to readers without scripts. */
export const discourse: SiteRules[] = [
  {
    name,
    evidence:
      "The software's own components post/article, body, embedded, meta-data and menu, and their widgets before 2025 (discourse/discourse, checked 2026-11).",
    mark: "article[data-post-id][data-topic-id] .cooked",
    record: "article[data-post-id][data-topic-id]",
    kind: "comment",
    body: [".contents > .cooked", ".regular > .cooked"],
    author: [".topic-meta-data:not(.embedded-reply) .names .first a", ".topic-meta-data .names a"],
    date: [".post-infos .post-date .relative-date@data-time", ".post-date .relative-date@data-time"],
    id: ["@data-post-id"],
    helpful: [".like-count"],
    photos: ".contents > .cooked a.lightbox",
    subject: { name: ["h1[data-topic-id] .fancy-title", "h1[data-topic-id]"] },
    more: { expander: "button.expand-post" },
  },
  {
    name,
    evidence:
      "Pages for readers without scripts as public parsers and their test pages show them (2021 to 2026), two of them checked by their authors on forums in 2026.",
    mark: '.crawler-post[id^="post_"]',
    record: '.crawler-post[id^="post_"]',
    kind: "comment",
    body: ['.post[itemprop="text"]', '.post[itemprop="articleBody"]', ".post"],
    author: ['.creator [itemprop="name"]', ".creator a", ".creator"],
    date: [".crawler-post-infos time.post-time@datetime", ".crawler-post-infos"],
    id: ["@id"],
    helpful: [".post-likes"],
    photos: ".post a.lightbox",
    subject: { name: ["#topic-title h1 a", "#topic-title h1"] },
    more: { nextPage: ['.crawler-post a[rel~="next"]@href', 'a[rel~="next"]@href'] },
  },
];
