/** What codes can be crossed with, and which of its columns a review or a passage stands in. */
import type { Coder, Polarity } from "../../domain";
import { type Evidence, type EvidenceReview, type Statement, starsOfFive } from "../evidence";
import type { CodedPassage, Coding } from "./coding";

export const DIMENSIONS = ["stars", "segment", "theme", "month", "sentiment", "language", "coder"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The column of what has no value: no stars given, no date known, on no theme. */
export const UNKNOWN = "";

/** Columns in the order in which they are read, and who stands where. */
export interface Columns {
  ids: readonly string[];
  /** A review stands in a column by what it is as a whole; else each passage does, and a review may be in several. */
  ofReviews: boolean;
  /** Whether a review is in one column only. */
  apart: boolean;
  columnsOfReview(review: EvidenceReview): readonly string[];
  columnsOfPassage(passage: CodedPassage): readonly string[];
}

const FEELINGS: readonly Polarity[] = ["negative", "mixed", "neutral", "positive"];

export function columnsOf(dimension: Dimension, coding: Coding, coders: readonly Coder[]): Columns {
  const { evidence } = coding;
  if (dimension === "coder") return coderColumns(coding, coders);
  if (dimension === "theme") return sentenceColumns(evidence, themeIds(evidence), ({ themeId }) => themeId);
  if (dimension === "sentiment") return sentenceColumns(evidence, FEELINGS, ({ sentiment }) => sentiment.label);
  const segments = dimension === "segment" ? segmentsByReview(evidence) : undefined;
  const of = (review: EvidenceReview): readonly string[] => {
    if (segments) return segments.get(review.id) ?? [UNKNOWN];
    return [(dimension === "segment" ? undefined : FACTS[dimension](review)) ?? UNKNOWN];
  };
  const met = new Set(evidence.reviews.flatMap(of));
  return {
    ids: inOrder(dimension, met, evidence),
    ofReviews: true,
    apart: dimension !== "segment",
    columnsOfReview: of,
    columnsOfPassage: ({ review }) => (review ? of(review) : [UNKNOWN]),
  };
}

const FACTS: Readonly<Record<"stars" | "month" | "language", (review: EvidenceReview) => string | undefined>> = {
  stars: (review) => {
    const stars = starsOfFive(review);
    return stars === undefined ? undefined : String(Math.max(1, Math.round(stars)));
  },
  month: ({ date }) => (date && /^\d{4}-\d{2}/.test(date) ? date.slice(0, 7) : undefined),
  language: ({ finding, language }) => finding?.language ?? language,
};

function segmentsByReview({ personas }: Evidence): Map<string, string[]> {
  const byReview = new Map<string, string[]>();
  for (const [id, reviewIds] of new Map(personas.map(({ segment }) => [segment.id, segment.reviewIds]))) {
    for (const reviewId of reviewIds) {
      const ids = byReview.get(reviewId);
      if (ids) ids.push(id);
      else byReview.set(reviewId, [id]);
    }
  }
  return byReview;
}

function inOrder(dimension: Dimension, met: ReadonlySet<string>, { personas }: Evidence): string[] {
  const known = [...met].filter((id) => id !== UNKNOWN);
  const places = new Map(personas.map(({ segment }, i) => [segment.id, i]));
  if (dimension === "segment") known.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  else known.sort();
  return met.has(UNKNOWN) ? [...known, UNKNOWN] : known;
}

/** Themes of the first level, the most spoken of first; the named rest stands last. */
function themeIds({ themes }: Evidence): string[] {
  return themes
    .filter(({ parentId }) => parentId === undefined)
    .toSorted((a, b) => Number(a.rest ?? false) - Number(b.rest ?? false) || b.size - a.size)
    .map(({ id }) => id);
}

function sentenceColumns(
  { statements }: Evidence,
  ids: readonly string[],
  read: (statement: Statement) => string | undefined,
): Columns {
  const known = new Set(ids);
  const column = (statement: Statement) => {
    const id = read(statement);
    return id !== undefined && known.has(id) ? id : UNKNOWN;
  };
  const of = (said: readonly Statement[]) => (said.length === 0 ? [UNKNOWN] : [...new Set(said.map(column))]);
  return {
    ids: [...ids, UNKNOWN],
    ofReviews: false,
    apart: false,
    columnsOfReview: ({ id }) => of(statements.get(id) ?? []),
    columnsOfPassage: ({ sentences }) => of(sentences),
  };
}

/** The person at this machine first; a review is in the columns of all who marked something in it. */
function coderColumns({ passages }: Coding, coders: readonly Coder[]): Columns {
  const readers = new Map<string, Set<string>>();
  for (const { note, textId } of passages) {
    const those = readers.get(textId);
    if (those) those.add(note.coderId);
    else readers.set(textId, new Set([note.coderId]));
  }
  const used = new Set(passages.map(({ note }) => note.coderId));
  const named = coders.toSorted((a, b) => Number(b.own ?? false) - Number(a.own ?? false)).map(({ id }) => id);
  return {
    ids: [...new Set([...named, ...used])].filter((id) => used.has(id)),
    ofReviews: false,
    apart: false,
    columnsOfReview: ({ id }) => [...(readers.get(id) ?? [])],
    columnsOfPassage: ({ note }) => [note.coderId],
  };
}
