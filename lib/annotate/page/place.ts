/** Where something of ours stands beside a passage: within the window, and never on the words themselves. */

const GAP = 8;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Under the passage, else above it, else at the edge of the window that is farther from it. */
export function besidePassage(
  passage: Box,
  size: { width: number; height: number },
  window: { width: number; height: number },
) {
  const left = clamp(passage.left, GAP, window.width - size.width - GAP);
  const under = passage.bottom + GAP;
  const above = passage.top - GAP - size.height;
  if (under + size.height + GAP <= window.height && under >= GAP) return { left, top: under };
  if (above >= GAP && above + size.height + GAP <= window.height) return { left, top: above };
  const low = passage.top + passage.bottom > window.height;
  return { left, top: low ? GAP : Math.max(GAP, window.height - size.height - GAP) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** The last line of a passage, in the window; offsets of frames are added. */
export function lineBox(range: Range): Box {
  const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const { left, top, right, bottom } = boxes.at(-1) ?? range.getBoundingClientRect();
  const first = boxes[0]?.top ?? top;
  const frame = range.startContainer.ownerDocument?.defaultView?.frameElement?.getBoundingClientRect();
  const [x, y] = [frame?.left ?? 0, frame?.top ?? 0];
  return { left: left + x, top: Math.min(first, top) + y, right: right + x, bottom: bottom + y };
}
