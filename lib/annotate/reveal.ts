/**
 * Makes a collapsed passage visible without pressing any button of the page: opens `<details>`, and lifts hiding styles
 * with inline ones that are taken back by the returned function.
 */
import { enclosingElements } from "./flat-tree";

/** How far up a passage's own collapsing is looked for, and how much text such a part holds at most. */
const LEVELS = 10;
const MOST_TEXT = 60_000;
/** Text nodes of a passage that are looked at. */
const MOST_NODES = 200;

/** @returns what puts the page's styles back */
export function reveal(range: Range): () => void {
  const undo: (() => void)[] = [];
  for (const element of elementsAround(range)) {
    if (element.localName === "details" && !element.hasAttribute("open")) element.setAttribute("open", "");
    if ((element.textContent?.length ?? 0) > MOST_TEXT) continue;
    unhide(element, undo);
    unclip(element, range, undo);
  }
  return () => {
    for (const step of undo.reverse()) step();
  };
}

/** Elements around every part of the range, outermost first, so that inner boxes can be measured. */
function elementsAround(range: Range): HTMLElement[] {
  const found = new Set<HTMLElement>();
  for (const node of textNodesOf(range)) {
    const around = [...enclosingElements(node)];
    const body = around.findIndex(({ localName }) => localName === "body");
    for (const element of around.slice(0, Math.min(LEVELS, body < 0 ? LEVELS : body)).toReversed())
      if ("style" in element) found.add(element as HTMLElement);
  }
  return [...found];
}

function textNodesOf(range: Range): Node[] {
  const top = range.commonAncestorContainer;
  const walker = (top.ownerDocument ?? document).createTreeWalker(top, NodeFilter.SHOW_TEXT);
  const nodes: Node[] = top.nodeType === Node.TEXT_NODE ? [top] : [];
  for (let node = walker.nextNode(); node && nodes.length < MOST_NODES; node = walker.nextNode())
    if (range.intersectsNode(node) && /\S/.test((node as Text).data)) nodes.push(node);
  return nodes;
}

function unhide(element: HTMLElement, undo: (() => void)[]): void {
  const style = computed(element);
  if (!style) return;
  if (style.display === "none") {
    override(element, "display", "revert", undo);
    // `revert` leaves the browser's own rule for the hidden attribute.
    if (style.display === "none") override(element, "display", isInline(element) ? "inline" : "block", undo);
  }
  if (style.visibility !== "visible") override(element, "visibility", "visible", undo);
  if (style.contentVisibility === "hidden" && element.localName !== "slot")
    override(element, "content-visibility", "visible", undo);
}

function unclip(element: HTMLElement, range: Range, undo: (() => void)[]): void {
  const style = computed(element);
  if (!style || !/hidden|clip/.test(style.overflowY) || element.scrollHeight <= element.clientHeight + 1) return;
  const box = element.getBoundingClientRect();
  const passage = range.getBoundingClientRect();
  const faded = style.maskImage !== "none" && style.maskImage !== "";
  if (!faded && passage.bottom <= box.bottom + 1 && passage.top >= box.top - 1) return;
  override(element, "max-height", "none", undo);
  override(element, "height", "auto", undo);
  override(element, "-webkit-line-clamp", "none", undo);
  if (faded) override(element, "mask-image", "none", undo);
}

function override(element: HTMLElement, property: string, value: string, undo: (() => void)[]): void {
  const bare = !element.hasAttribute("style");
  const before = element.style.getPropertyValue(property);
  const priority = element.style.getPropertyPriority(property);
  element.style.setProperty(property, value, "important");
  undo.push(() => {
    element.style.removeProperty(property);
    if (before) element.style.setProperty(property, before, priority);
    // Reading the attribute first writes it out; removed before, Chromium would bring an empty one back.
    if (bare && element.getAttribute("style") === "") element.removeAttribute("style");
  });
}

function computed(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}

function isInline(element: Element): boolean {
  return /^(a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|time|u)$/.test(element.localName);
}
