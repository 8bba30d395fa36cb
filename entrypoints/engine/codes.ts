/** The researcher's own codes: sentences prepared once a subject, then learning in milliseconds after each judgement. */
import { type Code, Problem } from "../../lib/domain";
import type { CodeAdvice } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";
import { type AdviceInput, adviseOnCode } from "../../lib/understand/codes/advise";
import { codeSpace, type Located } from "../../lib/understand/codes/space";
import { detectLanguage } from "../../lib/understand/language";

type Encode = (texts: readonly string[]) => Promise<Float32Array[]>;
type Prepared = Pick<AdviceInput, "space" | "places">;

/** A code with examples does not wait longer for the vector of its description (ms); the next judgement has it. */
const PATIENCE = 250;

export class Codes {
  #db: EarshotDatabase;
  #encode: Encode;
  #means: () => ReadonlyMap<string, Float32Array>;
  /** The subject worked on last. */
  #prepared: { mark: string; whole: Promise<Prepared> } | undefined;
  /** Vectors of descriptions by their words. */
  #described = new Map<string, Located>();

  /** @param means shipped mean vectors per language; throws a sentence while their file is damaged */
  constructor(db: EarshotDatabase, encode: Encode, means: () => ReadonlyMap<string, Float32Array>) {
    this.#db = db;
    this.#encode = encode;
    this.#means = means;
  }

  /**
   * What a code makes of a subject's sentences.
   * @throws Problem when the code is gone
   */
  async suggest(codeId: string, subjectId: string): Promise<CodeAdvice> {
    const code = await this.#db.codes.get(codeId);
    if (!code) throw new Problem("code_gone", "This code was deleted. Choose another one.");
    const [prepared, description] = await Promise.all([this.#prepare(subjectId), this.#describe(code)]);
    return adviseOnCode({ ...prepared, examples: code.examples, description });
  }

  /** Forgets the sentences at hand, after a deletion. */
  forget(): void {
    this.#prepared = undefined;
  }

  async #prepare(subjectId: string): Promise<Prepared> {
    const [subject, count] = await Promise.all([
      this.#db.subjects.get(subjectId),
      this.#db.sentences.where("subjectId").equals(subjectId).count(),
    ]);
    const mark = `${subjectId} ${subject?.settled} ${count}`;
    if (this.#prepared?.mark !== mark) {
      const whole = this.#load(subjectId);
      this.#prepared = { mark, whole };
      whole.catch(() => this.forget()); // a failed read must not be remembered
    }
    return this.#prepared.whole;
  }

  async #load(subjectId: string): Promise<Prepared> {
    const sentences = await this.#db.sentences.where("subjectId").equals(subjectId).toArray();
    const places = sentences.map(({ id, reviewId, start, end }) => ({ id, reviewId, start, end }));
    return { space: codeSpace(sentences, this.#means()), places };
  }

  /** The vector of what a code is said to mean; undefined while the encoder cannot give it. */
  async #describe(code: Code): Promise<Located | undefined> {
    const text = code.description ? `${code.name}. ${code.description}` : code.name;
    const known = this.#described.get(text);
    if (known) return known;
    const made = this.#encode([text]).then(
      ([vector]) => {
        if (!vector) return undefined;
        const located = { vector, language: detectLanguage(text) };
        this.#described.set(text, located);
        return located;
      },
      () => undefined, // without a model the examples alone teach
    );
    return code.examples.some(({ yes }) => yes) ? within(PATIENCE, made) : made;
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
