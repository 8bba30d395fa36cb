/**
 * Lights a range up by the CSS Custom Highlight API (https://www.w3.org/TR/css-highlight-api-1/): the page's
 * elements are not touched. Where the API or constructed style sheets are out of reach, an overlay is laid over.
 */
import { overlay } from "./overlay";

/** How strongly: the words asked for, or the review they stand in. */
export type Tone = "quote" | "record";

type View = Window & typeof globalThis;

/** Both colours are set, so the words stay readable on every page; the line is for those who cannot tell the colour. */
const STYLE: Record<Tone, string> = {
  quote: "background-color:#ffd75e;color:#1a1a1a;text-decoration:underline 2px #8a5a00;text-decoration-skip-ink:none;",
  record: "background-color:#fff1c2;color:#1a1a1a;",
};

/** The light goes out with the signal. */
export function highlight(range: Range, tone: Tone, signal: AbortSignal): void {
  try {
    if (registered(range, tone, signal)) return;
  } catch {
    // Some browsers keep the style sheets of a page away from extensions.
  }
  overlay(range, tone, signal);
}

/** @returns false when the browser has no highlights of this kind */
function registered(range: Range, tone: Tone, signal: AbortSignal): boolean {
  const view = range.startContainer.ownerDocument?.defaultView as View | null | undefined;
  const tree = range.startContainer.getRootNode() as Document | ShadowRoot;
  if (!view?.Highlight || !view.CSS.highlights || !tree.adoptedStyleSheets) return false;
  const name = `earshot-${tone}`;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`::highlight(${name}) { ${STYLE[tone]} }`);
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  const light = new view.Highlight(range);
  view.CSS.highlights.set(name, light);
  const dim = (): void => {
    tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
    if (view.CSS.highlights.get(name) === light) view.CSS.highlights.delete(name);
  };
  signal.addEventListener("abort", dim, { once: true });
  return true;
}
