/**
 * Keeps the notes of a page anchored while the page changes: content that comes late, lists that drop and bring back their rows, reviews
 * that are opened, other routes. Works in slices, and does nothing at all on a page without notes.
 */
import type { PageNote } from "../../notebook-protocol";
import { folded, WORDS } from "../fold";
import { type Anchored, anchor } from "./anchor";
import { type PageText, readingPageText } from "./page-text";

export interface AnchorState {
  anchored: ReadonlyMap<string, Anchored>;
  /** Notes that belong on this page and are not to be found on it now. */
  orphans: readonly string[];
  /** Not all were tried yet. */
  busy: boolean;
}

export interface KeptAnchors {
  /** Replaces the notes; places of those that stay are kept. */
  setNotes(notes: readonly PageNote[]): void;
  /** Looks again without waiting. */
  now(): void;
}

/** Longest time in one piece (ms); below the fifty that people feel. */
const SLICE = 20;
/** Notes found so far are shown this often (ms) while the others are looked for. */
const TELL = 300;
/** A page that changes has its say first (ms); one that never rests is looked at this often all the same. */
const QUIET = 250;
const LONGEST_WAIT = 2_000;
/** Never more than this share of the time: a look that took long makes the next one wait. */
const REST = 5;

/** Everything ends with the signal. */
export function keepAnchored(
  document: Document,
  { signal, onChange }: { signal: AbortSignal; onChange: (state: AnchorState) => void },
): KeptAnchors {
  const keeper = new Keeper(document, signal, onChange);
  return { setNotes: (notes) => keeper.setNotes(notes), now: () => keeper.look(0) };
}

class Keeper {
  #notes: readonly PageNote[] = [];
  #anchored = new Map<string, Anchored>();
  #observer: MutationObserver | undefined;
  #observed = new WeakSet<Node>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstWish: number | undefined;
  #running = false;
  #again = false;
  #took = 0;

  constructor(
    private readonly document: Document,
    private readonly signal: AbortSignal,
    private readonly onChange: (state: AnchorState) => void,
  ) {
    signal.addEventListener("abort", () => this.#rest(), { once: true });
  }

  setNotes(notes: readonly PageNote[]): void {
    if (this.signal.aborted) return;
    const before = new Map(this.#notes.map((note) => [note.id, JSON.stringify([note.text, note.selectors])]));
    for (const { id, text, selectors } of notes)
      if (before.get(id) !== JSON.stringify([text, selectors])) this.#anchored.delete(id);
    this.#notes = notes;
    const ids = new Set(notes.map(({ id }) => id));
    for (const id of this.#anchored.keys()) if (!ids.has(id)) this.#anchored.delete(id);
    if (notes.length === 0) {
      this.#rest();
      this.#tell(false);
    } else this.look(0);
  }

  /** @param wait ms */
  look(wait: number): void {
    if (this.signal.aborted || this.#notes.length === 0) return;
    if (this.#running) this.#again = true;
    else {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#run(), wait);
    }
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#firstWish = undefined;
    const start = performance.now();
    try {
      await this.#anchorAll();
    } finally {
      this.#running = false;
      this.#took = performance.now() - start;
    }
    if (this.signal.aborted) return;
    this.#tell(false);
    if (this.#again) {
      this.#again = false;
      this.#changed();
    }
  }

  async #anchorAll(): Promise<void> {
    const slices = new Slices(this.signal);
    for (const [id, { range }] of this.#anchored) if (!isWhole(range)) this.#anchored.delete(id);
    const missing = this.#notes.filter(({ id }) => !this.#anchored.has(id));
    if (missing.length === 0 && this.#observer) return;
    const page = await slices.drive(readingPageText(this.document));
    if (!page) return;
    this.#observe(page);
    let told = performance.now();
    for (const note of missing) {
      const found = anchor(page, note);
      if (found) {
        this.#anchored.set(note.id, found);
        words.set(found.range, wordsOf(found.range));
      }
      if ((await slices.rest()) && performance.now() > told + TELL) {
        told = performance.now();
        this.#tell(true);
      }
      if (this.signal.aborted) return;
    }
  }

  #tell(busy: boolean): void {
    if (this.signal.aborted) return;
    const orphans = this.#notes.filter(({ id, elsewhere }) => !elsewhere && !this.#anchored.has(id));
    this.onChange({ anchored: new Map(this.#anchored), orphans: orphans.map(({ id }) => id), busy });
  }

  #observe({ document, frames, index }: PageText): void {
    this.#observer ??= new MutationObserver(() => this.#changed());
    const roots = new Set<Node>([document, ...frames]);
    for (const node of index.nodes) {
      const root = node.getRootNode();
      if (!roots.has(root)) roots.add(root);
    }
    for (const root of roots) {
      if (this.#observed.has(root)) continue;
      this.#observed.add(root);
      this.#observer.observe(root, { childList: true, subtree: true, characterData: true });
    }
  }

  #changed(): void {
    const now = performance.now();
    this.#firstWish ??= now;
    const patience = Math.max(0, this.#firstWish + LONGEST_WAIT - now);
    this.look(Math.max(Math.min(QUIET, patience), this.#took * REST));
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#observed = new WeakSet();
    this.#anchored.clear();
  }
}

/** Everything that waits has its turn; a timer would wait four milliseconds more each time. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/** Work cut into slices, between which the page has its turn. */
class Slices {
  #until = performance.now() + SLICE;

  constructor(private readonly signal: AbortSignal) {}

  /** @returns true when the page had its turn */
  async rest(): Promise<boolean> {
    if (performance.now() < this.#until) return false;
    await turn();
    this.#until = performance.now() + SLICE;
    return true;
  }

  /** @returns undefined when it was stopped */
  async drive<T>(steps: Generator<void, T>): Promise<T | undefined> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.rest();
      if (this.signal.aborted) return undefined;
    }
  }
}

/** What ranges said when they were found: a range follows changes of the page, and may then say something else. */
const words = new WeakMap<Range, string>();

function wordsOf(range: Range): string {
  return folded(range.toString(), WORDS);
}

/** Still on the page, and still with the words it had. */
function isWhole(range: Range): boolean {
  return range.startContainer.isConnected && range.endContainer.isConnected && wordsOf(range) === words.get(range);
}
