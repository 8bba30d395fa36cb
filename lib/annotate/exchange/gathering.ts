/** Notes of others gathered into a notebook: codes by name, coders, documents, and what could not be taken. */
import type { Coder, Memo, Notebook, NotebookAnnotation, NotebookCode, NotebookWarning, Selector } from "../../domain";
import { cleanName, sameName } from "../codebook/names";

export interface Read {
  notebook: Notebook;
  warnings: NotebookWarning[];
}

/** One note as it was read. */
export interface Gathered {
  id: string;
  /** Address of the page. */
  source: string;
  title: string;
  selectors: Selector[];
  note: string;
  tags: string[];
  codeNames: string[];
  coder: { id: string; name: string; machine: boolean };
  created: string;
  updated: string;
}

export class Gathering {
  #annotations = new Map<string, NotebookAnnotation>();
  #codes: NotebookCode[] = [];
  #coders = new Map<string, Coder>();
  #memos: Memo[] = [];
  #warnings = new Map<string, NotebookWarning>();

  constructor(
    private readonly title: string,
    private readonly now: string,
  ) {}

  get empty(): boolean {
    return this.#annotations.size === 0 && this.#memos.length === 0 && this.#codes.length === 0;
  }

  /** A note with words becomes an annotation, one on a page as a whole a memo. */
  add(given: Gathered): void {
    const { id, source, title, selectors, note, tags, codeNames, coder, created, updated } = given;
    const quote = selectors.find((selector) => selector.type === "TextQuoteSelector");
    const web = /^https?:\/\//i.test(source);
    if (!quote) {
      if (note.trim()) this.memo({ ...given, about: pageKeyOf(source) });
      else this.warn(selectors.length > 0 ? "place_lost" : "target_unknown", source.slice(0, 120));
      return;
    }
    if (this.#annotations.has(id)) {
      this.warn("entry_twice", quote.exact.slice(0, 80));
      return;
    }
    this.#annotations.set(id, {
      id,
      coderId: this.#coder(coder),
      text: quote.exact,
      note,
      codeIds: codeNames.map((name) => this.#code(name)),
      tags,
      created,
      updated,
      target: {
        url: source,
        pageKey: web ? pageKeyOf(source) : source,
        title,
        selectors,
      },
    });
  }

  memo({ id, title, note, coder, created, updated, about }: Gathered & { about: string }): void {
    const coderId = this.#coder(coder);
    this.#memos.push({ id, kind: "document", about, coderId, title, text: note, created, updated });
  }

  /** @returns the note that an answer belongs to */
  noteOf(id: string): NotebookAnnotation | undefined {
    return this.#annotations.get(id);
  }

  warn(code: NotebookWarning["code"], name: string): void {
    const known = this.#warnings.get(`${code} ${name}`);
    if (known) known.count += 1;
    else this.#warnings.set(`${code} ${name}`, { code, name, count: 1 });
  }

  read(): Read {
    const notebook: Notebook = {
      title: this.title,
      made: this.now,
      coders: [...this.#coders.values()],
      codes: this.#codes,
      documents: [],
      annotations: [...this.#annotations.values()],
      memos: this.#memos,
    };
    return { notebook, warnings: [...this.#warnings.values()] };
  }

  #code(given: string): string {
    const name = cleanName(given);
    const known = this.#codes.find((code) => sameName(code.name, name));
    if (known) return known.id;
    const code = { id: `code:${name}`, name, description: "", created: this.now, updated: this.now };
    this.#codes.push(code);
    return code.id;
  }

  #coder({ id, name, machine }: Gathered["coder"]): string {
    const key = id || name || "unknown";
    if (!this.#coders.has(key))
      this.#coders.set(key, { id: key, name: cleanName(name), kind: machine ? "machine" : "person" });
    return key;
  }
}

/** As the store names pages; it makes it anew from the address when the note is brought. */
function pageKeyOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, "").replace(/#.*$/, "");
}
