import type { SiteRules } from "../site";

const name = "douban";
const hosts = ["douban.com"];

/** Short comments and long reviews of books, films and music; stars stand in a class ("allstar40"). */
export const douban: SiteRules[] = [
  {
    name,
    hosts,
    evidence: "Two saved pages (music 2021, book 2020) and the site's own template in a third, in public repositories.",
    mark: ".comment-item[data-cid] .comment-info",
    record: ".comment-item[data-cid]",
    kind: "review",
    body: [".comment-content .short", ".comment-content"],
    rating: [],
    author: [".comment-info > a"],
    date: [".comment-time@title", ".comment-time", ".comment-info > span:last-child"],
    id: ["@data-cid"],
    helpful: [".vote-count", ".votes"],
    location: [".comment-location"],
    subject: { name: ["#wrapper h1"] },
  },
  {
    name,
    hosts,
    evidence: "Seven public scrapers of the long reviews that agree (2018 to 2024).",
    mark: ".review-item .main-hd",
    record: ".review-item",
    kind: "review",
    body: [".short-content"],
    title: [".main-bd h2"],
    rating: [],
    author: [".main-hd .name"],
    date: [".main-meta"],
    id: ["@id"],
    subject: { name: ["#wrapper h1"] },
    more: { expander: ".short-content a" },
  },
];
