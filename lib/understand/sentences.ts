/**
 * Cuts a review into sentences. Boundaries come from Unicode's rules (UAX #29, Intl.Segmenter), then what reviews do to
 * them is repaired: lines without full stops, bullets, Pros/Cons, abbreviations, missing spaces, run-ons of 50,000 characters.
 */
import { ABBREVIATIONS, HEADING, NEXT_HEADING } from "./sentence-rules";

/** A sentence as a place in its body; `body.slice(start, end)` is its trimmed text. */
export interface SentenceSpan {
  start: number;
  end: number;
  /** The "Pros" or "Cons" this point stands under, as written; gives a bare "battery life" its meaning. */
  heading?: string;
}

interface Span {
  start: number;
  end: number;
}

/** In UTF-16 units. Longer pieces say more than one thing, and the encoder stops reading at 512 tokens. */
const LONGEST = 400;
/** A cut of a run-on leaves at least this much before it. */
const SHORTEST_CUT = 80;
/** What is handed to the segmenter at once: engines copy the whole of it with every segment they give back. */
const WINDOW = 8_000;
const BULLET = /^[\s\u00a0]*(?:[-–—*•·●▪◦‣✔✓✅➢→►☑✗✘❌+]+|\(?\d{1,2}[.)](?=\s)|[①-⑳])[\s\u00a0]*/u;
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;
const LEADING_EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f\s])+/u;
const WORD = /[\p{L}\p{N}]/u;
/** "great product.Will buy again", "bad battery. sad": boundaries Unicode does not see. */
const UNSEEN = /(?<=\p{Ll}{2}[.!?]{1,3})(?=\p{Lu}\p{Ll}|I\b)|(?<=\p{L}{3}\.\s{1,8})(?=\p{Ll})/u;
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * @param body the review, verbatim
 * @param language BCP 47 hint for the segmenter
 * @returns spans in order, none overlapping, none empty, each up to about 400 UTF-16 units
 */
export function splitSentences(body: string, language = "und"): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let heading: string | undefined;
  for (const line of lines(body)) {
    if (!body.slice(line.start, line.end).trim()) {
      heading = undefined; // an empty line ends a list
      continue;
    }
    for (const part of splitAtHeadings(body, line)) {
      const found = readHeading(body, part);
      if (found) heading = found.label;
      const content = found ? { start: found.contentStart, end: part.end } : part;
      for (const span of sentencesOfLine(body, content, language)) spans.push(heading ? { ...span, heading } : span);
    }
  }
  return spans;
}

function* lines(body: string): Generator<Span> {
  let start = 0;
  for (const match of body.matchAll(/\r\n|[\n\r\u2028\u2029]/gu)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  yield { start, end: body.length };
}

/** "Pros: cheap. Cons: heavy" on one line is two parts. */
function splitAtHeadings(body: string, line: Span): Span[] {
  const text = body.slice(line.start, line.end);
  if (!HEADING.test(text.replace(BULLET, ""))) return [line];
  const parts: Span[] = [];
  let start = line.start;
  for (const match of text.matchAll(NEXT_HEADING)) {
    const at = line.start + match.index;
    if (at > start) parts.push({ start, end: at });
    start = at;
  }
  return [...parts, { start, end: line.end }];
}

function readHeading(body: string, part: Span): { label: string; contentStart: number } | undefined {
  const text = body.slice(part.start, part.end);
  const bullet = BULLET.exec(text)?.[0].length ?? 0;
  const match = HEADING.exec(text.slice(bullet));
  const label = match?.[1] ?? match?.[2];
  if (!match || !label) return undefined;
  return { label, contentStart: part.start + bullet + match[0].length };
}

function sentencesOfLine(body: string, line: Span, language: string): Span[] {
  const bullet = BULLET.exec(body.slice(line.start, line.end))?.[0].length ?? 0;
  const start = line.start + bullet;
  const text = body.slice(start, line.end);
  const seen = segment(text, start, language).flatMap((span) => splitUnseen(body, span));
  return mergeWordless(body, mergeAbbreviated(body, seen))
    .flatMap((span) => splitRunOn(body, span))
    .map((span) => trim(body, span))
    .filter((span) => span.end > span.start);
}

function segment(text: string, offset: number, language: string): Span[] {
  const masked = text.replace(ADDRESS, (address) => "x".repeat(address.length)); // no boundary inside an address
  const spans: Span[] = [];
  for (let from = 0; from < masked.length; ) {
    const lengths = segmentWindow(masked.slice(from, from + WINDOW), from + WINDOW < masked.length, language);
    for (const length of lengths) {
      spans.push({ start: offset + from, end: offset + from + length });
      from += length;
    }
  }
  return spans;
}

/**
 * @param goesOn whether there is text behind the window: then its last piece may go on there and is left for the next one
 * @returns lengths of pieces from the window's start, at least one
 */
function segmentWindow(window: string, goesOn: boolean, language: string): number[] {
  const lengths = Array.from(segmenterFor(language).segment(window), ({ segment }) => segment.length);
  if (!goesOn) return lengths;
  if (lengths.length > 1) return lengths.slice(0, -1);
  return [window.search(/\s\S*$/u) + 1 || wholeCharacters(window)]; // no sentence at all: as far as the last word
}

/** Length without the first half of a character whose second half is behind the end. */
function wholeCharacters(window: string): number {
  const last = window.charCodeAt(window.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? window.length - 1 : window.length;
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    made = new Intl.Segmenter("und", { granularity: "sentence" }); // a page may claim any language tag
  }
  segmenters.set(language, made);
  return made;
}

function mergeAbbreviated(body: string, spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && goesOn(body, last, span)) last.end = span.end;
    else out.push({ ...span });
  }
  return out;
}

