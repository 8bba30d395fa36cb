import { frameDocument } from "./frame";
import type { Slices } from "./slices";

/** A tree that can be searched with selectors: the document, an open shadow root, the document of an inner frame. */
export type Root = Document | ShadowRoot;

/** Between the selector of a host (or frame) and the selector inside it. */
export const PIERCE = " >>> ";

/** Where each inner root hangs; kept as long as the root itself. */
const hosts = new WeakMap<Node, Element>();

/**
 * The document with every open shadow root and every same-origin frame in it, outermost first.
 * Closed roots and frames of other origins cannot be read and are left out.
 */
export async function rootsOf(document: Document, slices: Slices): Promise<Root[]> {
  const roots: Root[] = [document];
  hosts.delete(document);
  for (let index = 0; index < roots.length; index += 1) {
    const root = roots[index];
    if (root) await addInner(root, roots, slices);
  }
  return roots;
}

async function addInner(root: Root, roots: Root[], slices: Slices): Promise<void> {
  const owner = root.ownerDocument ?? (root as Document);
  const walker = owner.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    if (slices.due()) await slices.rest();
    const element = walker.currentNode as Element;
    const inner = element.shadowRoot ?? (element.localName === "iframe" ? framed(element) : null);
    if (!inner) continue;
    hosts.set(inner, element);
    roots.push(inner);
  }
}

function framed(frame: Element): Document | null {
  const inner = frameDocument(frame as HTMLIFrameElement);
  return inner?.body ? inner : null;
}

/** The element that holds a root: the shadow host, or the frame when `rootsOf` found it; none for the document read. */
export function hostOf(root: Node): Element | undefined {
  const isFragment = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
  return hosts.get(root) ?? (isFragment ? (root as ShadowRoot).host : undefined);
}
