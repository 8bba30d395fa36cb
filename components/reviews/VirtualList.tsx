import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { spanOf } from "./window";

/**
 * A list of any length of which only the part near the viewport is in the document. Heights are estimated until an
 * item has been seen, then measured; the browser's scroll anchoring keeps what is read in place.
 */
export function VirtualList<T>({
  items,
  keyOf,
  estimate,
  render,
  label,
}: {
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Height in CSS pixels before measuring. */
  estimate: (item: T) => number;
  render: (item: T) => ComponentChildren;
  label: string;
}) {
  const list = useRef<HTMLOListElement>(null);
  const heights = useRef(new Map<string, number>());
  const [view, setView] = useState({ top: 0, height: 800 });
  const [, remeasured] = useState(0);

  useEffect(() => watchViewport(list, setView), []);
  useLayoutEffect(() => {
    const changed = measure(list.current, heights.current);
    if (changed) remeasured((count) => count + 1);
  });

  const focused = useKeptFocus(list);

  const sizes = items.map((item) => heights.current.get(keyOf(item)) ?? estimate(item));
  const span = spanOf(sizes, view);
  return (
    <ol
      class="virtual"
      ref={list}
      aria-label={label}
      tabIndex={-1}
      onFocusIn={focused}
      style={{ paddingTop: `${span.before}px`, paddingBottom: `${span.after}px` }}
    >
      {items.slice(span.start, span.end).map((item, index) => (
        <li key={keyOf(item)} data-key={keyOf(item)} aria-setsize={items.length} aria-posinset={span.start + index + 1}>
          {render(item)}
        </li>
      ))}
    </ol>
  );
}

/** When the item with the focus is scrolled out of the document, the list takes the focus: it must not fall to the page. */
function useKeptFocus(list: { current: HTMLElement | null }): (event: FocusEvent) => void {
  const item = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!item.current || item.current.isConnected) return;
    item.current = null;
    if (document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  });
  return (event) => {
    item.current = event.target instanceof Element && event.target !== list.current ? event.target : null;
  };
}

type ViewportListener = (view: { top: number; height: number }) => void;

/** Reports how far the list is scrolled past, at most once a frame. */
function watchViewport(list: { current: HTMLElement | null }, onView: ViewportListener): () => void {
  let frame = 0;
  const report = () => {
    frame = 0;
    if (list.current) onView({ top: -list.current.getBoundingClientRect().top, height: window.innerHeight });
  };
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(report);
  };
  report();
  addEventListener("scroll", schedule, { passive: true });
  addEventListener("resize", schedule);
  return () => {
    cancelAnimationFrame(frame);
    removeEventListener("scroll", schedule);
    removeEventListener("resize", schedule);
  };
}

/** @returns true when an item turned out to be of another height than known */
function measure(list: HTMLElement | null, heights: Map<string, number>): boolean {
  let changed = false;
  for (const item of list?.querySelectorAll<HTMLElement>(":scope > [data-key]") ?? []) {
    const key = item.dataset.key ?? "";
    const height = item.getBoundingClientRect().height;
    if (Math.abs((heights.get(key) ?? -1) - height) < 1) continue;
    heights.set(key, height);
    changed = true;
  }
  return changed;
}
