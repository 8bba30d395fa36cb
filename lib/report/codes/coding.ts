/** What people coded, laid beside what is known of the texts: the ground of every count, cross and search. */
import type { Annotation, Code } from "../../domain";
import type { Evidence, EvidenceReview, Statement } from "../evidence";

/** A coded or noted passage with the text it stands in. */
export interface CodedPassage {
  id: string;
  note: Annotation;
  /** Of the review, else `page:` and the key of its page, else `note:` and its own id. */
  textId: string;
  /** Absent on pages, and when it is no review of this evidence. */
  review?: EvidenceReview;
  /** UTF-16 places in the review's body, or in the page's text; absent when the words are not where they were. */
  start?: number;
  end?: number;
  /** Codes that are there still; with `withAbove` those they are a part of, too. */
  codeIds: ReadonlySet<string>;
  /** The sentences of its review that it touches, in reading order. */
  sentences: readonly Statement[];
}

export interface Coding {
  /** In the order given. */
  passages: readonly CodedPassage[];
  codes: readonly Code[];
  evidence: Evidence;
  /** Every code above another one, nearest first. */
  above: ReadonlyMap<string, readonly string[]>;
  /** Codes stand for the codes below them, too. */
  rolledUp: boolean;
}

export interface CodingParts {
  annotations: readonly Annotation[];
  codes: readonly Code[];
  evidence: Evidence;
}

/**
 * @param rollUp a passage counts for the codes above its own, too. It holds each code once, so a passage with two parts of a code is one
 * passage of that code
 */
export function codingOf({ annotations, codes, evidence }: CodingParts, rollUp = false): Coding {
  const reviews = new Map(evidence.reviews.map((review) => [review.id, review]));
  const above = codesAbove(codes);
  const codesOf = ({ codeIds }: Annotation) => {
    const known = codeIds.filter((id) => above.has(id));
    return new Set(rollUp ? known.flatMap((id) => [id, ...(above.get(id) ?? [])]) : known);
  };
  const passages = annotations.map((note): CodedPassage => {
    const review = note.review && reviews.get(note.review.reviewId);
    const place = review ? placeIn(review, note) : placeOnPage(note);
    const statements = review ? (evidence.statements.get(review.id) ?? []) : [];
    return {
      id: note.id,
      note,
      textId: note.review?.reviewId ?? (note.target ? `page:${note.target.pageKey}` : `note:${note.id}`),
      ...(review ? { review } : {}),
      ...place,
      codeIds: codesOf(note),
      sentences: place ? statements.filter(({ start, end }) => start < place.end && end > place.start) : [],
    };
  });
  return { passages, codes, evidence, above, rolledUp: rollUp };
}

/** Codes of strangers may run in a circle: each code is met once. */
function codesAbove(codes: readonly Code[]): Map<string, string[]> {
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  return new Map(
    codes.map(({ id }) => {
      const line: string[] = [];
      for (let up = parents.get(id); up !== undefined && parents.has(up); up = parents.get(up)) {
        if (up === id || line.includes(up)) break;
        line.push(up);
      }
      return [id, line];
    }),
  );
}

/** A review that was read anew may hold the words elsewhere: they are looked for, and taken only where they stand once. */
function placeIn({ body }: EvidenceReview, { review, text }: Annotation): { start: number; end: number } | undefined {
  if (!review) return undefined;
  if (body.slice(review.start, review.end) === text) return { start: review.start, end: review.end };
  const at = text === "" ? -1 : body.indexOf(text);
  if (at < 0 || body.indexOf(text, at + 1) >= 0) return undefined;
  return { start: at, end: at + text.length };
}

function placeOnPage({ review, target }: Annotation): { start: number; end: number } | undefined {
  // places of a review that is not at hand are still places of one text
  if (review) return { start: review.start, end: review.end };
  const position = target?.selectors.find((selector) => selector.type === "TextPositionSelector");
  return position?.type === "TextPositionSelector" ? { start: position.start, end: position.end } : undefined;
}

/** @returns true when both stand in one text and share at least one sign, or are the same passage */
export function overlaps(one: CodedPassage, other: CodedPassage): boolean {
  if (one.id === other.id) return true;
  if (one.textId !== other.textId || one.start === undefined || other.start === undefined) return false;
  return one.start < (other.end ?? 0) && other.start < (one.end ?? 0);
}

/** How often a code was used. */
export interface CodeUse {
  codeId: string;
  /** Ids of its passages. */
  passages: readonly string[];
  /** Ids of the texts that hold one. */
  texts: readonly string[];
}

/** @returns every code that was used, the most used first; equals in the order of the codebook */
export function usesOf({ passages, codes }: Coding): CodeUse[] {
  const found = new Map(codes.map(({ id }) => [id, { passages: [] as string[], texts: new Set<string>() }]));
  for (const { id, textId, codeIds } of passages) {
    for (const codeId of codeIds) {
      const use = found.get(codeId);
      use?.passages.push(id);
      use?.texts.add(textId);
    }
  }
  return [...found]
    .map(([codeId, use]) => ({ codeId, passages: use.passages, texts: [...use.texts] }))
    .filter((use) => use.passages.length > 0)
    .sort((a, b) => b.passages.length - a.passages.length || b.texts.length - a.texts.length);
}
