/** Everything stored of a subject that answers rest on, held for the subject asked about last: an interview asks many questions of the same evidence. */

import type { Evidence } from "../../lib/ask/answering";
import { indexEvidence } from "../../lib/ask/evidence-index";
import type { EarshotDatabase } from "../../lib/store/db";

export class SubjectEvidence {
  #db: EarshotDatabase;
  #latest: { mark: string; evidence: Promise<Evidence> } | undefined;

  constructor(db: EarshotDatabase) {
    this.#db = db;
  }

  /** Read anew when more was understood or themes changed. */
  async of(subjectId: string): Promise<Evidence> {
    const subject = await this.#db.subjects.get(subjectId);
    const sentences = await this.#db.sentences.where("subjectId").equals(subjectId).count();
    const mark = `${subjectId} ${subject?.settled} ${subject?.themed} ${sentences}`;
    if (this.#latest?.mark !== mark) {
      const evidence = this.#load(subjectId, subject?.name ?? "");
      this.#latest = { mark, evidence };
      evidence.catch(() => {
        this.#latest = undefined; // a failed read must not be remembered
      });
    }
    return this.#latest.evidence;
  }

  async #load(subjectId: string, name: string): Promise<Evidence> {
    const db = this.#db;
    const [reviews, sentences, themes] = await Promise.all([
      db.reviews.where("subjectId").equals(subjectId).toArray(),
      db.sentences.where("subjectId").equals(subjectId).toArray(),
      db.themes.where("subjectId").equals(subjectId).toArray(),
    ]);
    return { subject: { name }, reviews, sentences, themes, index: indexEvidence(reviews, sentences) };
  }
}
