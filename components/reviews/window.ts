/** Pixels kept rendered beyond each end of the viewport, so that scrolling and tabbing meet no gap. */
const MARGIN = 800;

/** Which items to render, and how much room the others take. */
export interface Span {
  start: number;
  end: number;
  before: number;
  after: number;
}

/**
 * @param sizes heights of all items
 * @param view how far the list is scrolled past its top, and the height of the viewport
 * @returns the items within the viewport and its margins; at least one when there are any
 */
export function spanOf(sizes: readonly number[], view: { top: number; height: number }): Span {
  const from = view.top - MARGIN;
  const to = view.top + view.height + MARGIN;
  let position = 0;
  let start = -1;
  let end = sizes.length;
  let before = 0;
  let after = 0;
  for (const [index, size] of sizes.entries()) {
    const bottom = position + size;
    if (start < 0 && (bottom > from || index === sizes.length - 1)) {
      start = index;
      before = position;
    }
    if (start >= 0 && index > start && position > to) {
      end = Math.min(end, index);
      after += size;
    }
    position = bottom;
  }
  return { start: Math.max(0, start), end, before, after };
}
