/**
 * Finds the review a quote belongs to, so that the same words in somebody else's review are not taken for it.
 */

import { folded, foldFor } from "./fold";
import { isShown } from "./is-shown";
import { equalPassages, similarPassages } from "./search";
import { indexText, nodeNumberAt, partsAt, rangeAt, type TextIndex } from "./text-index";
import { hasWords } from "./words";

export interface FoundRecord {
  index: TextIndex;
  /** The body's place in `index.text`. */
  from: number;
  to: number;
}

export interface RecordSelector {
  /** CSS path to the record's element. */
  selector?: string;
  /** The review's text. */
  body: string;
}

/** Folded length below which a body stands in other texts by chance. */
const SHORT = 20;
/** Folded length of a piece of the body that must stand whole, and of a beginning that identifies a review. */
const PIECE = 12;
const BEGINNING = 60;
/** Folded length of what is too long to recur nearby by chance. */
const WORDLIKE = 8;
/** What a page may put into the middle of a review ("Read more", a photo's caption), folded. */
const INSERTION = 120;
/** Share of edits allowed where the selector already names the place. */
const SLIPS = 0.2;
/** How many equal places are compared by what the page shows. */
const MOST_COMPARED = 50;

/**
 * Where the page shows this review: at its selector if the text there fits, else wherever its whole body stands; a body
 * of a few letters must then be the only one of its kind.
 * @returns undefined when it is not on the page, or its body has no visible character to compare
 */
export function findRecord(document: Document, { selector, body }: RecordSelector): FoundRecord | undefined {
  const fold = foldFor(body);
  if (!fold) return undefined;
  const needle = folded(body, fold);
  const element = selector ? elementAt(document, selector) : null;
  const named = element ? indexText(element, fold) : undefined;
  const exact = named && standsIn(named, needle, false);
  if (exact) return exact;
  return standsIn(indexText(document, fold), needle, true) ?? (named && resembles(named, needle, body));
}

function elementAt(document: Document, selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null; // not a selector: written by another version, or damaged
  }
}

function standsIn(index: TextIndex, needle: string, unique: boolean): FoundRecord | undefined {
  const all = { from: 0, to: index.text.length };
  const whole = equalPassages(index.text, needle, all).map(({ start, end }) => ({ index, from: start, to: end }));
  const telling = needle.length >= SHORT ? whole : whole.filter(fillsNodes);
  const ambiguous = unique && needle.length < SHORT && telling.length > 1;
  if (telling.length > 0) return ambiguous ? undefined : firstShown(telling);
  if (needle.length < BEGINNING) return undefined;
  const parts = equalPassages(index.text, needle.slice(0, PIECE), all).flatMap(({ start }) => {
    const to = endOfParts(index.text, needle, start);
    return to === undefined ? [] : { index, from: start, to };
  });
  return firstShown(parts);
}

/** A short body ("Good") stands in many longer texts: it counts only where it fills its text nodes from edge to edge. */
function fillsNodes({ index, from, to }: FoundRecord): boolean {
  return isEdge(index, from) && isEdge(index, to);
}

function isEdge({ starts, text }: TextIndex, position: number): boolean {
  return position === text.length || starts[nodeNumberAt(starts, position)] === position;
}

/** Pages keep hidden copies of a review for other screen sizes. */
function firstShown(records: FoundRecord[]): FoundRecord | undefined {
  if (records.length < 2) return records[0];
  const seen = records.slice(0, MOST_COMPARED).find(({ index, from, to }) => {
    const range = rangeAt(index, from, to);
    return range && isShown(range);
  });
  return seen ?? records[0];
}

/**
 * Follows a body whose parts stand in order with something of the page between them, or that is cut off after its
 * beginning. Nothing of the body may be missing in the middle: that is how a near-duplicate differs.
 * @returns where the last part ends
 */
function endOfParts(text: string, needle: string, start: number): number | undefined {
  let done = 0;
  let at = start;
  while (done < needle.length) {
    const common = commonLength(text, at, needle, done);
    done += common;
    at += common;
    if (done === needle.length) return at;
    const next = text.indexOf(needle.slice(done, done + PIECE), at);
    if (next < 0 || next > at + INSERTION) return isCutOff(text, at, needle, done) ? at : undefined;
    at = next;
  }
  return at;
}

/** The page stops after the beginning and goes on with something else: none of the words that follow in the body come soon. */
function isCutOff(text: string, at: number, needle: string, done: number): boolean {
  if (done < BEGINNING) return false;
  const after = text.slice(at, at + INSERTION + PIECE);
  for (let piece = done; piece < Math.min(needle.length, done + INSERTION); piece += WORDLIKE)
    if (after.includes(needle.slice(piece, piece + WORDLIKE))) return false;
  return true;
}

function commonLength(text: string, at: number, needle: string, from: number): number {
  let length = 0;
  while (from + length < needle.length && text[at + length] === needle[from + length]) length++;
  return length;
}

/** The element named by the selector shows the body with slips: a corrected typo, pictures instead of emoji. */
function resembles(index: TextIndex, needle: string, body: string): FoundRecord | undefined {
  const maxErrors = Math.floor(needle.length * SLIPS);
  const [best] = similarPassages(index.text, needle, { from: 0, to: index.text.length }, maxErrors);
  const parts = best && partsAt(index, best.start, best.end);
  const same = parts && ["", " "].some((glue) => hasWords(parts.join(glue), body));
  return same ? { index, from: best.start, to: best.end } : undefined;
}
