/**
 * The adder: appears beside words that were selected, and makes a note of them. Keys work everywhere: Alt+Shift+A goes into it, arrows move in it,
 * Escape leaves it and gives the selection back.
 */
import type { AdderCode, PageAnnotation, SelectedPassage } from "../../notebook-protocol";
import { passageAt, passageOf } from "../anchor";
import { makeForm, type NoteForm } from "./note-form";
import { besidePassage, lineBox } from "./place";
import { element, type Shelf } from "./shelf";
import type { AdderPhrase, AdderText } from "./texts";

type Passage = Extract<SelectedPassage, { ok: true }>;
type Added = Omit<PageAnnotation, "target" | "copy">;

export interface AdderParts {
  phrase: () => AdderPhrase;
  codes: () => readonly AdderCode[];
  /** Marks the words in hand, since the browser shows no selection while a field has the keyboard. */
  hold: (range: Range | undefined) => void;
  /** Keeps it; rejects with a sentence. */
  save: (passage: Passage, added: Added) => Promise<void>;
}

export interface Adder {
  /** What a key does that is pressed in it. */
  key(event: KeyboardEvent): void;
  /** Opens it on what is selected now and takes the keyboard there. */
  focus(): void;
  close(): void;
}

const TOOLS = ["adderHighlight", "adderNote", "adderCode", "adderTags"] as const;
type Tool = (typeof TOOLS)[number];
/** A selection is settled when it rested this long (ms). */
const REST = 220;
const WHY: Record<Extract<SelectedPassage, { ok: false }>["why"], AdderText> = {
  empty: "adderEmpty",
  input: "adderInput",
  frames: "adderFrames",
  whole: "adderWhole",
  unreachable: "adderUnreachable",
};

/** Goes away with the signal. */
export function openAdder(document: Document, shelf: Shelf, signal: AbortSignal, parts: AdderParts): Adder {
  const adder = new PageAdder(document, shelf, signal, parts);
  adder.listen();
  return adder;
}

class PageAdder implements Adder {
  #box: HTMLElement | undefined;
  #range: Range | undefined;
  #form: NoteForm | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #back: Element | null = null;

  constructor(
    private readonly document: Document,
    private readonly shelf: Shelf,
    private readonly signal: AbortSignal,
    private readonly parts: AdderParts,
  ) {}

