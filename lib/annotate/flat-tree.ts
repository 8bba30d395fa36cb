/** The parent as the page is drawn: through slots and shadow roots. Null at the document's root. */
export function flatParent(node: Node): Element | null {
  const slot = (node as Element | Text).assignedSlot;
  if (slot) return slot;
  const parent = node.parentNode;
  // A shadow root of another frame is no instance of this frame's ShadowRoot.
  if (parent?.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host ?? null;
  return parent?.nodeType === Node.ELEMENT_NODE ? (parent as Element) : null;
}

/** The elements a node lies in, innermost first, out through frames of the same origin. */
export function* enclosingElements(node: Node): Generator<Element> {
  let next: Element | null = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : flatParent(node);
  while (next) {
    yield next;
    next = flatParent(next) ?? frameOf(next);
  }
}

/** The frame element that shows a document, when it may be touched. */
function frameOf(root: Element): Element | null {
  try {
    return root.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}
