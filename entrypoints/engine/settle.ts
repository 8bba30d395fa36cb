/** Makes what is told about a whole subject anew from what was understood: themes, segments, personas. No model runs. */
import { makePersona } from "../../lib/ask/persona";
import { findSegments } from "../../lib/ask/segments";
import type { EarshotDatabase } from "../../lib/store/db";
import { replacePersonas, replaceThemes } from "../../lib/store/write";
import type { Heads } from "../../lib/understand/heads";
import { discoverThemes } from "../../lib/understand/themes";

/** @param version of the heads: only reviews it has read count */
export async function settle(db: EarshotDatabase, heads: Heads, version: number, subjectId: string): Promise<void> {
  const [subject, all, sentences, previous] = await Promise.all([
    db.subjects.get(subjectId),
    db.reviews.where("subjectId").equals(subjectId).toArray(),
    db.sentences.where("subjectId").equals(subjectId).toArray(),
    db.themes.where("subjectId").equals(subjectId).toArray(),
  ]);
  const reviews = all.filter((review) => review.understood >= version);
  const { themes, assignments } = discoverThemes({
    reviews,
    sentences,
    previous,
    about: subject?.name,
    means: heads.means,
  });
  await replaceThemes(db, subjectId, themes, assignments);
  const assigned = sentences.map((sentence) => ({ ...sentence, themeId: assignments.get(sentence.id) }));
  const evidence = { subjectId, reviews, sentences: assigned, themes };
  const created = new Date().toISOString();
  const personas = findSegments(evidence).map((segment) => makePersona(segment, evidence, created));
  await replacePersonas(db, subjectId, personas, reviews.length);
}
