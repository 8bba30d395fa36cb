import type { RawReview } from "../site";

/** Who answers whom among the records of one tree, taken in the order of the document. */
export class Thread {
  #read = new Map<Element, RawReview>();
  /** The records a next one could answer, each deeper than the one before it. */
  #open: RawReview[] = [];

  /** Fills in what no field of the record said: the record around it, or the last one less deep, is the one it answers. */
  add(element: Element, record: RawReview): void {
    const answered = this.#around(element) ?? this.#above(record);
    record.replyTo ??= answered?.nativeId;
    if (answered) record.depth ??= (answered.depth ?? 0) + 1;
    this.#read.set(element, record);
  }

  #around(element: Element): RawReview | undefined {
    let outer = element.parentElement;
    while (outer && !this.#read.has(outer)) outer = outer.parentElement;
    return outer ? this.#read.get(outer) : undefined;
  }

  #above(record: RawReview): RawReview | undefined {
    const { depth } = record;
    if (depth === undefined) return undefined;
    while (this.#open.length && (this.#open.at(-1)?.depth ?? 0) >= depth) this.#open.pop();
    const answered = this.#open.at(-1);
    this.#open.push(record);
    return answered;
  }
}
