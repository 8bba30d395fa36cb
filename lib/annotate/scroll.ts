/** Brings a range into view by moving every box that scrolls around it, and nothing else. */
import { enclosingElements } from "./flat-tree";

interface Span {
  low: number;
  high: number;
}

/** Part of a box at its edges that counts as out of sight: sticky headers lie there. */
const EDGE = 0.15;
const POLL = 50;
const LONGEST_WAIT = 1_500;

/** Farther than this many screens nobody follows a moving page. */
const FAR = 3;

/**
 * Scrolls, smoothly when it is near and the person does not prefer reduced motion, and waits until the page stands still (1.5 s at most).
 * Images that load meanwhile move the passage: it is then brought back once.
 */
export async function scrollToRange(range: Range, signal: AbortSignal): Promise<void> {
  const view = range.startContainer.ownerDocument?.defaultView;
  if (!view) return;
  const still = view.matchMedia("(prefers-reduced-motion: reduce)").matches || view.document.hidden;
  const calm = still || Math.abs(range.getBoundingClientRect().top) > FAR * view.innerHeight;
  if (!scrollAll(range, calm ? "instant" : "smooth")) return;
  if (!calm) await standstill(range, signal);
  if (!signal.aborted) scrollAll(range, "instant");
}

/** @returns true when something had to move */
function scrollAll(range: Range, behavior: ScrollBehavior): boolean {
  const box = range.getBoundingClientRect();
  let vertical: Span = { low: box.top, high: box.bottom };
  let horizontal: Span = { low: box.left, high: box.right };
  let moved = false;
  for (const element of enclosingElements(range.startContainer)) {
    const view = element.ownerDocument.defaultView;
    if (!view) break;
    const root = element === element.ownerDocument.scrollingElement;
    if (root || scrolls(element, view)) {
      const frame = frameOfView(element, root, view);
      const top = distance(vertical, frame.vertical, EDGE, roomAbove(element));
      const left = distance(horizontal, frame.horizontal, 0, roomBeside(element));
      if (top || left) element.scrollBy({ top, left, behavior });
      moved ||= top !== 0 || left !== 0;
      vertical = shifted(vertical, -top);
      horizontal = shifted(horizontal, -left);
    }
    if (element === element.ownerDocument.documentElement && view.frameElement) {
      const outer = view.frameElement.getBoundingClientRect();
      vertical = shifted(vertical, outer.top + view.frameElement.clientTop);
      horizontal = shifted(horizontal, outer.left + view.frameElement.clientLeft);
    }
  }
  return moved;
}

function scrolls(element: Element, view: Window): boolean {
  // What the body says about overflow counts for the window, unless the root element says something itself.
  const { body, documentElement } = element.ownerDocument;
  if (element === body && view.getComputedStyle(documentElement).overflow === "visible") return false;
  const larger = element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
  return larger && /auto|scroll/.test(view.getComputedStyle(element).overflow);
}

function frameOfView(element: Element, root: boolean, view: Window): { vertical: Span; horizontal: Span } {
  if (root) return { vertical: { low: 0, high: view.innerHeight }, horizontal: { low: 0, high: view.innerWidth } };
  const box = element.getBoundingClientRect();
  return {
    vertical: { low: box.top, high: box.top + element.clientHeight },
    horizontal: { low: box.left, high: box.left + element.clientWidth },
  };
}

/** How far a box must scroll so that the passage lies in its middle; 0 when it lies well inside already. */
function distance(passage: Span, frame: Span, edgeShare: number, room: Span): number {
  const height = frame.high - frame.low;
  const edge = height * edgeShare;
  if (passage.low >= frame.low + edge && passage.high <= frame.high - edge) return 0;
  const long = passage.high - passage.low > height - 2 * edge;
  const wanted = long
    ? passage.low - frame.low - edge
    : (passage.low + passage.high) / 2 - (frame.low + frame.high) / 2;
  return Math.round(Math.max(room.low, Math.min(wanted, room.high)));
}

/** How far a box can still scroll up and down. */
function roomAbove({ scrollTop, scrollHeight, clientHeight }: Element): Span {
  return { low: -scrollTop, high: scrollHeight - clientHeight - scrollTop };
}

/** How far it can scroll sideways. Where text runs from right to left, positions count down from 0. */
function roomBeside({ scrollLeft, scrollWidth, clientWidth }: Element): Span {
  const most = scrollWidth - clientWidth;
  return scrollLeft < 0
    ? { low: -most - scrollLeft, high: -scrollLeft }
    : { low: -scrollLeft, high: most - scrollLeft };
}

function shifted({ low, high }: Span, by: number): Span {
  return { low: low + by, high: high + by };
}

/** Timers, not animation frames: those stop in a hidden tab. */
async function standstill(range: Range, signal: AbortSignal): Promise<void> {
  let last = Number.NaN;
  let still = 0;
  for (let waited = 0; waited < LONGEST_WAIT && still < 3 && !signal.aborted; waited += POLL) {
    await new Promise((resolve) => setTimeout(resolve, POLL));
    const { top } = range.getBoundingClientRect();
    still = top === last ? still + 1 : 0;
    last = top;
  }
}
