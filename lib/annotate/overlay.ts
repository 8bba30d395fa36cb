/** The second way to light a range up: boxes over its lines, in one element of ours outside the page's body. */
import type { Tone } from "./highlight";

const COLOUR: Record<Tone, string> = { quote: "rgba(255, 200, 40, 0.4)", record: "rgba(255, 220, 120, 0.25)" };
const EDGE: Record<Tone, string> = { quote: "2px solid #8a5a00", record: "1px dashed #8a5a00" };

/** Follows the words while the page scrolls; goes away with the signal. */
export function overlay(range: Range, tone: Tone, signal: AbortSignal): void {
  const document = range.startContainer.ownerDocument;
  const view = document?.defaultView;
  if (!document || !view) return;
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
  const draw = (): void => {
    layer.replaceChildren(...[...range.getClientRects()].map((box) => marker(document, box, tone)));
  };
  view.addEventListener("scroll", draw, { signal, capture: true, passive: true });
  view.addEventListener("resize", draw, { signal });
  signal.addEventListener("abort", () => host.remove(), { once: true });
  document.documentElement.append(host);
  draw();
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
