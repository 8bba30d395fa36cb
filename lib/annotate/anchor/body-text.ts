/**
 * The text of a document as the DOM gives it (`body.textContent`): what TextPositionSelectors count in
 * (https://www.w3.org/TR/annotation-model/#text-position-selector). Shadow trees and frames are no part of it.
 */

export interface BodyText {
  nodes: Text[];
  /** Where each node begins; ascending. */
  starts: number[];
  length: number;
}

export function readBodyText(document: Document): BodyText {
  const text: BodyText = { nodes: [], starts: [], length: 0 };
  if (!document.body) return text;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    text.nodes.push(node);
    text.starts.push(text.length);
    text.length += node.data.length;
  }
  return text;
}

/** @returns the position of a place in a node; undefined when the node is no part of it */
export function positionIn(text: BodyText, node: Text, offset: number): number | undefined {
  const at = text.nodes.indexOf(node);
  return at < 0 ? undefined : (text.starts[at] as number) + offset;
}

/**
 * @param after true for an end: the place behind the unit before the position, not before the one behind it
 * @returns undefined when the text is not that long
 */
export function pointAt(text: BodyText, position: number, after: boolean): { node: Text; offset: number } | undefined {
  if (!Number.isInteger(position) || position < 0 || position > text.length || text.nodes.length === 0)
    return undefined;
  let low = 0;
  let high = text.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = text.starts[middle] as number;
    if (after ? start < position : start <= position) low = middle;
    else high = middle - 1;
  }
  const node = text.nodes[low] as Text;
  return { node, offset: Math.min(position - (text.starts[low] as number), node.data.length) };
}
