/** A notebook with much coded: every sentence of the sample by its theme and side, as somebody would who read all of it. */
import type { PanelView } from "../../../components/view";
import type { Annotation, Code } from "../../../lib/domain";
import { NOISE } from "./code-scenes";
import { NOTES } from "./note-scenes";
import { READ } from "./scenes";

function code(id: string, name: string, parentId?: string): Code {
  return { ...NOISE, id, name, examples: [], ...(parentId ? { parentId } : {}) };
}

const CODES = [
  code("fault", "What goes wrong"),
  code("loud", "Too loud for an open kitchen", "fault"),
  code("breaks", "Breaks early", "fault"),
  code("other", "Other trouble", "fault"),
  code("praise", "Worth its price"),
];

function codesOf(themeId: string | undefined, label: string): string[] {
  if (label === "positive") return ["praise"];
  if (label !== "negative") return [];
  return themeId === "noise" ? ["loud"] : themeId === "lid" ? ["breaks"] : ["other"];
}

const CODED: Annotation[] = READ.evidence.reviews.flatMap((review, r) =>
  (READ.evidence.statements.get(review.id) ?? []).flatMap(({ start, end, themeId, sentiment }, i): Annotation[] => {
    const codeIds = codesOf(themeId, sentiment.label);
    if (codeIds.length === 0) return [];
    const text = review.body.slice(start, end);
    const times = { created: "2026-05-10T09:00:00Z", updated: "2026-05-10T09:00:00Z" };
    const own = { id: `q-${r}-${i}`, coderId: r % 5 === 4 ? "other" : "me", subjectId: "s", note: "", tags: [] };
    // now and then a whole review is one passage with two codes, over the others
    const both =
      i === 0 && r % 7 === 0
        ? [{ ...own, id: `q-${r}-all`, review: { reviewId: review.id, start: 0, end: review.body.length } }]
        : [];
    return [
      { ...own, review: { reviewId: review.id, start, end }, text, codeIds, ...times },
      ...both.map((whole) => ({ ...whole, text: review.body, codeIds: ["praise", "breaks"], ...times })),
    ];
  }),
);

export const QUERIED: PanelView = {
  ...READ,
  codes: CODES,
  notebook: {
    ...READ.notebook,
    annotations: [...CODED, ...NOTES.filter(({ review }) => !review)],
    coders: [
      { id: "me", name: "", kind: "person", own: true },
      { id: "other", name: "Ben", kind: "person" },
    ],
  },
};
