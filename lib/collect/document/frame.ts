/** Documents of frames, in a page and in its copy. */

/** In a copy a frame has no window of its own; its document hangs here. */
const copied = new WeakMap<Element, Document>();

/** Content of a frame when the page may see it; asking a foreign one throws or gives null. */
export function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return copied.get(frame) ?? frame.contentDocument;
  } catch {
    return null;
  }
}

/** Gives a frame of a copy its document. */
export function setFrameDocument(frame: Element, document: Document): void {
  copied.set(frame, document);
}
