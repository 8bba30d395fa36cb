/** The second way to paint notes: boxes over their lines, of those in view only, in one element of ours outside the page's body. */
import type { NoteLook } from "./look";

export interface Boxes {
  draw(notes: readonly { range: Range; look: NoteLook }[]): void;
}

/** Goes away with the signal; nothing is in the page while there is nothing to draw. */
export function boxesOver(document: Document, signal: AbortSignal): Boxes {
  let notes: readonly { range: Range; look: NoteLook }[] = [];
  let host: HTMLElement | undefined;
  let layer: ShadowRoot | undefined;
  let frame = 0;
  const view = document.defaultView;
  const redraw = (): void => {
    frame = 0;
    layer?.replaceChildren(...notes.flatMap(({ range, look }) => boxesOf(document, range, look)));
  };
  const soon = (): void => {
    if (notes.length > 0 && frame === 0) frame = view?.requestAnimationFrame(redraw) ?? 0;
  };
  view?.addEventListener("scroll", soon, { signal, capture: true, passive: true });
  view?.addEventListener("resize", soon, { signal });
  signal.addEventListener("abort", () => host?.remove(), { once: true });
  return {
    draw(next) {
      notes = next;
      if (notes.length > 0 && !host) {
        host = made(document, { position: "fixed", inset: "0", "pointer-events": "none", "z-index": "2147483645" });
        host.setAttribute("aria-hidden", "true");
        layer = host.attachShadow({ mode: "closed" });
        document.documentElement.append(host);
      }
      redraw();
    },
  };
}

function boxesOf(document: Document, range: Range, { colour, line }: NoteLook): HTMLElement[] {
  const height = document.defaultView?.innerHeight ?? 0;
  const whole = range.getBoundingClientRect();
  if (whole.bottom < 0 || whole.top > height) return [];
  return [...range.getClientRects()].map((box) =>
    made(document, {
      position: "absolute",
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
      background: `${colour}3d`,
      "border-bottom": `2px ${line === "wavy" ? "dashed" : line} ${colour}`,
    }),
  );
}

function made(document: Document, look: Record<string, string>): HTMLElement {
  const element = document.createElement("earshot-marks");
  for (const [property, value] of Object.entries({ display: "block", ...look }))
    element.style.setProperty(property, value, "important");
  return element;
}
