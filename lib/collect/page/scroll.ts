/** Scrolls a list on, in the window or in a part of the page that scrolls by itself, and back to where the person was. */
import { locate } from "../document/path";

/** The last record shown stays in view by this share of the height, so that nothing between two views is missed. */
const KEPT = 0.25;

export class Scroller {
  #before = new Map<Element, number>();

  constructor(private readonly document: Document) {}

  /**
   * @param path of the element that holds the records
   * @param to `on`: the last record comes near the top; `end`: the list and the page come to their ends
   */
  scroll(path: string | undefined, to: "on" | "end"): void {
    const list = path ? locate(this.document, path) : null;
    const inner = list && scrollableAround(list);
    const page = this.document.scrollingElement;
    if (to === "end") for (const part of [inner, page]) this.#move(part, part?.scrollHeight ?? 0);
    else if (list) this.#move(inner ?? page, this.#lastOf(list, inner), inner);
  }

  /** Brings everything back to where it was before the first step. */
  restore(): void {
    for (const [element, top] of this.#before) element.scrollTop = top;
    this.forget();
  }

  /** Somebody has scrolled themselves: where they are now is where they want to be. */
  forget(): void {
    this.#before.clear();
  }

  #move(part: Element | null | undefined, top: number, within?: Element | null): void {
    const page = this.document.scrollingElement;
    // a list that scrolls by itself must be in view, or the page holds it for unseen
    if (within && page && isOut(within, page.clientHeight)) {
      if (!this.#before.has(page)) this.#before.set(page, page.scrollTop);
      within.scrollIntoView({ block: "nearest" });
    }
    if (!part) return;
    if (!this.#before.has(part)) this.#before.set(part, part.scrollTop);
    part.scrollTop = top;
  }

  /** Where to scroll to so that the last part of the list with words in it is still to be seen. */
  #lastOf(list: Element, inner: Element | null): number {
    const page = this.document.scrollingElement;
    const parts = [...list.children].filter((part) => part.textContent?.trim());
    const bottom = Math.max(
      ...parts.map((part) => part.getBoundingClientRect().bottom),
      list.getBoundingClientRect().top,
    );
    const top = inner ? inner.getBoundingClientRect().top : 0;
    const scroller = inner ?? page;
    return scroller ? scroller.scrollTop + bottom - top - scroller.clientHeight * KEPT : 0;
  }
}

function isOut(element: Element, height: number): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= height || bottom <= 0;
}

/** The part of the page around a list that scrolls by itself; none when it is the page. */
function scrollableAround(list: Element): Element | null {
  const { body, documentElement, defaultView } = list.ownerDocument;
  for (let at: Element | null = list; at && at !== body && at !== documentElement; ) {
    if (
      at.scrollHeight > at.clientHeight + 1 &&
      /auto|scroll|overlay/.test(defaultView?.getComputedStyle(at).overflowY ?? "")
    )
      return at;
    at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null;
  }
  return null;
}