  listen(): void {
    const { document, signal } = this;
    const view = document.defaultView;
    document.addEventListener("selectionchange", () => this.#settle(), { signal });
    document.addEventListener("pointerup", () => this.#settle(), { capture: true, signal });
    view?.addEventListener("scroll", () => this.#place(), { capture: true, passive: true, signal });
    view?.addEventListener("resize", () => this.#place(), { signal });
    document.addEventListener("pointerdown", (event) => this.#outside(event), { capture: true, signal });
    document.addEventListener("keydown", (event) => this.#fromPage(event), { capture: true, signal });
    signal.addEventListener("abort", () => this.close(), { once: true });
  }

  focus(): void {
    if (!this.#box) this.#open(true);
    this.#box?.querySelector<HTMLElement>("button, input, textarea")?.focus();
  }

  close(): void {
    clearTimeout(this.#timer);
    const had = this.#box?.contains(this.shelf.root.activeElement) ?? false;
    this.#box?.remove();
    this.#box = this.#form = undefined;
    this.parts.hold(undefined);
    const range = this.#range;
    this.#range = undefined;
    if (!had) return;
    if (this.#back instanceof HTMLElement && this.#back.isConnected) this.#back.focus({ preventScroll: true });
    if (range?.startContainer.isConnected) {
      const selection = this.document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    }
  }

  key(event: KeyboardEvent): void {
    if (!this.#box?.contains(this.shelf.root.activeElement)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (this.#form) this.#form.key(event);
    else this.#toolKey(event);
  }

  /** Keys on the toolbar: arrows move, and one key gives a code. */
  #toolKey(event: KeyboardEvent): void {
    const tools = [...(this.#box?.querySelectorAll<HTMLElement>(".tools button") ?? [])];
    const at = tools.indexOf(this.shelf.root.activeElement as HTMLElement);
    const rtl = this.document.dir === "rtl" ? -1 : 1;
    const step = { ArrowRight: rtl, ArrowLeft: -rtl, Home: -at, End: tools.length - 1 - at }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      tools[(at + step + tools.length) % tools.length]?.focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const code = this.parts.codes().find(({ shortcut }) => shortcut === event.key.toLocaleLowerCase());
    if (!code) return;
    event.preventDefault();
    void this.#save({ text: "", note: "", codeIds: [code.id], tags: [] });
  }

  /** The way in by keys: the page has the keyboard and words are selected. */
  #fromPage(event: KeyboardEvent): void {
    if (event.target === this.shelf.host) return;
    if (event.altKey && event.shiftKey && !event.ctrlKey && event.code === "KeyA") {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.focus();
    } else if (event.key === "Escape" && this.#box && !this.#form) this.close();
  }

  #outside(event: Event): void {
    if (event.target !== this.shelf.host && this.#box && !this.#form) this.close();
  }

  #settle(): void {
    if (this.#form || this.shelf.root.activeElement) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(false), REST);
  }

  /** @param asked by a key: then it says why nothing can be done; a selection that is none says nothing */
  #open(asked: boolean): void {
    if (this.signal.aborted || this.#form) return;
    const selection = this.document.getSelection();
    const fresh = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    const passage = asked ? passageOf(selection, this.document) : undefined;
    if (passage && !passage.ok) {
      this.shelf.say(this.parts.phrase()(WHY[passage.why]));
      return;
    }
    if (this.#box && this.#range && fresh && sameRange(this.#range, fresh)) return;
    this.close();
    if (!fresh || fresh.toString().trim() === "") return;
    if (!asked && !passageAt(fresh, this.document).ok) return;
    this.#range = fresh.cloneRange();
    this.#back = this.document.activeElement;
    this.#box = this.#toolbar();
    this.shelf.root.append(this.#box);
    this.shelf.raise();
    this.#place();
    if (!asked) this.shelf.say(this.parts.phrase()("adderHint"));
  }

  #toolbar(): HTMLElement {
    const phrase = this.parts.phrase();
    const box = element(this.document, "div", { class: "adder" });
    const tools = element(this.document, "div", {
      class: "tools",
      role: "toolbar",
      "aria-label": phrase("adderToolbar"),
    });
    for (const [i, tool] of TOOLS.entries()) {
      const button = element(this.document, "button", { type: "button", text: phrase(tool) });
      button.tabIndex = i === 0 ? 0 : -1;
      // the selection stays while a tool is pressed
      button.addEventListener("pointerdown", (event) => event.preventDefault(), { signal: this.signal });
      button.addEventListener("mousedown", (event) => event.preventDefault(), { signal: this.signal });
      button.addEventListener("click", () => this.#use(tool), { signal: this.signal });
      tools.append(button);
    }
    box.append(tools);
    return box;
  }

  #use(tool: Tool): void {
    if (tool === "adderHighlight") void this.#save({ text: "", note: "", codeIds: [], tags: [] });
    else this.#write(tool);
  }

  #write(tool: Exclude<Tool, "adderHighlight">): void {
    const range = this.#range;
    if (!range || !this.#box) return;
    const passage = passageAt(range, this.document);
    if (!passage.ok) {
      this.#tell(this.parts.phrase()(WHY[passage.why]));
      return;
    }
    this.parts.hold(range);
    this.#form = makeForm(this.document, {
      words: passage.text,
      phrase: this.parts.phrase(),
      codes: this.parts.codes(),
      signal: this.signal,
      onSave: (added) => void this.#save(added),
      onCancel: () => this.close(),
    });
    this.#box.replaceChildren(this.#form.form);
    this.#place();
    this.#form.focus(tool === "adderCode" ? "codes" : tool === "adderTags" ? "tags" : "note");
  }

  async #save(added: Omit<Added, "text"> & { text: string }): Promise<void> {
    const passage = this.#range ? passageAt(this.#range, this.document) : undefined;
    if (!passage?.ok) return this.#tell(this.parts.phrase()(passage ? WHY[passage.why] : "adderEmpty"));
    try {
      await this.parts.save(passage, { ...added, text: passage.text });
      this.close();
      this.document.getSelection()?.removeAllRanges();
      this.shelf.say(this.parts.phrase()("adderSaved"));
    } catch (error) {
      this.#tell(error instanceof Error && error.message ? error.message : this.parts.phrase()("adderFailed"));
    }
  }

  #tell(words: string): void {
    this.#box?.querySelector(".problem")?.remove();
    const note = element(this.document, "p", { class: "problem", role: "alert", text: words });
    (this.#form?.form ?? this.#box)?.append(note);
    this.#place();
  }

  #place(): void {
    const view = this.document.defaultView;
    if (!this.#box || !this.#range || !view) return;
    const { width, height } = this.#box.getBoundingClientRect();
    const window = { width: view.innerWidth, height: view.innerHeight };
    const { left, top } = besidePassage(lineBox(this.#range), { width, height }, window);
    this.#box.style.setProperty("left", `${left}px`);
    this.#box.style.setProperty("top", `${top}px`);
  }
}

function sameRange(one: Range, other: Range): boolean {
  return (
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}
