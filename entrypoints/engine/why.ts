/** "Why this?": what the reader learnt that is nearest to a stored sentence. */
import { Problem } from "../../lib/domain";
import type { LearntExample } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";
import type { Heads } from "../../lib/understand/heads";
import { nearestLessons } from "../../lib/understand/why";

/** @throws Error in a sentence when the sentence was made anew meanwhile */
export async function explain(db: EarshotDatabase, heads: Heads, sentenceId: string): Promise<LearntExample[]> {
  const sentence = await db.sentences.get(sentenceId);
  if (!sentence) throw new Problem("sentence_gone", "This review was read anew meanwhile. Open it again.");
  const { loadLessons } = await import("../../lib/models/heads/lessons");
  return nearestLessons(sentence, loadLessons(), heads);
}
