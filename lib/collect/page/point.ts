/** Lets a person point at something on the page, by mouse or by keys. Nothing of it reaches the page. */
import { frameDocument } from "../document/frame";
import { pathTo } from "../document/path";
import { PIERCE } from "../document/roots";
import { openLayer } from "./layer";

export interface Pointing {
  /** What was taken; undefined when it was ended without. */
  taken: Promise<Element | undefined>;
  /** Does what a key does. @returns the words of what is pointed at now */
  press(key: string): string;
}

/** Everything by which a page could notice a pointer, or act on it. */
const EVENTS =
  "pointerdown pointerup pointermove pointerover pointerout mousedown mouseup mousemove mouseover mouseout click dblclick auxclick contextmenu touchstart touchmove touchend dragstart keyup keypress";
const KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "Escape"];
const MOST_WORDS = 120;

/** @param hint shown at the edge of the window meanwhile */
export function letPoint(document: Document, hint: string, signal: AbortSignal): Pointing {
  const ender = new AbortController();
  const life = AbortSignal.any([signal, ender.signal]);
  const layer = openLayer(document, true, life);
  /** The way that was come from inside, to go back on. */
  const inward: Element[] = [];
  let current: Element | undefined;
  layer.hint(hint);
  layer.say(hint);

  function go(to: Element | undefined, byKey = false): void {
    if (!to || to === current || /^(?:html|body)$/.test(to.localName)) return;
    current = to;
    if (byKey) to.scrollIntoView({ block: "nearest" });
    layer.draw([to], to);
    if (byKey) layer.say(wordsOf(to));
  }
  function press(key: string): string {
    if (key === "Escape") current = undefined;
    if (key === "Enter" || key === "Escape") ender.abort();
    else if (!current) go(middle(document, layer.host), true);
    else if (key === "ArrowUp") {
      inward.push(current);
      go(outerOf(document, current), true);
    } else if (key === "ArrowDown") go(inward.pop() ?? innerOf(current), true);
    else {
      inward.length = 0;
      go(beside(current, key === "ArrowRight"), true);
    }
    return current ? wordsOf(current) : "";
  }
  function onEvent(event: Event): void {
    const { type, key } = event as KeyboardEvent;
    if (type.startsWith("key") && !KEYS.includes(key)) return;
    event.stopImmediatePropagation();
    // without its touches a finger could neither scroll nor click
    if (event.cancelable && !type.startsWith("touch")) event.preventDefault();
    if (!event.isTrusted) return;
    if (type === "keydown") press(key);
    if (type === "pointermove" || type === "click") {
      inward.length = 0;
      go(under(document, event as MouseEvent, layer.host));
    }
    if (type === "click" && current) ender.abort();
  }
  const view = document.defaultView;
  for (const type of `${EVENTS} keydown`.split(" "))
    view?.addEventListener(type, onEvent, { capture: true, passive: false, signal: life });
  view?.addEventListener("wheel", (event) => scroll(document, event, layer.host), { passive: true, signal: life });
  const taken = new Promise<Element | undefined>((resolve) => {
    const end = () => resolve(signal.aborted ? undefined : current);
    life.addEventListener("abort", end, { once: true });
    if (life.aborted) end();
  });
  return { taken, press };
}

function wordsOf(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, MOST_WORDS);
}

interface Point {
  clientX: number;
  clientY: number;
}

/** The innermost element at a place of the window, in shadow roots and frames too. */
function under(root: Document | ShadowRoot, { clientX, clientY }: Point, host: Element): Element | undefined {
  const found = root.elementsFromPoint(clientX, clientY).find((at) => at !== host && at.getRootNode() === root);
  const frame = found?.localName === "iframe" ? frameDocument(found as HTMLIFrameElement) : null;
  const inner = found?.shadowRoot ?? frame;
  if (!found || !inner) return found;
  const box = found.getBoundingClientRect();
  const [x, y] = frame ? [box.x + found.clientLeft, box.y + found.clientTop] : [0, 0];
  return under(inner, { clientX: clientX - x, clientY: clientY - y }, host) ?? found;
}

/** The element with words that is nearest to the middle of the window. */
function middle(document: Document, host: Element): Element | undefined {
  const { innerWidth, innerHeight } = document.defaultView ?? { innerWidth: 0, innerHeight: 0 };
  for (let away = 0; away < innerHeight / 2; away += 24) {
    for (const [right, down] of [
      [0, away],
      [0, -away],
      [away, 0],
      [-away, 0],
    ] as const) {
      const point = { clientX: innerWidth / 2 + right, clientY: innerHeight / 2 + down };
      const found = under(document, point, host);
      if (
        found &&
        [...found.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && /\S/.test(nodeValue ?? ""))
      )
        return found;
    }
  }
  return undefined;
}

function outerOf(document: Document, element: Element): Element | undefined {
  const { ownerDocument: owner, parentElement } = element;
  const frame = owner === document ? undefined : owner.defaultView?.frameElement;
  const isTop = !parentElement || parentElement === owner.body;
  const host = (element.getRootNode() as ShadowRoot).host;
  return (isTop && (host ?? frame)) || parentElement || undefined;
}

function innerOf(element: Element): Element | undefined {
  const root = element.shadowRoot ?? frameDocument(element as HTMLIFrameElement)?.body ?? element;
  return [...root.children].find(isShown);
}

function beside(element: Element, forwards: boolean): Element | undefined {
  let at: Element | null = element;
  do at = forwards ? at.nextElementSibling : at.previousElementSibling;
  while (at && !isShown(at));
  return at ?? undefined;
}

function isShown(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width * height > 0;
}

/** The layer takes the wheel away from lists that scroll by themselves; they get it back. */
function scroll(document: Document, event: WheelEvent, host: Element): void {
  for (let at = under(document, event, host); at; at = outerOf(document, at)) {
    if (at.scrollHeight <= at.clientHeight || !/auto|scroll/.test(getComputedStyle(at).overflowY)) continue;
    at.scrollBy(event.deltaX, event.deltaY);
    return;
  }
}

/** Path of an element as `locate` follows it from the document: through frames too. */
export function pathFrom(document: Document, element: Element): string {
  const owner = element.ownerDocument;
  const frame = owner === document ? null : owner.defaultView?.frameElement;
  return frame ? pathFrom(document, frame) + PIERCE + pathTo(element) : pathTo(element);
}
