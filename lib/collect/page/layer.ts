/**
 * Boxes of ours over a page: one element in the top layer with a closed shadow root, so that nothing of the page is
 * touched and none of its styles reach in. Goes away with its signal.
 */
export interface Layer {
  /** The element in the page that holds the boxes. */
  host: HTMLElement;
  /** Draws boxes around elements, and follows them while the page scrolls. */
  draw(elements: readonly Element[], chosen?: Element): void;
  /** Shows words at the edge of the window. */
  hint(words: string): void;
  /** Says words to those who listen. */
  say(words: string): void;
}

const WHOLE = {
  all: "initial",
  position: "fixed",
  inset: "0",
  width: "100%",
  height: "100%",
  margin: "0",
  padding: "0",
  border: "0",
  background: "none",
  overflow: "hidden",
  "z-index": "2147483647",
  display: "block",
};
/** Two lines of different brightness are seen on every ground. */
const BOX = {
  position: "absolute",
  "box-sizing": "border-box",
  border: "2px solid #3b5bdb",
  "border-radius": "4px",
  "box-shadow": "0 0 0 1px #fff, inset 0 0 0 1px #fff",
};
const PILL = {
  position: "absolute",
  bottom: "16px",
  left: "50%",
  transform: "translateX(-50%)",
  "max-width": "min(560px, 92%)",
  padding: "9px 16px",
  "border-radius": "9px",
  background: "#1b1f24",
  color: "#fff",
  font: "14px/1.45 system-ui, sans-serif",
  "text-align": "center",
  "box-shadow": "0 0 0 1px #fff, 0 4px 18px #0005",
};
const UNSEEN = { position: "absolute", width: "1px", height: "1px", overflow: "hidden", "clip-path": "inset(50%)" };

/** @param shield whether the pointer meets the layer instead of the page */
export function openLayer(document: Document, shield: boolean, signal: AbortSignal): Layer {
  const host = made(document, { ...WHOLE, "pointer-events": shield ? "auto" : "none", cursor: "crosshair" });
  const tree = host.attachShadow({ mode: "closed" });
  const boxes = made(document, {});
  const pill = made(document, { ...PILL, display: "none" });
  const voice = made(document, UNSEEN);
  voice.setAttribute("aria-live", "polite");
  tree.append(boxes, pill, voice);
  let drawn: [Element, Record<string, string>][] = [];
  const follow = () => boxes.replaceChildren(...drawn.flatMap(([element, look]) => boxOf(document, element, look)));
  document.documentElement.append(host);
  host.popover = "manual";
  host.showPopover?.();
  document.defaultView?.addEventListener("scroll", follow, { capture: true, passive: true, signal });
  document.defaultView?.addEventListener("resize", follow, { signal });
  signal.addEventListener("abort", () => host.remove(), { once: true });
  return {
    host,
    draw(elements, chosen) {
      drawn = elements.map((element) => [element, element === chosen ? CHOSEN : NEAR]);
      follow();
    },
    hint(words) {
      pill.textContent = words;
      pill.style.setProperty("display", words ? "block" : "none", "important");
    },
    say(words) {
      voice.textContent = words;
    },
  };
}

const CHOSEN = { background: "#3b5bdb2e" };
const NEAR = { background: "#3b5bdb14", "border-style": "dashed" };

/** Only what is in view gets a box: lists can be long. */
function boxOf(document: Document, element: Element, look: Record<string, string>): HTMLElement[] {
  const { x, y, width, height } = placeOf(document, element);
  const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
  if (x > innerWidth || y > innerHeight || x + width < 0 || y + height < 0 || width * height === 0) return [];
  const place = { left: `${x - 3}px`, top: `${y - 3}px`, width: `${width + 6}px`, height: `${height + 6}px` };
  return [made(document, { ...BOX, ...look, ...place })];
}

/** Where an element is in the window, also one in a frame. */
export function placeOf(document: Document, element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  const frame = element.ownerDocument === document ? null : element.ownerDocument.defaultView?.frameElement;
  if (!frame) return box;
  const outer = placeOf(document, frame);
  return new DOMRect(outer.x + frame.clientLeft + box.x, outer.y + frame.clientTop + box.y, box.width, box.height);
}

function made(document: Document, look: Record<string, string>): HTMLElement {
  const element = document.createElement("earshot-pointer");
  for (const [property, value] of Object.entries({ display: "block", ...look }))
    element.style.setProperty(property, value, "important");
  return element;
}
