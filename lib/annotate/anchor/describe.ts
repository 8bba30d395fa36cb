/** From a passage to the ways back to it, made together (https://www.w3.org/TR/annotation-model/#selectors). */
import type { PointSelector, Selector } from "../../domain";
import { WORDS } from "../fold";
import { indexText } from "../text-index";
import { positionIn, readBodyText } from "./body-text";
import { pathTo } from "./element-path";
import { type PassageText, readPassage } from "./passage-text";

/** RFC 3236: names in HTML. */
const HTML_NAMES = "http://tools.ietf.org/rfc/rfc3236";

/**
 * @param range of any document or open shadow tree of the page
 * @returns quote first; nothing when no word is in the range
 */
export function describe(range: Range, root: Document = documentOf(range)): Selector[] {
  const passage = readPassage(indexText(root, WORDS), range);
  return passage ? selectorsOf(passage) : [];
}

export function selectorsOf({ exact, prefix, suffix, first, last }: PassageText): Selector[] {
  const quote: Selector = { type: "TextQuoteSelector", exact, prefix, suffix };
  const tree = first.node.getRootNode();
  const holder = first.node.parentElement;
  if (tree.nodeType !== Node.DOCUMENT_NODE) return [quote, ...cssOf(holder)];
  const body = readBodyText(tree as Document);
  const start = positionIn(body, first.node, first.offset);
  const end = positionIn(body, last.node, last.offset);
  const position: Selector[] =
    start === undefined || end === undefined ? [] : [{ type: "TextPositionSelector", start, end }];
  const startSelector = pointOf(first.node, first.offset);
  const endSelector = pointOf(last.node, last.offset);
  const range: Selector[] = startSelector && endSelector ? [{ type: "RangeSelector", startSelector, endSelector }] : [];
  return [quote, ...position, ...range, ...fragmentOf(holder)];
}

function documentOf(range: Range): Document {
  return range.startContainer.ownerDocument ?? (range.startContainer as Document);
}

/** The element that holds a text node, and how far into its text the place lies. */
function pointOf(node: Text, offset: number): PointSelector | undefined {
  const element = node.parentElement;
  if (!element) return undefined;
  let start = offset;
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let before = walker.nextNode(); before && before !== node; before = walker.nextNode())
    start += (before as Text).data.length;
  const refinedBy = { type: "TextPositionSelector" as const, start, end: start };
  return { type: "XPathSelector", value: pathTo(element), refinedBy };
}

/** Generated names change with every visit. */
const LASTING = /^(?!.*\d{6})[\w-]{1,60}$/;

function fragmentOf(element: Element | null): Selector[] {
  const named = element?.closest("[id]");
  if (!named || named === named.ownerDocument.body || !LASTING.test(named.id)) return [];
  return [{ type: "FragmentSelector", value: `#${named.id}`, conformsTo: HTML_NAMES }];
}

/** One selector a tree, from the document in: `x-reviews:nth-of-type(1) >>> div:nth-of-type(2)`. */
function cssOf(element: Element | null): Selector[] {
  const trees: string[] = [];
  for (let at = element; at; ) {
    trees.unshift(cssWithin(at));
    const root = at.getRootNode();
    at = "host" in root ? (root as ShadowRoot).host : null;
  }
  return trees.length > 0 ? [{ type: "CssSelector", value: trees.join(" >>> ") }] : [];
}

function cssWithin(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    let place = 1;
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling)
      if (before.localName === at.localName) place++;
    steps.unshift(`${CSS.escape(at.localName)}:nth-of-type(${place})`);
  }
  return steps.join(" > ");
}
