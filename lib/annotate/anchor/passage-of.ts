/** What a person selected on the page, as a passage that can be annotated; or why it cannot. */
import type { Repeats } from "../../domain";
import type { SelectedPassage } from "../../notebook-protocol";
import { folded, WORDS } from "../fold";
import { isShown } from "../is-shown";
import { equalPassages } from "../search";
import { indexText, rangeAt, type TextIndex } from "../text-index";
import { MOST } from "./anchor";
import { selectorsOf } from "./describe";
import { type PassageText, type Point, readPassage } from "./passage-text";
import { fitAt, surroundings } from "./surroundings";

/** More of a page than this, by its letters, is no passage of it; on short pages nearly all may be meant. */
const WHOLE = 0.9;
const LONG_PAGE = 2_000;
/** Longer passages are told in a memo. */
const LONGEST = 20_000;

/** @param selection of the document, or of one of its frames of the same origin */
export function passageOf(selection: Selection | null, document: Document): SelectedPassage {
  const range = rangeOf(selection);
  if (!range || range.collapsed) return { ok: false, why: inField(document) ? "input" : "empty" };
  return passageAt(range, document);
}

/** The same of a range. */
export function passageAt(range: Range, document: Document): SelectedPassage {
  const own = range.startContainer.ownerDocument ?? document;
  if (isTyped(range.commonAncestorContainer)) return { ok: false, why: "input" };
  const index = indexText(document, WORDS);
  const passage = readPassage(index, range);
  if (!passage) return { ok: false, why: hasFrame(range) ? "frames" : inField(document) ? "input" : "empty" };
  const needle = folded(passage.exact, WORDS);
  const share = needle.length / Math.max(1, index.text.length);
  if (needle.length > LONGEST || (index.text.length > LONG_PAGE && share > WHOLE)) return { ok: false, why: "whole" };
  const target = {
    url: document.URL,
    pageKey: "", // the engine knows which address is the same page
    title: document.title.trim().slice(0, 300),
    selectors: selectorsOf(passage),
    repeats: repeatsOf(index, passage, needle),
    ...(own !== document && { frame: own.URL }),
  };
  return { ok: true, target, text: passage.exact };
}

/** A little less alike than what would be taken for the place later counts already. */
const ALIKE = 0.45;
const BESIDE = 0.7;

/** How often the words stand on the page, and how many of these places could be taken for this one. */
function repeatsOf(index: TextIndex, { prefix, suffix, first }: PassageText, needle: string): Repeats {
  const places = equalPassages(index.text, needle, { from: 0, to: index.text.length });
  if (places.length <= 1) return { words: 1, around: 1, seen: 1 };
  const around = surroundings(folded(prefix, WORDS), folded(suffix, WORDS));
  const alike = places.slice(0, MOST).filter(({ start, end }) => {
    const fit = fitAt(index.text, start, end, around);
    return Math.min(fit.before, fit.after) >= ALIKE || fit.beside >= BESIDE;
  });
  const seen = alike.filter(({ start, end }) => {
    const range = rangeAt(index, start, end);
    return range && isShown(range);
  });
  const own = positionOf(index, first);
  const before = alike.filter(({ start }) => start < own).length;
  return { words: places.length, around: Math.max(1, alike.length), seen: seen.length, before };
}

function positionOf({ nodes, starts }: TextIndex, { node, offset }: Point): number {
  return (starts[nodes.indexOf(node)] ?? 0) + folded(node.data.slice(0, offset), WORDS).length;
}

/** In shadow trees only composed ranges tell where the ends are. */
function rangeOf(selection: Selection | null): Range | undefined {
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.collapsed || selection.type !== "Range") return range;
  const root = selection.anchorNode?.getRootNode();
  const shadow = root && "host" in root ? (root as ShadowRoot) : undefined;
  const [composed] = selection.getComposedRanges?.({ shadowRoots: shadow ? [shadow] : [] }) ?? [];
  if (!composed) return range;
  const found = (range.startContainer.ownerDocument ?? document).createRange();
  found.setStart(composed.startContainer, composed.startOffset);
  found.setEnd(composed.endContainer, composed.endOffset);
  return found;
}

function inField(document: Document): boolean {
  const active = document.activeElement;
  return active !== null && /^(input|textarea)$/i.test(active.localName);
}

function isTyped(node: Node): boolean {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as HTMLElement) : node.parentElement;
  if (!element) return false;
  return element.closest("input, textarea") !== null || element.isContentEditable === true;
}

function hasFrame(range: Range): boolean {
  return range.cloneContents().querySelector("iframe, frame") !== null;
}
