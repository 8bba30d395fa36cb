import { frameDocument } from "./frame";
import { hostOf, PIERCE, type Root } from "./roots";

/**
 * A CSS path that finds exactly this element again. Ids are used where they are unique, positions elsewhere.
 * Elements in shadow roots and frames get one path per tree, joined with `>>>`; `locate` follows it.
 */
export function pathTo(element: Element): string {
  const root = element.getRootNode() as Root;
  const inner = within(element, root);
  const host = hostOf(root);
  return host ? pathTo(host) + PIERCE + inner : inner;
}

/** @returns the element a path of `pathTo` leads to, or null when the page has changed */
export function locate(document: Document, path: string): Element | null {
  let root: Root = document;
  let element: Element | null = null;
  for (const part of path.split(PIERCE)) {
    if (element) {
      const next: Root | null = element.shadowRoot ?? frameDocument(element as HTMLIFrameElement) ?? null;
      if (!next) return null;
      root = next;
    }
    element = find(root, part);
    if (!element) return null;
  }
  return element;
}

function find(root: Root, selector: string): Element | null {
  try {
    return root.querySelector(selector);
  } catch {
    return null; // not a selector: the path was not made by us
  }
}

function within(element: Element, root: Root): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = uniqueId(at, root);
    if (id) {
      steps.unshift(id);
      return steps.join(" > ");
    }
    steps.unshift(step(at));
  }
  return steps.join(" > ");
}

/** Ids with spaces or control characters, and ids given twice, are no way back. */
function uniqueId(element: Element, root: Root): string | undefined {
  if (!element.id || element.id.length > 120) return undefined;
  const selector = `#${CSS.escape(element.id)}`;
  return root.querySelectorAll(selector).length === 1 ? selector : undefined;
}

function step(element: Element): string {
  const { positions, counts } = siblingsOf(element);
  const name = CSS.escape(element.localName);
  return counts.get(element.localName) === 1 ? name : `${name}:nth-of-type(${positions.get(element) ?? 1})`;
}

/** Children by tag, counted once for a list whose elements are asked for one after the other. */
interface Siblings {
  parent: Node | null;
  children: number;
  made: number;
  positions: Map<Element, number>;
  counts: Map<string, number>;
}

/** Milliseconds for which a live page is taken to stay as it is. */
const LASTS = 200;
let latest: Siblings = { parent: null, children: 0, made: 0, positions: new Map(), counts: new Map() };

function siblingsOf(element: Element): Siblings {
  const parent = element.parentNode;
  const children = (parent as ParentNode | null)?.childElementCount ?? 1;
  const now = performance.now();
  const isFresh = latest.parent === parent && latest.children === children && now - latest.made < LASTS;
  if (parent && isFresh && latest.positions.has(element)) return latest;
  const positions = new Map<Element, number>();
  const counts = new Map<string, number>();
  let at = (parent as ParentNode | null)?.firstElementChild ?? element;
  for (let next: Element | null = at; next; next = at.nextElementSibling) {
    at = next;
    const count = (counts.get(at.localName) ?? 0) + 1;
    counts.set(at.localName, count);
    positions.set(at, count);
  }
  const made = { parent, children, made: now, positions, counts };
  // Short lists are counted again at once; a long one is worth keeping.
  if (children > 20) latest = made;
  return made;
}
