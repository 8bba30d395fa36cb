/** A narrow strip at the edge of the window: where on the page there are notes, and how many. */

import { element, type Shelf } from "./shelf";
import type { AdderPhrase } from "./texts";

export interface MarginNote {
  id: string;
  range: Range;
}

export interface Margin {
  draw(notes: readonly MarginNote[]): void;
}

/** Marks at least this far apart (px): they are pressed with fingers, too. */
const APART = 26;
/** Positions are measured again at most this often (ms). */
const PAUSE = 400;

/**
 * @param onOpen hears of a press on a mark: its notes in the order of the page
 * Goes away with the signal.
 */
export function openMargin(
  document: Document,
  shelf: Shelf,
  signal: AbortSignal,
  { phrase, onOpen }: { phrase: () => AdderPhrase; onOpen: (ids: string[]) => void },
): Margin {
  const strip = element(document, "div", { class: "margin", role: "group" });
  strip.hidden = true;
  shelf.root.append(strip);
  let notes: readonly MarginNote[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    timer = undefined;
    strip.hidden = notes.length === 0;
    strip.setAttribute("aria-label", phrase()("adderMargin"));
    const marks = bucketsOf(document, notes).map(({ top, ids }) => {
      const label = phrase()("adderMarks", { count: ids.length });
      const mark = element(document, "button", { type: "button", text: String(ids.length), "aria-label": label });
      mark.style.setProperty("top", `${top}px`);
      mark.addEventListener("click", () => onOpen(ids), { signal });
      return mark;
    });
    replaceKeepingFocus(shelf.root, strip, marks);
  };
  const later = (): void => {
    if (notes.length > 0) timer ??= setTimeout(draw, PAUSE);
  };
  const view = document.defaultView;
  view?.addEventListener("resize", later, { signal });
  document.addEventListener("load", later, { capture: true, signal });
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return {
    draw(next) {
      notes = next;
      clearTimeout(timer);
      draw();
    },
  };
}

interface Bucket {
  /** In the window (px). */
  top: number;
  ids: string[];
}

/** Heights on the page, brought to the height of the window; those that would touch share a mark. */
export function bucketsOf(document: Document, notes: readonly MarginNote[]): Bucket[] {
  const view = document.defaultView;
  const height = view?.innerHeight ?? 0;
  const whole = Math.max(document.documentElement.scrollHeight, height, 1);
  const room = Math.max(0, height - APART);
  const placed = notes
    .map(({ id, range }) => ({ id, y: topOf(range) + (view?.scrollY ?? 0) }))
    .sort((a, b) => a.y - b.y);
  const buckets: Bucket[] = [];
  for (const { id, y } of placed) {
    const top = Math.round(Math.min(1, Math.max(0, y / whole)) * room);
    const last = buckets.at(-1);
    if (last && top - last.top < APART) last.ids.push(id);
    else buckets.push({ top, ids: [id] });
  }
  return buckets;
}

/** In the window, also of a passage in a frame. */
function topOf(range: Range): number {
  let { top } = range.getBoundingClientRect();
  for (
    let view = range.startContainer.ownerDocument?.defaultView;
    view?.frameElement;
    view = view.parent as typeof view
  ) {
    top += view.frameElement.getBoundingClientRect().top;
    if (view.parent === view) break;
  }
  return top;
}

/** Whoever stands on a mark keeps standing on the one at its place. */
function replaceKeepingFocus(root: ShadowRoot, strip: HTMLElement, marks: HTMLElement[]): void {
  const place = [...strip.children].indexOf(root.activeElement as Element);
  strip.replaceChildren(...marks);
  if (place >= 0) marks[Math.min(place, marks.length - 1)]?.focus();
}
