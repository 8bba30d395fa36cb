/** Shows people the words a figure or an answer stands on: in the page, where they were written. */
import { findInIndex } from "./find-quote";
import { type FoundRecord, findRecord, type RecordSelector } from "./find-record";
import { highlight, type Tone } from "./highlight";
import { isShown } from "./is-shown";
import { reveal } from "./reveal";
import { scrollToRange } from "./scroll";
import { rangeAt } from "./text-index";

export interface ShownQuote extends RecordSelector {
  /** The quote: a passage of `body`. */
  text: string;
}

/** What could be shown: the quote, only the review it belongs to, or nothing of it. */
export type Shown = "quote" | "record" | "nothing";

/** What lights up now, per document; aborting takes it away. */
const shown = new WeakMap<Document, AbortController>();

/**
 * Scrolls to a quote and lights it up, after opening what collapses it. What was shown before goes out. Escape,
 * `clearHighlight` or the signal takes it away and puts collapsed parts back. Resolves when scrolling has ended.
 */
export async function showQuote(
  document: Document,
  quote: ShownQuote,
  { signal }: { signal: AbortSignal },
): Promise<Shown> {
  clearHighlight(document);
  if (signal.aborted) return "nothing";
  const record = findRecord(document, quote);
  if (!record) return "nothing";
  const passage = quoteIn(record, quote);
  if (passage && (await light(document, passage, "quote", signal))) return "quote";
  const whole = rangeAt(record.index, record.from, record.to);
  return whole && (await light(document, whole, "record", signal)) ? "record" : "nothing";
}

/** Takes away what `showQuote` lit up in this document. */
export function clearHighlight(document: Document): void {
  shown.get(document)?.abort();
  shown.delete(document);
}

function quoteIn({ index, from, to }: FoundRecord, { body, text }: ShownQuote): Range | undefined {
  const at = body.indexOf(text);
  if (!text.trim() || at < 0) return undefined;
  const context = { prefix: body.slice(0, at), suffix: body.slice(at + text.length) };
  return findInIndex(index, { text, ...context }, { from, to });
}

/** @returns false when the passage cannot be made visible; the page is then as before */
async function light(document: Document, range: Range, tone: Tone, signal: AbortSignal): Promise<boolean> {
  const conceal = reveal(range);
  if (!isShown(range)) {
    conceal();
    return false;
  }
  const ends = new AbortController();
  shown.set(document, ends);
  ends.signal.addEventListener("abort", conceal, { once: true });
  signal.addEventListener("abort", () => ends.abort(), { signal: ends.signal });
  highlight(range, tone, ends.signal);
  endOnEscape(document, range, ends.signal);
  await scrollToRange(range, ends.signal);
  return true;
}

function endOnEscape(document: Document, range: Range, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") clearHighlight(document);
  };
  for (const one of new Set([document, range.startContainer.ownerDocument ?? document]))
    one.addEventListener("keydown", onKey, { signal, capture: true });
}
