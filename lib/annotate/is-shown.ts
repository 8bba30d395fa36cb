/** True when the range takes up room on the page and its element is not made invisible. */
export function isShown(range: Range): boolean {
  if (![...range.getClientRects()].some((box) => box.width > 1 && box.height > 1)) return false;
  return range.startContainer.parentElement?.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
