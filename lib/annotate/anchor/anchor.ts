/**
 * From selectors back to the passage: the best first, and none that cannot be told from another place. A wrong place is worse than none.
 */
import type { Repeats } from "../../domain";
import type { AnchoredBy, PageNote } from "../../notebook-protocol";
import type { Match } from "../edit-distance";
import { findInIndex } from "../find-quote";
import { findRecord } from "../find-record";
import { folded, foldFor, MARKS, WORDS } from "../fold";
import { isShown } from "../is-shown";
import { equalPassages, similarPassages } from "../search";
import { indexText, partsAt, rangeAt, type TextIndex, widened } from "../text-index";
import { sameWords } from "../words";
import { pathTo } from "./element-path";
import { byPosition, byRange, selectorOf } from "./hints";
import type { PageText } from "./page-text";
import { type Fit, fitAt, type Surroundings, surroundings } from "./surroundings";

export interface Anchored {
  range: Range;
  by: AnchoredBy;
  /** How sure: 1 when words and surroundings are the same as they were. */
  score: number;
}

export type Anchorable = Pick<PageNote, "text" | "selectors" | "frame" | "review" | "elsewhere" | "repeats">;

/** Each side at least this alike makes a place the right one; where nothing is known of twins, rather more. */
export const STRONG = 0.6;
const STRONG_UNKNOWN = 0.75;
/** Another place this near to the best leaves no telling which was meant. */
const CLEAR = 0.1;
/** What stood right beside it at least this alike: a review that moved as a whole. */
const MOVED = 0.9;
/** How much less alike every other place must be then. */
const APART = 0.3;
/** One side at least this alike supports a place that was the only one then and is the only one now. */
const SUPPORT = 0.5;
/** Folded length from which words identify their place at all. */
const TELLING = 12;
/** Folded length from which slips inside the passage are allowed, and their share. */
const FUZZY_FROM = 16;
const SLIPS = 0.2;
/** "Monounsaturated" is no slip of "polyunsaturated". */
const SLIPS_IN_WORD = 2;
/** Equal places that are looked at: more say nothing. */
export const MOST = 60;

/** @returns undefined where the passage is not on the page, or may be in several places */
export function anchor(page: PageText, note: Anchorable): Anchored | undefined {
  const fold = foldFor(note.text);
  if (!fold) return undefined;
  const quote = selectorOf(note.selectors, "TextQuoteSelector");
  const words = fold === WORDS ? page.index : indexText(page.document, MARKS);
  const search: Search = {
    page,
    index: words,
    note,
    needle: folded(quote?.exact ?? note.text, fold),
    around: surroundings(folded(quote?.prefix ?? "", fold), folded(quote?.suffix ?? "", fold)),
  };
  const here = note.elsewhere || note.selectors.length === 0 ? undefined : (byHints(search) ?? byQuote(search));
  return here ?? inReview(search);
}

interface Search {
  page: PageText;
  index: TextIndex;
  note: Anchorable;
  needle: string;
  around: Surroundings;
}

interface Place {
  start: number;
  end: number;
  fit: Fit;
}

/** Range and position select the same words in the same surroundings: the page is as it was there. */
function byHints(search: Search): Anchored | undefined {
  const [one, other] = hintedStarts(search);
  if (one === undefined || one !== other) return undefined;
  const { index, needle, around, note } = search;
  const end = one + needle.length;
  if (!index.text.startsWith(needle, one)) return undefined;
  const fit = fitAt(index.text, one, end, around);
  if (Math.min(fit.before, fit.after) < STRONG) return undefined;
  // a twin that came or went moves all others to where another one stood
  const { repeats } = note;
  if (repeats?.words !== 1 && placesOf(search).length !== repeats?.words) return undefined;
  return placed(search, { start: one, end, fit }, "range");
}

function placesOf({ page, index, needle }: Search): readonly Match[] {
  return index === page.index
    ? page.equal(needle)
    : equalPassages(index.text, needle, { from: 0, to: index.text.length });
}

/** Where in the folded text the range and the position begin. */
function hintedStarts({ page, index, note, needle }: Search): (number | undefined)[] {
  if (index !== page.index || needle === "") return [];
  const range = selectorOf(note.selectors, "RangeSelector");
  const position = selectorOf(note.selectors, "TextPositionSelector");
  const document = frameOf(page, note.frame);
  if (!document) return [];
  const found = [range && byRange(document, range), position && byPosition(document, page.bodyOf(document), position)];
  return found.map((one) => one && startIn(page, one));
}

function frameOf({ document, frames }: PageText, address: string | undefined): Document | undefined {
  if (address === undefined) return document;
  const same = frames.filter(({ URL: url }) => url === address);
  return same.length === 1 ? same[0] : undefined;
}

/** The folded place of a range's first letter. */
function startIn({ placeOf }: PageText, range: Range): number | undefined {
  const node = range.startContainer as Text;
  const place = placeOf.get(node);
  return place === undefined ? undefined : place + folded(node.data.slice(0, range.startOffset), WORDS).length;
}

