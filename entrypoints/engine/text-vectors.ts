/** Vectors that surveys need: of statements and questions, kept in memory; of whole reviews, kept for good. */
import type { TextReading } from "../../lib/models/model";

export interface TextVectorsParts {
  encode(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
  /** Reads texts of a subject once ever; a person who waits goes first. */
  remember(subjectId: string, texts: readonly string[], signal: AbortSignal): Promise<TextReading[]>;
}

/** Statements of all built-in scales in three languages, and a few surveys: 1.5 kB each. */
const KEPT = 2_000;
/** Texts given to the encoder at once, so that a pause is heard soon. */
const BATCH = 32;

export class TextVectors {
  #parts: TextVectorsParts;
  #kept = new Map<string, Float32Array>();

  constructor(parts: TextVectorsParts) {
    this.#parts = parts;
  }

  /**
   * @param texts our own and a person's: statements, questions, concepts
   * @returns one vector per text; the same one each time while it is kept
   * @throws what the encoder throws, and the signal's reason
   */
  async of(texts: Iterable<string>, signal?: AbortSignal): Promise<Map<string, Float32Array>> {
    const wanted = [...new Set(texts)];
    const found = new Map<string, Float32Array>();
    for (const text of wanted) {
      const known = this.#kept.get(text);
      if (known) found.set(text, known);
    }
    const missing = wanted.filter((text) => !found.has(text));
    for (let from = 0; from < missing.length; from += BATCH) {
      signal?.throwIfAborted();
      const batch = missing.slice(from, from + BATCH);
      const made = await this.#parts.encode(batch, signal);
      for (const [i, text] of batch.entries()) {
        const vector = made[i] ?? new Float32Array();
        found.set(text, vector);
        this.#keep(text, vector);
      }
    }
    return found;
  }

  /** @returns vectors of whole reviews of one subject, by their texts @throws as {@link of} */
  async ofReviews(subjectId: string, texts: Iterable<string>, signal: AbortSignal): Promise<Map<string, Float32Array>> {
    const wanted = [...new Set(texts)];
    const readings = await this.#parts.remember(subjectId, wanted, signal);
    return new Map(wanted.map((text, i) => [text, readings[i]?.vector ?? new Float32Array()]));
  }

  #keep(text: string, vector: Float32Array): void {
    this.#kept.delete(text);
    this.#kept.set(text, vector);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}
