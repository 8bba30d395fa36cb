/** Personal data in what people wrote: found by shape, check digits and the words around it; masked without touching anything else. Rule-based. */
import type { Span } from "../domain";
import { findAddresses } from "./personal-addresses";
import { findCards, findEmails, findIbans, findIds, findPhones } from "./personal-contacts";
import { findPersons } from "./personal-names";

/** In the order in which one wins over another at the same place. */
export const PERSONAL_KINDS = ["email", "iban", "card", "id", "phone", "address", "person"] as const;

/** `id`: a number that leads to one person at an office or a shop (national number, passport, order or customer number). */
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

export interface PersonalSpan extends Span {
  kind: PersonalKind;
}

/** What is known beside the text. */
export interface PersonalContext {
  /** The review's author as the site shows them: their name is looked for in the text too. */
  author?: string;
  /** Names that are no private person's: the subject's name and brand. */
  notPersons?: readonly string[];
}

/**
 * @param text any length and language; read as plain text
 * @param language BCP 47 primary tag when known; it only widens what is read as an address
 * @returns places in `text` in reading order, none overlapping another
 */
export function findPersonalData(text: string, language = "und", context: PersonalContext = {}): PersonalSpan[] {
  const found: PersonalSpan[] = [
    ...as("email", findEmails(text)),
    ...as("iban", findIbans(text)),
    ...as("card", findCards(text)),
    ...as("id", findIds(text)),
    ...as("phone", findPhones(text)),
    ...as("address", findAddresses(text, language)),
    ...as("person", findPersons(text, context.author, context.notPersons)),
  ];
  return withoutOverlap(found);
}

function as(kind: PersonalKind, spans: readonly Span[]): PersonalSpan[] {
  return spans.map(({ start, end }) => ({ start, end, kind }));
}

/** The kinds come in order of certainty; a span that touches an accepted one is dropped. */
function withoutOverlap(found: readonly PersonalSpan[]): PersonalSpan[] {
  const rank = new Map(PERSONAL_KINDS.map((kind, i) => [kind, i]));
  const ordered = [...found].sort((a, b) => a.start - b.start || (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0));
  const kept: PersonalSpan[] = [];
  for (const span of ordered) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    else if ((rank.get(span.kind) ?? 0) < (rank.get(last.kind) ?? 0)) kept[kept.length - 1] = span;
  }
  return kept;
}

/** What stands in place of each kind, in the words of whoever reads the export: "[e-mail]". */
export type PersonalMarks = Readonly<Record<PersonalKind, string>>;

export const ENGLISH_MARKS: PersonalMarks = {
  email: "[e-mail]",
  iban: "[bank account]",
  card: "[card number]",
  id: "[number]",
  phone: "[phone]",
  address: "[address]",
  person: "[name]",
};

/** @returns the text with a mark in place of each span; everything else stays as it was, character for character */
export function maskSpans(text: string, spans: readonly PersonalSpan[], marks: PersonalMarks = ENGLISH_MARKS): string {
  let masked = "";
  let from = 0;
  for (const { start, end, kind } of spans) {
    masked += text.slice(from, start) + marks[kind];
    from = end;
  }
  return masked + text.slice(from);
}

/** Finds and masks; see `findPersonalData`. A text without personal data comes back as it is. */
export function maskPersonalData(
  text: string,
  language?: string,
  context?: PersonalContext,
  marks: PersonalMarks = ENGLISH_MARKS,
): string {
  return maskSpans(text, findPersonalData(text, language, context), marks);
}

/**
 * A passage as an export prints it. What is personal is looked for in the whole body, so that a name cut by the passage's edge is masked too.
 * @param passage place in `body`; it keeps its meaning, the printed text may be longer or shorter
 */
export function maskPassage(
  body: string,
  { start, end }: Span,
  language?: string,
  context?: PersonalContext,
  marks: PersonalMarks = ENGLISH_MARKS,
): string {
  return maskWithin(body, { start, end }, findPersonalData(body, language, context), marks);
}

/** `maskPassage` where the spans of the whole body are known already: for many passages of one body. */
export function maskWithin(
  body: string,
  { start, end }: Span,
  spans: readonly PersonalSpan[],
  marks: PersonalMarks = ENGLISH_MARKS,
): string {
  const inside = spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
  return maskSpans(body.slice(start, end), inside, marks);
}
