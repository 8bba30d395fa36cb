/**
 * The one element of ours in a page: outside its body, in the top layer, with a shadow root in which adder, card and margin stand. None of the
 * page's styles reach in, and no key that is pressed in it reaches the page.
 */
import { SHELF_STYLE } from "./shelf-style";

export interface Shelf {
  host: HTMLElement;
  root: ShadowRoot;
  /** Says words to those who listen. */
  say(words: string): void;
  /** Brings it over what the page put into the top layer since. */
  raise(): void;
}

const WHOLE = {
  all: "initial",
  position: "fixed",
  inset: "0 auto auto 0",
  width: "0",
  height: "0",
  margin: "0",
  padding: "0",
  border: "0",
  background: "none",
  overflow: "visible",
  "z-index": "2147483647",
  display: "block",
};

/** What a page could notice of keys and presses that are not meant for it. */
const KEYS = ["keydown", "keyup", "keypress"] as const;
const PRESSES =
  "input beforeinput change pointerdown pointerup mousedown mouseup click dblclick touchstart touchend copy cut paste focusin focusout".split(
    " ",
  );

/**
 * @param options.onKey what a key pressed within does; it hears of it before the page does
 * @param options.mode `open` for tests only
 */
export function openShelf(
  document: Document,
  signal: AbortSignal,
  { onKey, mode = "closed" }: { onKey: (event: KeyboardEvent) => void; mode?: ShadowRootMode },
): Shelf {
  const host = document.createElement("earshot-notes");
  for (const [property, value] of Object.entries(WHOLE)) host.style.setProperty(property, value, "important");
  const root = host.attachShadow({ mode });
  adoptStyle(document, root);
  const voice = document.createElement("div");
  voice.className = "voice";
  voice.setAttribute("aria-live", "polite");
  root.append(voice);
  const view = document.defaultView;
  for (const type of KEYS)
    view?.addEventListener(
      type,
      (event) => {
        if (event.target !== host) return;
        event.stopImmediatePropagation();
        if (type === "keydown") onKey(event as KeyboardEvent);
      },
      { capture: true, signal },
    );
  for (const type of PRESSES) root.addEventListener(type, (event) => event.stopPropagation(), { signal });
  document.documentElement.append(host);
  const raise = (): void => {
    host.popover = "manual";
    try {
      host.hidePopover?.();
      host.showPopover?.();
    } catch {
      // it was taken out of the page meanwhile, or the browser has no top layer for it: the number of its layer must do
    }
  };
  raise();
  signal.addEventListener("abort", () => host.remove(), { once: true });
  return {
    host,
    root,
    raise,
    say: (words) => {
      voice.textContent = "";
      voice.textContent = words;
    },
  };
}

function adoptStyle(document: Document, root: ShadowRoot): void {
  const view = document.defaultView as (Window & typeof globalThis) | null;
  try {
    const sheet = new (view ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(SHELF_STYLE);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = SHELF_STYLE;
    root.append(style);
  }
}

/** @returns an element with words in it, never with markup */
export function element<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: K,
  { text, ...attributes }: Record<string, string> = {},
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
