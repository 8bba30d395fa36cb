/** Which notes lie under a place of the page: asked once at each press, so no note needs a listener of its own. */

export interface Placed {
  id: string;
  range: Range;
}

/** @param x, y in the window of the document */
export function notesAt(document: Document, notes: readonly Placed[], x: number, y: number): string[] {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (!caret) return [];
  const { offsetNode, offset } = caret;
  return notes.filter(({ range }) => holds(range, offsetNode, offset) && isOver(range, x, y)).map(({ id }) => id);
}

function holds(range: Range, node: Node, offset: number): boolean {
  if (node.getRootNode() !== range.startContainer.getRootNode()) return false;
  return range.isPointInRange(node, offset);
}

/** A caret is found beside a line, too; a press beside the words is none on them. */
function isOver(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}
