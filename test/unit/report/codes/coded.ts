import type { Annotation, Code } from "../../../../lib/domain";
import type { CodingParts } from "../../../../lib/report/codes";
import { evidenceFrom, finding, said } from "../samples";

export function code(id: string, parentId?: string): Code {
  const times = { created: "2026-05-10T08:00:00Z", updated: "2026-05-10T08:00:00Z" };
  return { id, name: `Code ${id}`, description: "", examples: [], ...times, ...(parentId ? { parentId } : {}) };
}

/** Three reviews of two sentences each, and a page. */
const MADE = [
  said(
    "r1",
    [
      ["It leaks badly.", "negative", "t1"],
      ["The lid is fine.", "positive", "t2"],
    ],
    {
      rating: 1,
      date: "2024-01-05",
      language: "en",
      author: "Inge Weber",
      finding: finding({ language: "en" }),
    },
  ),
  said(
    "r2",
    [
      ["Quiet and fast.", "positive", "t2"],
      ["It leaks a bit.", "negative", "t1"],
    ],
    {
      rating: 4,
      date: "2024-02",
      finding: finding({ language: "de" }),
    },
  ),
  said(
    "r3",
    [
      ["Nothing to add.", "neutral"],
      ["Call me at inge@example.org.", "neutral"],
    ],
    {
      finding: finding({ language: "en" }),
    },
  ),
];

export const EVIDENCE = evidenceFrom(MADE, {
  themes: [
    { ...theme("t1", "Leaks"), size: 2 },
    { ...theme("t2", "Lid"), size: 1 },
  ],
});

function theme(id: string, label: string) {
  const counts = { size: 0, share: 0, positive: 0, neutral: 0, negative: 0, score: 0 };
  return { id, subjectId: "s", label, keywords: [], quotes: [], ...counts };
}

/** A note on the words of a review; words that do not stand there are kept where none are. */
export function note(
  id: string,
  reviewId: string,
  words: string,
  codeIds: string[],
  own: Partial<Annotation> = {},
): Annotation {
  const body = EVIDENCE.reviews.find((review) => review.id === reviewId)?.body ?? "";
  const start = Math.max(0, body.indexOf(words));
  const times = { created: "2026-05-10T08:00:00Z", updated: "2026-05-10T08:00:00Z" };
  const review = { reviewId, start, end: start + words.length };
  return { id, coderId: "me", subjectId: "s", review, text: words, note: "", codeIds, tags: [], ...times, ...own };
}

export function pageNote(id: string, words: string, codeIds: string[], start = 100): Annotation {
  const { review: _, ...rest } = note(id, "none", words, codeIds);
  const position = { type: "TextPositionSelector" as const, start, end: start + words.length };
  const quote = { type: "TextQuoteSelector" as const, exact: words, prefix: "before ", suffix: " after" };
  const target = {
    url: "https://page.example/a",
    pageKey: "page.example/a",
    title: "A page",
    selectors: [quote, position],
  };
  return { ...rest, target };
}

/** Fault with its parts leak and noise; praise beside it. */
export const CODES = [code("fault"), code("leak", "fault"), code("noise", "fault"), code("praise")];

export function parts(annotations: Annotation[]): CodingParts {
  return { annotations, codes: CODES, evidence: EVIDENCE };
}

export const CODERS = [
  { id: "other", name: "Ben", kind: "person" as const },
  { id: "me", name: "", kind: "person" as const, own: true as const },
];
