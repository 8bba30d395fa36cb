/** Finds coded passages by codes, words, and what is known of their texts, and gives them with what stands around them. */
import type { Coder } from "../../domain";
import { type CodedPassage, type Coding, overlaps } from "./coding";
import { columnsOf, DIMENSIONS, type Dimension } from "./dimensions";

/** All that is set must hold; an empty question finds every passage. */
export interface PassageQuestion {
  /** Codes of the passage itself: every one of `all`, at least one of `any`, none of `none`. */
  all?: readonly string[];
  any?: readonly string[];
  none?: readonly string[];
  /** At most this many sentences away from a passage with that code, in the same review; 0: in the same sentence. */
  near?: { codeId: string; sentences: number };
  tags?: readonly string[];
  /** Occurs in the passage or its note; case and accents aside. */
  words?: string;
  /** Any of the values of each dimension. */
  in?: Partial<Readonly<Record<Dimension, readonly string[]>>>;
  /** Days (`2024-03-09`), both included; what has no date is left out. */
  from?: string;
  to?: string;
}

export const PASSAGE_ORDERS = ["text", "newest", "stars"] as const;
/** `text`: as reviews were read, then by place; `newest`: by the review's date, then the note's; `stars`: the fewest first. */
export type PassageOrder = (typeof PASSAGE_ORDERS)[number];

/** @returns the passages that answer, in that order */
export function retrieve(
  coding: Coding,
  question: PassageQuestion,
  order: PassageOrder = "text",
  coders: readonly Coder[] = [],
): CodedPassage[] {
  const tests = [
    codeTest(question),
    wordTest(question),
    dateTest(question),
    nearTest(coding, question),
    ...DIMENSIONS.flatMap((dimension) => dimensionTest(coding, question, dimension, coders)),
  ];
  return sorted(
    coding.passages.filter((passage) => tests.every((test) => test(passage))),
    coding,
    order,
  );
}

type PassageTest = (passage: CodedPassage) => boolean;

function codeTest({ all = [], any = [], none = [], tags = [] }: PassageQuestion): PassageTest {
  return ({ codeIds, note }) =>
    all.every((id) => codeIds.has(id)) &&
    (any.length === 0 || any.some((id) => codeIds.has(id))) &&
    !none.some((id) => codeIds.has(id)) &&
    tags.every((tag) => note.tags.includes(tag));
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function wordTest({ words = "" }: PassageQuestion): PassageTest {
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  return ({ note }) => {
    if (wanted.length === 0) return true;
    const text = folded(`${note.text}\n${note.note}\n${note.tags.join("\n")}`);
    return wanted.every((word) => text.includes(word));
  };
}

/** A date known by its month or year alone stands for all its days. */
function dateTest({ from = "", to = "" }: PassageQuestion): PassageTest {
  return ({ review, note }) => {
    if (!from && !to) return true;
    const date = (note.review ? review?.date : note.created)?.slice(0, 10);
    if (!date) return false;
    return (!from || date >= from.slice(0, date.length)) && (!to || date <= to.slice(0, date.length));
  };
}

function dimensionTest(
  coding: Coding,
  question: PassageQuestion,
  dimension: Dimension,
  coders: readonly Coder[],
): PassageTest[] {
  const wanted = question.in?.[dimension] ?? [];
  if (wanted.length === 0) return [];
  const columns = columnsOf(dimension, coding, coders);
  return [(passage) => columns.columnsOfPassage(passage).some((id) => wanted.includes(id))];
}

function nearTest({ passages }: Coding, { near }: PassageQuestion): PassageTest {
  if (!near) return () => true;
  const others = passages.filter(({ codeIds }) => codeIds.has(near.codeId));
  return (passage) => others.some((other) => other.id !== passage.id && isNear(passage, other, near.sentences));
}

function isNear(one: CodedPassage, other: CodedPassage, sentences: number): boolean {
  if (one.textId !== other.textId) return false;
  const [first, last] = [one.sentences[0], one.sentences.at(-1)];
  const [otherFirst, otherLast] = [other.sentences[0], other.sentences.at(-1)];
  if (!first || !last || !otherFirst || !otherLast) return overlaps(one, other);
  return otherFirst.index - last.index <= sentences && first.index - otherLast.index <= sentences;
}

function sorted(passages: CodedPassage[], { evidence }: Coding, order: PassageOrder): CodedPassage[] {
  const read = new Map(evidence.reviews.map(({ id }, i) => [id, i]));
  const place = ({ review }: CodedPassage) => (review && read.get(review.id)) ?? Number.MAX_SAFE_INTEGER;
  const byText = (a: CodedPassage, b: CodedPassage) =>
    place(a) - place(b) || compare(a.textId, b.textId) || (a.start ?? 0) - (b.start ?? 0) || compare(a.id, b.id);
  if (order === "text") return passages.sort(byText);
  const stars = ({ review }: CodedPassage) =>
    review?.rating === undefined ? Number.MAX_SAFE_INTEGER : review.rating / (review.ratingScale ?? 5);
  if (order === "stars") return passages.sort((a, b) => stars(a) - stars(b) || byText(a, b));
  const date = ({ review, note }: CodedPassage) => review?.date ?? (note.review ? "" : note.created);
  return passages.sort((a, b) => compare(date(b), date(a)) || byText(a, b));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A passage with the sentence before and the one after it, all verbatim. */
export interface PassageContext {
  before: string;
  text: string;
  after: string;
}

/** As much as is given around a passage whose sentences are not known. */
const AROUND = 160;

/** @returns cut from the review's body; for a page from what was kept around the words when they were marked */
export function contextOf({ review, note, start, end, sentences }: CodedPassage, { evidence }: Coding): PassageContext {
  if (!review || start === undefined || end === undefined) {
    const quote = note.target?.selectors.find((selector) => selector.type === "TextQuoteSelector");
    if (quote?.type !== "TextQuoteSelector") return { before: "", text: note.text, after: "" };
    return { before: quote.prefix, text: note.text, after: quote.suffix };
  }
  const { body } = review;
  const all = evidence.statements.get(review.id) ?? [];
  const [first, last] = [sentences[0], sentences.at(-1)];
  const from = (first && all[first.index - 1]?.start) ?? first?.start ?? Math.max(0, start - AROUND);
  const to = (last && all[last.index + 1]?.end) ?? last?.end ?? Math.min(body.length, end + AROUND);
  return {
    before: body.slice(Math.min(from, start), start),
    text: body.slice(start, end),
    after: body.slice(end, Math.max(to, end)),
  };
}
