/** A notebook over the sample evidence. */
import { NO_NOTEBOOK, type NotebookView } from "../../../components/notes/notebook-view";
import type { PanelView } from "../../../components/view";
import type { Annotation } from "../../../lib/domain";
import { CODED, STEAM } from "./code-scenes";
import { GLANCE, quoteOfSample } from "./scenes";

const LOUD = quoteOfSample("r0", "In an open kitchen the noise stops every conversation.");

function place(start: number, text: string): Annotation["target"] {
  return {
    url: GLANCE.url,
    pageKey: "shop.example/kettle",
    title: GLANCE.name,
    selectors: [
      { type: "TextQuoteSelector", exact: text, prefix: "", suffix: "" },
      { type: "TextPositionSelector", start, end: start + text.length },
    ],
  };
}

const ON_PAGE = "Boils a litre in under three minutes";

/** Four notes: one on the page alone, one in a review, one lost from the page, one of another coder. */
export const NOTES: readonly Annotation[] = [
  {
    id: "n-claim",
    coderId: "me",
    subjectId: "s",
    target: place(420, ON_PAGE),
    text: ON_PAGE,
    note: "The shop's own claim: compare with what buyers say.",
    codeIds: [],
    tags: ["claim"],
    created: "2026-05-10T09:00:00Z",
    updated: "2026-05-10T09:00:00Z",
  },
  {
    id: "n-loud",
    coderId: "me",
    subjectId: "s",
    review: { reviewId: LOUD.reviewId, start: LOUD.start, end: LOUD.end },
    text: LOUD.text,
    note: "",
    codeIds: ["noise"],
    tags: [],
    created: "2026-05-10T09:05:00Z",
    updated: "2026-05-10T09:05:00Z",
  },
  {
    id: "n-lost",
    coderId: "me",
    subjectId: "s",
    target: place(90, "Free returns for sixty days"),
    text: "Free returns for sixty days",
    note: "Gone after the sale?",
    codeIds: ["danger"],
    tags: ["claim", "ask the shop"],
    created: "2026-05-10T09:07:00Z",
    updated: "2026-05-10T09:07:00Z",
  },
  {
    id: "n-other",
    coderId: "other",
    subjectId: "s",
    review: { reviewId: STEAM.reviewId, start: STEAM.start, end: STEAM.end },
    text: STEAM.text,
    note: "",
    codeIds: ["danger", "noise"],
    tags: [],
    created: "2026-05-10T09:08:00Z",
    updated: "2026-05-10T09:08:00Z",
  },
];

export const NOTED: NotebookView = {
  ...NO_NOTEBOOK,
  annotations: NOTES,
  coders: [
    { id: "me", name: "", kind: "person", own: true },
    { id: "other", name: "", kind: "person" },
  ],
  changes: [
    { id: 4, at: "2026-05-10T09:07:00Z", kind: "note_make", subjectId: "s", name: "Free returns for sixty days" },
    { id: 3, at: "2026-05-10T09:06:00Z", kind: "code_rename", subjectId: "s", name: "Loud", other: "Too loud" },
    { id: 2, at: "2026-05-10T09:05:00Z", kind: "note_make", subjectId: "s", name: LOUD.text, undone: true },
    { id: 1, at: "2026-05-09T16:00:00Z", kind: "note_delete", subjectId: "s", name: "Smelled", count: 3 },
  ],
  page: {
    url: GLANCE.url,
    pageKey: "shop.example/kettle",
    found: [{ id: "n-claim", by: "range" }],
    orphans: ["n-lost"],
    busy: false,
  },
};

/** The sample read, coded and noted. */
export const NOTEBOOK_VIEW: PanelView = { ...CODED, notebook: NOTED };
