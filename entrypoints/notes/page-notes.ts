/** The notes of this page, as the engine knows them: asked for when they are to be shown, when something changed, and on another route. */
import { copyPage } from "../../lib/annotate/copy";
import { type NotesOnPage, showNotes } from "../../lib/annotate/page";
import { routeOf } from "../../lib/collect/document/position";
import type { NotesLook, PageAnnotation } from "../../lib/notebook-protocol";
import { sendMessage } from "../../lib/protocol";

/** Pages change their address without a load and tell nobody: it is looked at this often (ms) while notes are shown. */
const LOOK = 1_000;
/** How often the engine is asked before a page goes without its notes. */
const ATTEMPTS = 3;

export class PageNotes {
  #ender: AbortController | undefined;
  #page: NotesOnPage | undefined;
  #look: NotesLook | undefined;
  #route = "";
  #asked = 0;
  /** The page's text is kept with the first note on it. */
  #copied = new Set<string>();

  constructor(private readonly document: Document) {}

  show(look: NotesLook): void {
    this.#look = look;
    if (!look.on) this.#end();
    else if (this.#page) this.#page.setLook(look);
    else this.#begin(look);
    if (look.on) void this.refresh();
  }

  async refresh(): Promise<void> {
    const page = this.#page;
    if (!page) return;
    const asked = ++this.#asked;
    const here = await this.#ask(() => sendMessage("engineNotesHere", { url: location.href })).catch(() => undefined);
    if (here && asked === this.#asked && page === this.#page) page.setNotes(here);
  }

  async goTo(id: string): Promise<"quote" | "nothing"> {
    return this.#page?.goTo(id) ?? "nothing";
  }

  focusAdder(): void {
    this.#page?.focusAdder();
  }

  #begin(look: NotesLook): void {
    const ender = new AbortController();
    const { signal } = ender;
    this.#ender = ender;
    this.#route = routeOf(location.href);
    this.#page = showNotes(this.document, signal, {
      look,
      save: ({ target, text }, added) => this.#save({ ...added, target, text }),
      onOpened: (ids) => void sendMessage("noteOpened", { ids }).catch(() => this.#orphaned()),
      onState: ({ anchored, orphans, busy }) => {
        const found = [...anchored].map(([id, { by }]) => ({ id, by }));
        const state = { url: location.href, pageKey: "", found, orphans: [...orphans], busy };
        void sendMessage("notesState", state).catch(() => this.#orphaned());
      },
    });
    const timer = setInterval(() => this.#watch(), LOOK);
    signal.addEventListener("abort", () => clearInterval(timer), { once: true });
  }

  #end(): void {
    this.#ender?.abort();
    this.#ender = this.#page = undefined;
  }

  #watch(): void {
    const route = routeOf(location.href);
    if (route === this.#route) return;
    this.#route = route;
    void this.refresh();
  }

  async #save(annotation: PageAnnotation): Promise<void> {
    const route = routeOf(location.href);
    const first = !this.#copied.has(route);
    const signal = this.#ender?.signal ?? AbortSignal.abort();
    const copy = first ? await copyPage(this.document, { html: false, signal }).catch(() => undefined) : undefined;
    const words = this.#look?.texts.adderFailed ?? "";
    await this.#ask(() => sendMessage("engineAnnotate", { ...annotation, ...(copy && { copy }) })).catch((error) => {
      throw new Error(words, { cause: error });
    });
    this.#copied.add(route);
    await this.refresh();
  }

  /** The engine may have been ended with its document. */
  async #ask<T>(send: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await send();
      } catch (error) {
        if (attempt === ATTEMPTS || hasCode(error)) throw error;
        await sendMessage("engineEnsure", undefined).catch(() => undefined);
      }
    }
  }

  /** No panel is open, or the extension was loaded anew and this copy of the script belongs to nobody. */
  #orphaned(): void {
    const { chrome } = globalThis as unknown as { chrome?: { runtime?: { id?: string } } };
    if (!chrome?.runtime?.id) this.#end();
  }
}

/** A problem that the engine told: asking again would change nothing. */
function hasCode(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error;
}
