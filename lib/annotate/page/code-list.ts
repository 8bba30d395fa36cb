/** The codes of the codebook to choose from: found by typing, chosen by keys or by pressing. */
import type { AdderCode } from "../../notebook-protocol";
import { element } from "./shelf";
import type { AdderPhrase } from "./texts";

/** A name that was typed and belongs to no code yet. */
const NEW = "\u0000new";
const MOST = 60;

export interface CodeList {
  field: HTMLInputElement;
  list: HTMLElement;
  /** Codes chosen, and the name of one to be made. */
  chosen(): { codeIds: string[]; newCode?: string };
  /** Moves among the codes that are shown. */
  move(step: 1 | -1): void;
  /** Chooses the code in hand, or lets it go. */
  take(): void;
}

export function makeCodeList(
  document: Document,
  codes: readonly AdderCode[],
  phrase: AdderPhrase,
  signal: AbortSignal,
): CodeList {
  const chosen = new Set<string>();
  let made: string | undefined;
  let active = 0;
  const field = element(document, "input", {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    "aria-expanded": "true",
    "aria-controls": "codes",
    dir: "auto",
  });
  const list = element(document, "div", {
    id: "codes",
    class: "codes",
    role: "listbox",
    "aria-multiselectable": "true",
  });
  list.setAttribute("aria-label", phrase("adderCode"));

  function options(): { id: string; name: string; colour?: string; shortcut?: string; depth: number }[] {
    const words = field.value.trim().toLocaleLowerCase();
    const found = codes.filter(({ name }) => name.toLocaleLowerCase().includes(words)).slice(0, MOST);
    const known = codes.some(({ name }) => name.toLocaleLowerCase() === words);
    const fresh =
      words === "" || known ? [] : [{ id: NEW, name: phrase("adderNewCode", { name: field.value.trim() }), depth: 0 }];
    return [...found, ...fresh];
  }

  function draw(): void {
    const shown = options();
    active = Math.min(active, Math.max(0, shown.length - 1));
    const rows = shown.map(({ id, name, colour, shortcut, depth }, i) => {
      const selected = id === NEW ? made === field.value.trim() : chosen.has(id);
      const row = element(document, "div", { id: `code-${i}`, role: "option", "aria-selected": String(selected) });
      row.style.setProperty("padding-inline-start", `${6 + 12 * Math.min(depth, 6)}px`);
      if (i === active) row.dataset.active = "";
      row.append(element(document, "span", { class: "tick", "aria-hidden": "true", text: "✓" }));
      if (colour) {
        const dot = element(document, "span", { class: "dot", "aria-hidden": "true" });
        dot.style.setProperty("background", colour);
        row.append(dot);
      }
      row.append(element(document, "span", { text: name, dir: "auto" }));
      if (shortcut) row.append(element(document, "kbd", { text: shortcut }));
      row.addEventListener("click", () => pick(i), { signal });
      return row;
    });
    const none = codes.length === 0 && shown.length === 0;
    list.replaceChildren(...(none ? [element(document, "div", { text: phrase("adderNoCode") })] : rows));
    list.setAttribute("role", none ? "note" : "listbox");
    field.setAttribute("aria-activedescendant", shown.length > 0 ? `code-${active}` : "");
    list.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }

  function pick(i: number): void {
    const option = options()[i];
    if (!option) return;
    active = i;
    if (option.id === NEW) made = made === field.value.trim() ? undefined : field.value.trim();
    else if (!chosen.delete(option.id)) chosen.add(option.id);
    draw();
  }

  field.addEventListener(
    "input",
    () => {
      active = 0;
      draw();
    },
    { signal },
  );
  draw();
  return {
    field,
    list,
    chosen: () => ({ codeIds: [...chosen], ...(made !== undefined && { newCode: made }) }),
    move: (step) => {
      active = Math.max(0, Math.min(options().length - 1, active + step));
      draw();
    },
    take: () => pick(active),
  };
}
