/**
 * All the text of a page in reading order, folded into one string that native search is fast on, with the way
 * back to text nodes. Light tree, open shadow roots (slots filled) and same-origin frames; scripts and controls left out.
 */
import { edgesOf, type Fold, FoldedText, unfoldedOffset } from "./fold";

export interface TextIndex {
  fold: Fold;
  /** The folded text of all nodes, joined without anything between. */
  text: string;
  nodes: Text[];
  /** Where in `text` each node begins; ascending. */
  starts: number[];
}

/** Elements whose text is not prose of the page. Buttons: "Read more" stands in the middle of many a review. */
const SKIPPED = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT BUTTON HEAD TITLE OBJECT EMBED VIDEO AUDIO CANVAS".split(" "),
);

export function indexText(root: Node, fold: Fold): TextIndex {
  const steps = indexing(root, fold);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Text nodes read between two steps: about a millisecond. */
const STEP = 2_000;

/** The same in steps, between which whoever drives it may let the page have its turn. */
export function* indexing(root: Node, fold: Fold): Generator<void, TextIndex> {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const text = new FoldedText(fold);
  let seen = 0;
  for (const node of textNodes(root)) {
    if (++seen % STEP === 0) yield;
    const start = text.length;
    text.add(node.data);
    if (text.length === start) continue;
    nodes.push(node);
    starts.push(start);
  }
  return { fold, text: text.toString(), nodes, starts };
}

/** The range of a passage of `index.text`; undefined when its ends lie in different trees, which no range can span. */
export function rangeAt(index: TextIndex, start: number, end: number): Range | undefined {
  const first = nodeAt(index, start);
  const last = nodeAt(index, end - 1);
  if (!first || !last || first.node.getRootNode() !== last.node.getRootNode()) return undefined;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, unfoldedOffset(first.node.data, index.fold, start - first.start, false));
  const lastOffset = unfoldedOffset(last.node.data, index.fold, end - last.start, true);
  // Setting an end before the start would silently move the start: slots can reorder nodes.
  if (range.comparePoint(last.node, lastOffset) < 0) return undefined;
  range.setEnd(last.node, lastOffset);
  return range;
}

/** What a passage says in its text nodes, each its own part; unlike a range's text without scripts and buttons in between. */
export function partsAt(index: TextIndex, start: number, end: number): string[] {
  const first = nodeNumberAt(index.starts, start);
  const last = nodeNumberAt(index.starts, end - 1);
  return index.nodes.slice(first, last + 1).map(({ data }, at) => {
    const number = first + at;
    const from = number === first ? unfoldedOffset(data, index.fold, start - (index.starts[first] ?? 0), false) : 0;
    const to = number === last ? unfoldedOffset(data, index.fold, end - (index.starts[last] ?? 0), true) : data.length;
    return data.slice(from, to);
  });
}

/** Takes a quote's opening and closing marks, which the fold left out, into its range where they stand beside it. */
export function widened(range: Range, text: string, fold: Fold): Range {
  const { opening, closing } = edgesOf(text, fold);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const before = (startContainer as Text).data.slice(0, startOffset).trimEnd();
  if (opening && before.endsWith(opening)) range.setStart(startContainer, before.length - opening.length);
  if ((endContainer as Text).data.startsWith(closing, endOffset))
    range.setEnd(endContainer, endOffset + closing.length);
  return range;
}

/** Number of the node that holds a position. */
export function nodeNumberAt(starts: number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function nodeAt({ nodes, starts }: TextIndex, position: number): { node: Text; start: number } | undefined {
  const number = nodeNumberAt(starts, position);
  const node = nodes[number];
  const start = starts[number];
  return node && start !== undefined ? { node, start } : undefined;
}

/** Text nodes in reading order. A stack, not recursion: pages nest thousands of levels deep. */
function* textNodes(root: Node): Generator<Text> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeType === Node.TEXT_NODE) yield node as Text;
    else for (let child = lastShown(node, stack); child; child = child.previousSibling) stack.push(child);
  }
}

/** The last child to read of a node; nodes read instead of its children are put on the stack. */
function lastShown(node: Node, stack: Node[]): Node | null {
  if (node.nodeType !== Node.ELEMENT_NODE) return node.lastChild;
  const element = node as Element;
  if (SKIPPED.has(element.tagName.toUpperCase())) return null;
  if (element.shadowRoot) return element.shadowRoot.lastChild;
  if (element.localName === "slot") return slotted(element as HTMLSlotElement, stack);
  if (element.localName === "iframe" || element.localName === "frame") return frameContent(element);
  return node.lastChild;
}

function slotted(slot: HTMLSlotElement, stack: Node[]): Node | null {
  const assigned = slot.assignedNodes?.() ?? [];
  if (assigned.length === 0) return slot.lastChild;
  for (const node of assigned.toReversed()) stack.push(node);
  return null;
}

/** Nothing for frames of other origins. */
function frameContent(frame: Element): Node | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument?.lastChild ?? null;
  } catch {
    return null;
  }
}
