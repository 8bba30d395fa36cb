/** One pass per text ever: what the encoder said is kept, and only what nobody has read yet is read, in groups that let a person go first. */
import type { TextReading } from "../../lib/models/model";
import type { EarshotDatabase } from "../../lib/store/db";
import { keepReadings, readingKey, recallReadings } from "../../lib/store/readings";
import { keep, recall } from "../../lib/understand/kept-reading";

export interface RememberingParts {
  db: EarshotDatabase;
  /** Names the weights: other ones read every text anew. */
  network: string;
  read(texts: string[], signal: AbortSignal): Promise<TextReading[]>;
  /** Resolves when background work may go one step. */
  turn(signal: AbortSignal): Promise<void>;
}

/** A group is what a kill loses and what a question may have to wait for (ms of reading). */
const GROUP_TIME = 600;
/** UTF-16 units before the speed is known. */
const FIRST_GROUP = 1_500;
/** Prefix, control tokens and padding of a text, as characters. */
const TEXT_COST = 40;

export class RememberingReader {
  #parts: RememberingParts;
  /** Characters a group may have. */
  #groupSize = FIRST_GROUP;

  constructor(parts: RememberingParts) {
    this.#parts = parts;
  }

  /**
   * @param texts of one subject, in any order
   * @returns one reading per text; the same text always gives the same one, read now or long ago
   * @throws what `read` throws, and the signal's reason; groups that were read before are kept
   */
  async read(subjectId: string, texts: readonly string[], signal: AbortSignal): Promise<TextReading[]> {
    const { db, network, turn } = this.#parts;
    const keys = await Promise.all(texts.map((text) => readingKey(network, text)));
    const stored = await recallReadings(db, subjectId, keys);
    const readings = new Map(stored.flatMap((one) => (one ? [[one.key, recall(one)]] : [])));
    const missing = new Map(keys.flatMap((key, i) => (readings.has(key) ? [] : [[key, texts[i] ?? ""]])));
    // neighbours of like length make full batches
    const waiting = [...missing].sort(([, a], [, b]) => a.length - b.length);
    let keeping = Promise.resolve();
    try {
      while (waiting.length > 0) {
        await turn(signal);
        const group = waiting.splice(0, this.#countOf(waiting));
        const kept = await this.#readGroup(group, signal);
        for (const one of kept) readings.set(one.key, recall(one));
        await keeping; // one group is stored while the next one is read
        keeping = keepReadings(db, subjectId, kept);
        keeping.catch(() => undefined); // thrown when it is waited for
      }
    } finally {
      await keeping;
    }
    return keys.map((key) => readings.get(key) as TextReading);
  }

  async #readGroup(group: readonly [key: string, text: string][], signal: AbortSignal) {
    const { network, read } = this.#parts;
    const started = performance.now();
    const made = await read(
      group.map(([, text]) => text),
      signal,
    );
    this.#learnSpeed(group, performance.now() - started);
    return group.map(([key], i) => ({ key, network, ...keep(made[i] as TextReading) }));
  }

  #countOf(waiting: readonly [string, string][]): number {
    let size = 0;
    const over = waiting.findIndex(([, text]) => {
      size += text.length + TEXT_COST;
      return size > this.#groupSize;
    });
    return over < 0 ? waiting.length : Math.max(1, over);
  }

  /** The first group also loads the model, so a slow one changes little at once. */
  #learnSpeed(group: readonly [string, string][], milliseconds: number): void {
    const size = group.reduce((sum, [, text]) => sum + text.length + TEXT_COST, 0);
    const fitting = (size * GROUP_TIME) / Math.max(1, milliseconds);
    this.#groupSize = Math.max(FIRST_GROUP / 3, Math.min(fitting, 2 * this.#groupSize));
  }
}