/** "The new pads (since spring?) have a groove": a mark inside brackets or quotes ends nothing when small letters follow. */
const CLOSED_MARK = /[.!?…]["'”’»)\]]+\s*$/u;
const SMALL_LETTER = /^\s*\p{Ll}/u;

function goesOn(body: string, last: Span, next: Span): boolean {
  const tail = body.slice(Math.max(last.start, last.end - 16), last.end);
  if (CLOSED_MARK.test(tail) && SMALL_LETTER.test(body.slice(next.start, next.end))) return true;
  return ABBREVIATIONS.some((rule) => rule.before.test(tail) && rule.after.test(body.slice(next.start, next.end)));
}

/** "!!!" and "👍" belong to what was said before them. */
function mergeWordless(body: string, spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    const text = body.slice(span.start, span.end);
    const said = WORD.test(text) ? (LEADING_EMOJI.exec(text)?.[0].length ?? 0) : text.length;
    if (last) last.end = span.start + said;
    if (!last || said < text.length) out.push({ start: last ? span.start + said : span.start, end: span.end });
  }
  return out;
}

function splitUnseen(body: string, span: Span): Span[] {
  const text = body.slice(span.start, span.end);
  if (!UNSEEN.test(text) || text.search(ADDRESS) >= 0) return [span];
  let start = span.start;
  return text.split(UNSEEN).map((piece) => {
    const cut = { start, end: start + piece.length };
    start = cut.end;
    return cut;
  });
}

/** Cuts at the best place available: a clause mark, then a conjunction or comma, then a space, then anywhere but inside a character. */
function splitRunOn(body: string, span: Span): Span[] {
  const out: Span[] = [];
  let start = span.start;
  while (span.end - start > LONGEST) {
    const end = start + bestCut(body.slice(start, start + LONGEST));
    out.push({ start, end });
    start = end;
  }
  return [...out, { start, end: span.end }];
}

const CUTS = [
  /[;:…；：]\s*|\.{2,}\s*|\s[-–—]\s/gu,
  /[,，、،]\s*|\s(?=(?:and|but|so|und|aber|et|mais|y|pero|и|но|а)\s)/gu,
  /\s+/gu,
];

function bestCut(window: string): number {
  for (const pattern of CUTS) {
    let best = 0;
    for (const match of window.matchAll(pattern)) best = match.index + match[0].length;
    if (best >= SHORTEST_CUT) return best;
  }
  return wholeCharacters(window);
}

function trim(body: string, span: Span): Span {
  const text = body.slice(span.start, span.end);
  const start = span.start + (text.length - text.trimStart().length);
  return { start, end: Math.max(start, span.end - (text.length - text.trimEnd().length)) };
}
