import type { SiteRules } from "../site";

/** Threads of vBulletin 4; the forums before and after it are left to the generic reader. */
export const vbulletin: SiteRules = {
  name: "vbulletin",
  evidence:
    "Two public scrapers of different forums (2016, 2025) that describe the same list of posts, and four that name it.",
  mark: "li.postcontainer .posthead .postdate",
  record: "li.postcontainer",
  kind: "comment",
  body: [".content blockquote"],
  author: [".memberaction strong"],
  date: [".postdate .date", ".postdate"],
  id: ["a.postcounter@href"],
  subject: { name: [".threadtitle"] },
  more: { nextPage: ['.prev_next a[rel~="next"]@href'] },
};
