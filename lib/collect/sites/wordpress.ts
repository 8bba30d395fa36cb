import type { SiteRules } from "../site";

/**
 * Comment lists of WordPress sites: the default list of classic and block themes, and the wpDiscuz plug-in. Plug-ins
 * add stars in ways of their own, which the empty rule leaves to the generic reading; it misreads one of them.
 */
export const wordpress: SiteRules[] = [
  {
    name: "wpdiscuz",
    evidence: "The plug-in's own WpdiscuzWalker (7.x) and three public parsers of its markup, one of 2026.",
    mark: '.wpd-comment[id^="wpd-comm-"] .wpd-comment-text',
    record: '.wpd-comment[id^="wpd-comm-"]',
    kind: "comment",
    body: [".wpd-comment-text"],
    rating: [],
    author: [".wpd-comment-author"],
    date: [".wpd-comment-date@title", ".wpd-comment-date"],
    id: ['.wpd-comment-wrap > [id^="comment-"]@id'],
    helpful: [".wpd-vote-result-like@title", ".wpd-vote-result@title", ".wpd-vote-result"],
    subject: { total: [".wpd-thread-info[data-comments-count]@data-comments-count", ".wpd-thread-info .wpdtc"] },
    more: { button: ".wpd-load-more-submit, .wpd-load-comments", expander: ".wpdiscuz-readmore" },
  },
  {
    name: "wordpress",
    evidence:
      "WordPress core: Walker_Comment::html5_comment and the blocks comment-template, comment-author-name, comment-date and comment-content; the stars of Tasty Recipes on a saved page (2025).",
    mark: '[id^="comment-"].comment > .comment-body .comment-content, [id^="comment-"].comment .wp-block-comment-content',
    record: '[id^="comment-"].comment',
    kind: "comment",
    body: [".comment-content", ".wp-block-comment-content"],
    rating: [],
    stars: '.tasty-recipes-rating[data-tr-clip="100"]',
    author: [".comment-author .fn", ".wp-block-comment-author-name"],
    date: [".comment-metadata time@datetime", ".wp-block-comment-date time@datetime", "time[datetime]@datetime"],
    id: ["@id"],
    more: { nextPage: [".comment-navigation .nav-next a@href", ".wp-block-comments-pagination-next@href"] },
  },
  {
    name: "wordpress",
    evidence: "WordPress core: Walker_Comment::comment, the list of themes without HTML5 support.",
    mark: '[id^="comment-"].comment > .comment-body > .comment-meta.commentmetadata',
    record: '[id^="comment-"].comment',
    kind: "comment",
    omit: ".comment-author, .comment-meta, .comment-awaiting-moderation, .reply",
    body: [".comment-body"],
    rating: [],
    author: [".comment-author .fn"],
    date: [".commentmetadata a"],
    id: ["@id"],
    more: { nextPage: [".comment-navigation .nav-next a@href"] },
  },
];
