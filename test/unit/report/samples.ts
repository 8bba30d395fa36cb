import type { Polarity } from "../../../lib/domain";
import type { Evidence, EvidenceReview, Statement } from "../../../lib/report/evidence";

type Said = [text: string, label: Polarity, themeId?: string];

/** A review whose body is its sentences, joined by spaces; each score is ±0.8 unless `score` says otherwise. */
export function said(
  id: string,
  sentences: Said[],
  extra: Partial<EvidenceReview> & { score?: number } = {},
): { review: EvidenceReview; statements: Statement[] } {
  const { score = 0.8, ...fields } = extra;
  let body = "";
  const statements = sentences.map(([text, label, themeId], index): Statement => {
    const start = body.length + (body ? 1 : 0);
    body += (body ? " " : "") + text;
    const sign = label === "positive" ? 1 : label === "negative" ? -1 : 0;
    const sentiment = { label, score: sign * score };
    return {
      id: `${id}:${index}`,
      reviewId: id,
      subjectId: "s",
      index,
      start,
      end: body.length,
      language: "en",
      sentiment,
      themeId,
    };
  });
  const review: EvidenceReview = {
    id,
    subjectId: "s",
    kind: "review",
    body,
    place: { url: "https://shop.example/" },
    how: "json-ld",
    collected: "2026-01-01T00:00:00Z",
    understood: 1,
    ...fields,
  };
  return { review, statements };
}

/** What was found in a review, with plain values for what a test does not care about. */
export function finding(extra: Partial<NonNullable<EvidenceReview["finding"]>> = {}): EvidenceReview["finding"] {
  return {
    sentiment: { label: "positive", score: 0.8 },
    stars: 4,
    language: "en",
    contradicts: false,
    question: false,
    flags: [],
    version: 1,
    ...extra,
  };
}

export function evidenceFrom(
  made: { review: EvidenceReview; statements: Statement[] }[],
  rest: Partial<Evidence> = {},
): Evidence {
  return {
    reviews: made.map(({ review }) => review),
    statements: new Map(made.map(({ review, statements }) => [review.id, statements])),
    themes: [],
    personas: [],
    ...rest,
  };
}
