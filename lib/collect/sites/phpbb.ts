import type { SiteRules } from "../site";

/** Topics in prosilver, the style most phpBB forums build on. */
export const phpbb: SiteRules = {
  name: "phpbb",
  evidence: "The software's own template prosilver/viewtopic_body.html (phpBB 3.1 and later).",
  mark: '.post[id^="p"] > .inner > .postprofile',
  record: '.post[id^="p"]:has(> .inner > .postbody)',
  kind: "comment",
  body: [".postbody .content"],
  title: [".postbody h3"],
  author: [
    ".postprofile dt .username",
    ".postprofile dt .username-coloured",

    "p.author strong",
  ],
  date: ["p.author time[datetime]@datetime", "p.author@."],
  id: ["@id"],
  subject: { name: [".topic-title"], total: [".topic-actions .pagination@."] },
  more: { nextPage: [".pagination .next a@href"] },
};
