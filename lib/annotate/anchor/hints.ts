/** Where a passage would be if its page had not changed: what its range and its position select. To be verified, never believed. */
import type { PointSelector, RangeSelector, Selector, TextPositionSelector } from "../../domain";
import { type BodyText, pointAt } from "./body-text";
import { elementAt } from "./element-path";

type Found<T extends Selector["type"]> = Extract<Selector, { type: T }> | undefined;

export function selectorOf<T extends Selector["type"]>(selectors: readonly Selector[], type: T): Found<T> {
  return selectors.find((selector) => selector.type === type) as Found<T>;
}

/** @returns undefined when its elements are not there */
export function byRange(document: Document, { startSelector, endSelector }: RangeSelector): Range | undefined {
  const start = placeIn(document, startSelector, false);
  const end = placeIn(document, endSelector, true);
  return start && end && rangeOf(document, start, end);
}

export function byPosition(
  document: Document,
  body: BodyText,
  { start, end }: TextPositionSelector,
): Range | undefined {
  if (!(start < end)) return undefined;
  const first = pointAt(body, start, false);
  const last = pointAt(body, end, true);
  return first && last && rangeOf(document, first, last);
}

interface Place {
  node: Text;
  offset: number;
}

function rangeOf(document: Document, start: Place, end: Place): Range | undefined {
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  if (range.comparePoint(end.node, end.offset) < 0) return undefined;
  range.setEnd(end.node, end.offset);
  return range.collapsed ? undefined : range;
}

function placeIn(document: Document, { value, refinedBy }: PointSelector, after: boolean): Place | undefined {
  const element = elementAt(document, value);
  if (!element) return undefined;
  let left = refinedBy?.start ?? 0;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (after ? left <= node.data.length && left > 0 : left < node.data.length) return { node, offset: left };
    left -= node.data.length;
  }
  return undefined;
}
