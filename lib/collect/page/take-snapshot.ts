/** Copies the page it runs in. Part of the page script: small, quick, and without a trace in the page. */
import { frameDocument } from "../document/frame";
import { Slices } from "../document/slices";
import { Code, type PageSnapshot } from "../snapshot";
import { attributesOf, contentOf } from "./keep";

/** Characters a copy may have: what can be sent in one message is limited to 64 MB. */
const LARGEST = 24_000_000;

/**
 * Copies a document with its open shadow roots and same-origin frames, element by element, so that a path in the copy
 * leads to the same element in the page. The page gets its turn every few milliseconds.
 * @param address of the document, which a parsed one does not know itself
 * @throws the reason of `signal` when copying is stopped
 */
export async function takeSnapshot(
  document: Document,
  { url, now, signal }: { url: string; now: Date; signal?: AbortSignal },
): Promise<PageSnapshot> {
  const slices = new Slices(signal);
  const copy = new Copy();
  await slices.rest();
  // Children are noted when their parent is copied: whatever the page does meanwhile, the tree stays one.
  const waiting: (Node | number)[] = document.documentElement ? [document.documentElement] : [];
  for (let next = waiting.pop(); next !== undefined && !copy.full; next = waiting.pop()) {
    if (slices.due()) await slices.rest();
    if (typeof next === "number") copy.nodes.push(next);
    else if (next.nodeType === Node.TEXT_NODE) copy.text(next.nodeValue ?? "");
    else if (next.nodeType === Node.ELEMENT_NODE) open(next as Element, copy, waiting);
  }
  const { strings, nodes, full, oversized } = copy;
  return { url, takenAt: now.toISOString(), strings, nodes, oversized, ...(full ? { partial: true } : {}) };
}

class Copy {
  readonly strings: string[] = [];
  readonly nodes: number[] = [];
  oversized = 0;
  #known = new Map<string, number>();
  #letters = 0;

  get full(): boolean {
    return this.#letters > LARGEST;
  }

  text(text: string): void {
    this.nodes.push(Code.text, this.#positionOf(/\S/.test(text) ? text : " "));
  }

  element(element: Element): void {
    const attributes = attributesOf(element);
    const code = element.namespaceURI === HTML ? Code.element : Code.foreign;
    this.nodes.push(code, this.#positionOf(element.localName), attributes.length / 2);
    for (const part of attributes) this.nodes.push(this.#positionOf(part));
  }

  #positionOf(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const position = this.strings.push(text) - 1;
    this.#known.set(text, position);
    this.#letters += text.length;
    return position;
  }
}

const HTML = "http://www.w3.org/1999/xhtml";

function open(element: Element, copy: Copy, waiting: (Node | number)[]): void {
  copy.element(element);
  waiting.push(Code.close);
  const content = contentOf(element);
  if (content === "kept") addChildren(element, waiting);
  if (content === "oversized") copy.oversized += 1;
  const { shadowRoot } = element;
  if (shadowRoot) addRoot(Code.shadow, shadowRoot, waiting);
  const framed = element.localName === "iframe" && frameDocument(element as HTMLIFrameElement)?.documentElement;
  if (framed) waiting.push(Code.close, framed, Code.frame);
}

function addRoot(code: number, root: Node, waiting: (Node | number)[]): void {
  waiting.push(Code.close);
  addChildren(root, waiting);
  waiting.push(code);
}

function addChildren(parent: Node, waiting: (Node | number)[]): void {
  for (let child = parent.lastChild; child; child = child.previousSibling) waiting.push(child);
}
