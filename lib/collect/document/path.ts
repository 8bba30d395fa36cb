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
  let position = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) {
    if (before.localName === element.localName) position += 1;
  }
  const alone = position === 1 && !hasLaterTwin(element);
  const name = CSS.escape(element.localName);
  return alone ? name : `${name}:nth-of-type(${position})`;
}

function hasLaterTwin(element: Element): boolean {
  for (let after = element.nextElementSibling; after; after = after.nextElementSibling) {
    if (after.localName === element.localName) return true;
  }
  return false;
}
