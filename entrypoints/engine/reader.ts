/** Understands a batch subject by subject, so that a text posted twice is recognised among all that was read of the subject. */
import type { Review } from "../../lib/domain";
import type { TextReading } from "../../lib/models/model";
import type { EarshotDatabase } from "../../lib/store/db";
import { DuplicateIndex } from "../../lib/understand/duplicates";
import type { Heads } from "../../lib/understand/heads";
import { HEADS_VERSION, type Understood, understandReviews } from "../../lib/understand/understand";

/** Reads different texts of one subject; see `RememberingReader`. */
type ReadTexts = (subjectId: string, texts: string[], signal: AbortSignal) => Promise<TextReading[]>;

export class Reader {
  #db: EarshotDatabase;
  #read: ReadTexts;
  #heads: () => Heads;
  /** Texts of the subject read last; another subject's are loaded anew. */
  #known: { subjectId: string; texts: DuplicateIndex } | undefined;

  /** @param heads throws a sentence while their files are damaged */
  constructor(db: EarshotDatabase, read: ReadTexts, heads: () => Heads) {
    this.#db = db;
    this.#read = read;
    this.#heads = heads;
  }

  /** @returns one result per review; the order is that of the subjects' first appearance */
  async read(reviews: readonly Review[], signal: AbortSignal): Promise<Understood[]> {
    const subjects = new Set(reviews.map((review) => review.subjectId));
    const results: Understood[] = [];
    for (const subjectId of subjects) {
      const own = reviews.filter((review) => review.subjectId === subjectId);
      const [duplicates, subject] = await Promise.all([this.#textsOf(subjectId), this.#db.subjects.get(subjectId)]);
      const read = (texts: string[]) => this.#read(subjectId, texts, signal);
      results.push(...(await understandReviews(own, read, this.#heads(), { signal, duplicates, subject })));
    }
    return results;
  }

  /** Forgets the texts seen, after a deletion. */
  forget(): void {
    this.#known = undefined;
  }

  async #textsOf(subjectId: string): Promise<DuplicateIndex> {
    if (this.#known?.subjectId === subjectId) return this.#known.texts;
    const texts = new DuplicateIndex();
    const read = this.#db.reviews
      .where("[subjectId+understood]")
      .between([subjectId, HEADS_VERSION], [subjectId, Infinity]);
    await read.each((review) => texts.add(review.id, review.body));
    this.#known = { subjectId, texts };
    return texts;
  }
}
