import type { SiteRules } from "../site";

/** Reviews in the community and on store pages, where the verdict ("Recommended") stands for a title, and comments. */
export const steam: SiteRules[] = [
  {
    name: "steam",
    evidence:
      "A saved card of the site in a public parser's source, and ten public scrapers that agree (2015 to 2026).",
    hosts: ["steamcommunity.com"],
    mark: ".apphub_Card .apphub_UserReviewCardContent",
    record: ".apphub_Card:has(.apphub_UserReviewCardContent)",
    kind: "review",
    omit: ".date_posted, .early_access_review",
    body: [".apphub_CardTextContent"],
    title: [".reviewInfo .title"],
    author: [".apphub_CardContentAuthorName"],
    date: [".date_posted"],
    helpful: [".found_helpful"],
    subject: { name: [".apphub_AppName"] },
  },
  {
    name: "steam",
    evidence:
      "Style sheets taken over from the store page by public projects and three parsers of the same boxes (2017 to 2026).",
    hosts: ["store.steampowered.com"],
    mark: ".review_box .persona_name",
    record: ".review_box",
    kind: "review",
    body: [".content"],
    title: [".vote_header .title"],
    author: [".persona_name a", ".persona_name"],
    date: [".postedDate"],
    subject: { name: ["#appHubAppName", ".apphub_AppName"] },
  },
  {
    name: "steam",
    evidence: "Test pages and parsers of the comment threads in public projects (2018 to 2026).",
    hosts: ["steamcommunity.com"],
    mark: ".commentthread_comment .commentthread_comment_text",
    record: ".commentthread_comment",
    kind: "comment",
    body: [".commentthread_comment_text"],
    author: [".commentthread_author_link bdi", ".commentthread_author_link"],
    date: [".commentthread_comment_timestamp@data-timestamp", ".commentthread_comment_timestamp"],
    id: ["@id"],
    subject: { name: [".apphub_AppName"] },
  },
];
