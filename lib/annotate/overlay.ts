/** The second way to light a range up: boxes over its lines, in one element of ours outside the page's body. */
import type { Tone } from "./highlight";

const COLOUR: Record<Tone, string> = { quote: "rgba(255, 200, 40, 0.4)", record: "rgba(255, 220, 120, 0.25)" };
const EDGE: Record<Tone, string> = { quote: "2px solid #8a5a00", record: "1px dashed #8a5a00" };

/** @returns what takes the overlay away */
export function overlay(range: Range, tone: Tone): () => void {
  const document = range.startContainer.ownerDocument;
  const view = document?.defaultView;
  if (!document || !view) return () => undefined;
  const host = document.createElement("earshot-highlight");
  setStyles(host, {
    position: "fixed",
    inset: "0",
    "z-index": "2147483646",
    "pointer-events": "none",
    display: "block",
  });
  host.setAttribute("aria-hidden", "true");
  const layer = host.attachShadow({ mode: "closed" });
  const draw = (): void =>
    layer.replaceChildren(...[...range.getClientRects()].map((box) => marker(document, box, tone)));
  const watch = new AbortController();
  const options = { signal: watch.signal, capture: true, passive: true };
  view.addEventListener("scroll", draw, options);
  view.addEventListener("resize", draw, options);
  document.documentElement.append(host);
  draw();
  return () => {
    watch.abort();
    host.remove();
  };
}

function marker(document: Document, box: DOMRect, tone: Tone): HTMLElement {
  const element = document.createElement("div");
  setStyles(element, {
    position: "absolute",
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
    background: COLOUR[tone],
    "border-bottom": EDGE[tone],
  });
  return element;
}

function setStyles(element: HTMLElement, styles: Record<string, string>): void {
  for (const [property, value] of Object.entries(styles)) element.style.setProperty(property, value, "important");
}
