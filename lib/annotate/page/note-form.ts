/** The form of the adder: codes, a note, tags. Nothing is sent anywhere by it: saving is the caller's. */
import type { AdderCode, PageAnnotation } from "../../notebook-protocol";
import { makeCodeList } from "./code-list";
import { element } from "./shelf";
import type { AdderPhrase } from "./texts";

export interface NoteForm {
  form: HTMLElement;
  focus(field: "note" | "codes" | "tags"): void;
  key(event: KeyboardEvent): void;
}

interface FormParts {
  /** The passage, shown above. */
  words: string;
  phrase: AdderPhrase;
  codes: readonly AdderCode[];
  signal: AbortSignal;
  onSave: (added: Omit<PageAnnotation, "target" | "copy">) => void;
  onCancel: () => void;
}

export function makeForm(document: Document, { words, phrase, codes, signal, onSave, onCancel }: FormParts): NoteForm {
  const form = element(document, "div", { class: "form", role: "dialog", "aria-label": phrase("adderForm") });
  const list = makeCodeList(document, codes, phrase, signal);
  const note = element(document, "textarea", { rows: "3", dir: "auto" });
  const tags = element(document, "input", { type: "text", dir: "auto" });
  const inVivo = button(document, phrase("adderInVivo"), signal, () => save(true));
  const keep = button(document, phrase("adderSave"), signal, () => save());
  keep.className = "main";
  const buttons = element(document, "div", { class: "row" });
  buttons.append(keep, button(document, phrase("adderCancel"), signal, onCancel));
  form.append(
    element(document, "blockquote", { class: "quote", text: words, dir: "auto" }),
    labelled(document, phrase("adderFind"), list.field),
    list.list,
    inVivo,
    labelled(document, phrase("adderNoteField"), note),
    labelled(document, phrase("adderTagsField"), tags),
    buttons,
  );

  function save(inVivoToo = false): void {
    const split = tags.value.split(/[,，、]/u).map((tag) => tag.trim());
    onSave({
      text: words,
      note: note.value,
      tags: split.filter(Boolean),
      ...list.chosen(),
      ...(inVivoToo && { inVivo: true as const }),
    });
  }

  return {
    form,
    focus: (field) => (field === "note" ? note : field === "codes" ? list.field : tags).focus(),
    key(event) {
      const root = form.getRootNode() as ShadowRoot;
      const inList = root.activeElement === list.field;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        save();
      } else if (event.key === "Enter" && inList) {
        event.preventDefault();
        list.take();
      } else if (inList && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        list.move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && root.activeElement === tags) {
        event.preventDefault();
        save();
      } else if (event.key === "Tab") keepWithin(form, root, event);
    },
  };
}

/** The keyboard goes round in the form while it is open. */
function keepWithin(form: HTMLElement, root: ShadowRoot, event: KeyboardEvent): void {
  const fields = [...form.querySelectorAll<HTMLElement>("input, textarea, button")];
  const [first, last] = [fields[0], fields.at(-1)];
  const leaves = event.shiftKey ? root.activeElement === first : root.activeElement === last;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

function labelled(document: Document, words: string, field: HTMLElement): HTMLElement {
  const label = element(document, "label", { text: words });
  label.append(field);
  return label;
}

function button(document: Document, words: string, signal: AbortSignal, onPress: () => void): HTMLButtonElement {
  const made = element(document, "button", { type: "button", text: words });
  made.addEventListener("click", onPress, { signal });
  return made;
}
