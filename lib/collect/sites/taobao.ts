import type { SiteRules } from "../site";

const hosts = ["taobao.com", "tmall.com", "tmall.hk"];

/** Product pages of both shops: cards with hashed class names, whose first part lasts, and the table of Tmall before them. */
export const taobao: readonly SiteRules[] = [
  {
    name: "taobao",
    hosts,
    evidence:
      "Seven public scrapers, userscripts and an extension that agree on the parts of a card (2024 to 2026), one of which describes the line of date and purchase after copies of 2026-05.",
    mark: '[class*="Comment--"] [class*="userName--"]',
    record: '[class*="Comment--"]:has([class*="userName--"])',
    kind: "review",
    body: [':is([class*="content--"], [class*="appendContent--"])@*'],
    author: ['[class*="userName--"]'],
    split: { of: ['[class*="meta--"]'], at: "已购：", into: ["date", "variant"] },
    helpful: ['[class*="like--"] button span'],
    photos: '[class*="album--"] img',
  },
  {
    name: "tmall",
    hosts,
    evidence: "Ten public scrapers that agree on the table of ratings and its cells (2015 to 2021).",
    mark: ".rate-grid .tm-rate-fulltxt",
    record: ".rate-grid tr",
    kind: "review",
    body: [".tm-rate-fulltxt@*"],
    author: [".rate-user-info"],
    date: [".tm-rate-date"],
    variant: [".rate-sku"],
    reply: { record: ".tm-rate-reply", body: [""] },
  },
];
