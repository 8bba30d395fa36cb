/** What a note says, beside its words on the page: names of its codes, its tags, its note. Text, never markup. */
import { besidePassage, lineBox } from "./place";
import { element, type Shelf } from "./shelf";
import type { AdderPhrase } from "./texts";

export interface CardNote {
  id: string;
  range: Range;
  label: string;
  colour: string;
}

export interface Card {
  show(notes: readonly CardNote[]): void;
  close(): void;
  /** What a key does that is pressed in it. */
  key(event: KeyboardEvent): void;
}

/** Goes away with the signal. */
export function openCard(document: Document, shelf: Shelf, signal: AbortSignal, phrase: () => AdderPhrase): Card {
  let box: HTMLElement | undefined;
  let range: Range | undefined;
  const close = (): void => {
    box?.remove();
    box = range = undefined;
  };
  const place = (): void => {
    const view = document.defaultView;
    if (!box || !range || !view) return;
    const { width, height } = box.getBoundingClientRect();
    const at = besidePassage(lineBox(range), { width, height }, { width: view.innerWidth, height: view.innerHeight });
    box.style.setProperty("left", `${at.left}px`);
    box.style.setProperty("top", `${at.top}px`);
  };
  const view = document.defaultView;
  view?.addEventListener("scroll", place, { capture: true, passive: true, signal });
  view?.addEventListener("resize", place, { signal });
  document.addEventListener("keydown", (event) => event.key === "Escape" && close(), { signal });
  signal.addEventListener("abort", close, { once: true });
  return {
    close,
    key: (event) => {
      if (event.key === "Escape") close();
    },
    show(notes) {
      close();
      const said = notes.filter(({ label }) => label !== "");
      if (said.length === 0) return;
      range = said[0]?.range;
      box = element(document, "div", { class: "card", role: "note", "aria-label": phrase()("adderCard") });
      for (const [i, { label, colour }] of said.entries()) {
        if (i > 0) box.append(element(document, "hr"));
        const line = element(document, "p", { dir: "auto" });
        const dot = element(document, "span", { class: "dot", "aria-hidden": "true" });
        dot.style.setProperty("background", colour);
        dot.style.setProperty("display", "inline-block");
        dot.style.setProperty("margin-inline-end", "6px");
        line.append(dot, label);
        box.append(line);
      }
      shelf.root.append(box);
      shelf.raise();
      place();
      shelf.say(said.map(({ label }) => label).join("; "));
    },
  };
}