function byQuote(search: Search): Anchored | undefined {
  const { index, around, note } = search;
  const all = placesOf(search);
  if (all.length > MOST) return undefined;
  if (all.length === 0) return note.repeats && note.repeats.around > 1 ? undefined : bySimilar(search);
  const places = all.map(({ start, end }) => ({ start, end, fit: fitAt(index.text, start, end, around) }));
  const enough = note.repeats ? STRONG : STRONG_UNKNOWN;
  // what was put in between may bring one place's surroundings near to another of the same words
  const once = note.repeats?.words === 1;
  const strong = places.filter(({ fit }) => (once ? Math.min(fit.before, fit.after) : fit.adjacent) >= enough);
  if (note.repeats && note.repeats.around > 1) return amongTwins(search, strong, note.repeats);
  if (strong.length > 0) return theBest(search, strong);
  return theMoved(search, places) ?? theOnly(search, places);
}

/**
 * Words that stood several times in the same surroundings: the one that was meant may be the one that changed, and another one look like it. Only
 * the one that can be seen, where the others were and are hidden copies, or all of them in their order, with one of them where this one was, say
 * which it is.
 */
function amongTwins(
  search: Search,
  strong: readonly Place[],
  { around, seen, before = -1 }: Repeats,
): Anchored | undefined {
  const shown = strong.filter((place) => {
    const range = rangeAt(search.index, place.start, place.end);
    return range && isShown(range);
  });
  if (seen === 1 && shown.length === 1 && shown[0]) return placed(search, shown[0], "quote");
  const same = strong.length === around ? strong[before] : undefined;
  return same && hintedStarts(search).includes(same.start) ? placed(search, same, "position") : undefined;
}

/** The best of them, if it is clearly the best. */
function theBest(search: Search, strong: readonly Place[]): Anchored | undefined {
  const [best, next] = strong.toSorted((a, b) => mean(b.fit) - mean(a.fit));
  return best && (!next || mean(next.fit) <= mean(best.fit) - CLEAR) ? placed(search, best, "quote") : undefined;
}

/** What stood right beside the passage is there still, and only there: its review moved. None of its like may be gone. */
function theMoved(search: Search, places: readonly Place[]): Anchored | undefined {
  const [best, next] = places.toSorted((a, b) => b.fit.beside - a.fit.beside);
  const whole = places.length >= (search.note.repeats?.words ?? Number.POSITIVE_INFINITY);
  if (!best || !whole || best.fit.beside < MOVED) return undefined;
  return next && next.fit.beside > best.fit.beside - APART ? undefined : placed(search, best, "quote");
}

/**
 * Words that stood once and stand once are where they were moved to with little of what was around them; words that stood several times say
 * nothing without it: the one that was meant may be the one that is gone.
 */
function theOnly(search: Search, places: readonly Place[]): Anchored | undefined {
  const [place] = places;
  const { note, needle } = search;
  if (!place || places.length > 1 || note.repeats?.words !== 1 || needle.length < TELLING) return undefined;
  const hinted = hintedStarts(search).includes(place.start);
  const supported = hinted || place.fit.oneSide >= SUPPORT || isSameItem(search, place);
  return supported ? placed(search, place, "quote") : undefined;
}

/** All the words of an element then and now, of the same kind in the same kind of place: an item of a list in another order. */
function isSameItem({ index, note, page }: Search, { start, end }: Place): boolean {
  const quote = selectorOf(note.selectors, "TextQuoteSelector");
  const path = selectorOf(note.selectors, "RangeSelector")?.startSelector.value;
  if (!quote || !path || !/(^|\n)$/.test(quote.prefix) || !/^(\n|$)/.test(quote.suffix)) return false;
  const element = rangeAt(index, start, end)?.startContainer.parentElement;
  if (!element || element.ownerDocument !== page.document) return false;
  const kind = (steps: string) => steps.replace(/\[\d+\]/g, "");
  return kind(pathTo(element)) === kind(path) && folded(element.textContent ?? "", index.fold).length === end - start;
}

/** Slips inside the passage: a corrected word, not another sentence. Both sides must be as they were. */
function bySimilar(search: Search): Anchored | undefined {
  const { index, needle, around, note } = search;
  if (needle.length < FUZZY_FROM) return undefined;
  const bounds = { from: 0, to: index.text.length };
  const found = similarPassages(index.text, needle, bounds, Math.floor(needle.length * SLIPS));
  const places = found.flatMap(({ start, end, errors }) => {
    const fit = fitAt(index.text, start, end, around);
    const strong = fit.adjacent >= STRONG && fit.beside >= STRONG;
    return strong && sameWords(partsAt(index, start, end), note.text, SLIPS_IN_WORD)
      ? [{ start, end, fit, errors }]
      : [];
  });
  const [best, next] = places.sort((a, b) => a.errors - b.errors);
  const clear = best && (!next || next.errors - best.errors > needle.length * 0.05);
  if (!best || !clear) return undefined;
  const anchored = placed(search, best, "similar");
  return anchored && { ...anchored, score: anchored.score * (1 - best.errors / needle.length) };
}

/** In the review it lies in, wherever the page shows that. */
function inReview({ page, note }: Search): Anchored | undefined {
  const { review, text } = note;
  if (!review) return undefined;
  const record = findRecord(page.document, { body: review.body, selector: review.selector });
  if (!record) return undefined;
  const prefix = review.body.slice(0, review.start);
  const suffix = review.body.slice(review.end);
  const range = findInIndex(record.index, { text, prefix, suffix }, { from: record.from, to: record.to });
  return range && { range, by: "review", score: 1 };
}

function placed({ index, note }: Search, { start, end, fit }: Place, by: AnchoredBy): Anchored | undefined {
  const range = rangeAt(index, start, end);
  return range && { range: widened(range, note.text, index.fold), by, score: mean(fit) };
}

function mean({ before, after }: Fit): number {
  return (before + after) / 2;
}
