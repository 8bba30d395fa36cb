/**
 * From a quote to its range in a page: the TextQuoteSelector of the W3C Web Annotation model
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector). Better no range than a wrong one.
 */
import { type Context, contextFit, contextOf } from "./context";
import type { Match } from "./edit-distance";
import { folded, foldFor } from "./fold";
import { isShown } from "./is-shown";
import { type Bounds, equalPassages, similarPassages } from "./search";
import { indexText, partsAt, rangeAt, type TextIndex, widened } from "./text-index";
import { cutsWord, sameWords } from "./words";
import { sameWriting } from "./writing";

export interface TextQuote {
  /** The passage, verbatim as it was read. */
  text: string;
  /** What stood before and after it; 64 letters each are used. */
  prefix?: string;
  suffix?: string;
}

/** Surroundings at least this alike make a place the right one. */
const FITS = 0.5;
/** Folded length from which words identify their place without context. */
const TELLING = 24;
/** Folded length from which slips inside the quote are allowed, and their share with and without context. */
const FUZZY_FROM = 12;
const SLIPS = { withContext: 0.2, alone: 0.1 };
/** How many equal places are compared by what the page shows. */
const MOST_COMPARED = 50;

/**
 * Finds a quote whatever elements, line breaks, hidden parts, open shadow trees and same-origin frames it is spread
 * over: first letter by letter, then with small slips. Several equal places are told apart by prefix and suffix;
 * without these the first visible one is taken. Null when the quote is not there or cannot be told from another place.
 */
export function findQuote(root: Document | Element, quote: TextQuote): Range | null {
  const fold = foldFor(quote.text);
  return (fold && findInIndex(indexText(root, fold), quote)) ?? null;
}

/** The same in text that is indexed already, with its bounds. The index must be folded with `foldFor(quote.text)`. */
export function findInIndex(
  index: TextIndex,
  quote: TextQuote,
  bounds: Bounds = { from: 0, to: index.text.length },
): Range | undefined {
  const needle = folded(quote.text, index.fold);
  if (needle === "") return undefined;
  const context = contextOf(folded(quote.prefix ?? "", index.fold), folded(quote.suffix ?? "", index.fold));
  const equal = equalPassages(index.text, needle, bounds);
  const range =
    chooseEqual(index, equal, quote.text, context) ?? findSimilar(index, needle, quote.text, context, bounds);
  return range && widened(range, quote.text, index.fold);
}

function chooseEqual(index: TextIndex, equal: Match[], text: string, context?: Context): Range | undefined {
  const [first] = equal;
  if (!first) return undefined;
  const telling = first.end - first.start >= TELLING;
  if (!context) return preferred(index, equal, text).find((place) => telling || (place.same && !place.cut))?.range;
  const fits = equal.map((match) => contextFit(index.text, match, context));
  const best = Math.max(...fits);
  const likely = equal
    .map((match, at) => ({ ...match, fit: fits[at] ?? 0 }))
    .filter(({ fit }) => fit >= Math.max(FITS, best - 0.05))
    .sort((a, b) => b.fit - a.fit);
  if (likely.length > 0) return preferred(index, likely, text)[0]?.range;
  return telling && equal.length === 1 ? preferred(index, equal, text)[0]?.range : undefined;
}

interface Place {
  range: Range;
  shown: boolean;
  /** Starts or ends inside a word. */
  cut: boolean;
  /** Punctuation included. */
  same: boolean;
}

/** Equal passages: those the page shows before hidden copies, whole words and the same writing before others, else in order. */
function preferred(index: TextIndex, matches: Match[], text: string): Place[] {
  const places = matches.slice(0, MOST_COMPARED).flatMap(({ start, end }) => {
    const range = rangeAt(index, start, end);
    const same = sameWriting(partsAt(index, start, end).join(""), text);
    return range ? { range, shown: isShown(range), cut: cutsWord(range), same } : [];
  });
  const grade = ({ shown, cut, same }: Place): number => (shown ? 4 : 0) + (cut ? 0 : 2) + (same ? 1 : 0);
  return places.sort((a, b) => grade(b) - grade(a));
}

function findSimilar(
  index: TextIndex,
  needle: string,
  text: string,
  context: Context | undefined,
  bounds: Bounds,
): Range | undefined {
  if (needle.length < (context ? FUZZY_FROM : TELLING)) return undefined;
  const maxErrors = Math.floor(needle.length * (context ? SLIPS.withContext : SLIPS.alone));
  const found = similarPassages(index.text, needle, bounds, maxErrors).flatMap((match) => {
    if (context && contextFit(index.text, match, context) < FITS) return [];
    const range = rangeAt(index, match.start, match.end);
    return range && sameWords(partsAt(index, match.start, match.end), text) ? { range, errors: match.errors } : [];
  });
  const shown = found.filter(({ range }) => isShown(range));
  const [best, next] = shown.length > 0 ? shown : found;
  // Two places about as good as each other: no telling which was meant.
  return best && (!next || next.errors > best.errors + needle.length * 0.05) ? best.range : undefined;
}
