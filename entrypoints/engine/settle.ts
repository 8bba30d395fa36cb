/** Makes what is told about a whole subject anew from what was understood: themes, segments, personas. No model runs. */
import { arrangePersonas } from "../../lib/ask/persona/by-hand";
import { personaSteps } from "../../lib/ask/persona/persona";
import { type SegmentsWanted, segmentSteps } from "../../lib/ask/segments";
import { inSlices } from "../../lib/ask/steps";
import type { Persona, Segment, Sentence } from "../../lib/domain";
import type { EvidenceReview } from "../../lib/report/evidence";
import type { EarshotDatabase, StoredThemeEdit } from "../../lib/store/db";
import { saveOffTopic } from "../../lib/store/flags";
import { replacePersonas } from "../../lib/store/personas";
import { handSegmentsOf, segmentNamesOf } from "../../lib/store/segments";
import { type Placed, replaceThemes, themeEditsOf } from "../../lib/store/themes";
import type { Heads } from "../../lib/understand/heads";
import { findOffTopic } from "../../lib/understand/off-topic";
import { evidenceOf, handGroupsOf } from "./segment-reviews";
import { makeThemes, type ThemesMade } from "./theme-making";

/** What changes by hand ask of a settling. */
export interface ByHand {
  /** Nothing but the edits changes: themes nobody touched stay as they are. */
  keep: boolean;
  /** An edit that was just taken back: its themes have their names again. */
  undone?: StoredThemeEdit;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * One settling after the other: an edit by hand and the end of a reading may come together, and neither may overwrite the other.
 * @param version of the heads: only reviews it has read count
 */
export function settle(...settling: Parameters<typeof settleNow>): Promise<void> {
  const next = last.then(() => settleNow(...settling));
  last = next.catch(() => undefined); // whoever asked is told; the next one goes on
  return next;
}

async function settleNow(
  db: EarshotDatabase,
  heads: Pick<Heads, "means">,
  version: number,
  subjectId: string,
  { keep, undone }: ByHand = { keep: false },
): Promise<void> {
  const [subject, all, sentences, shown, edits] = await Promise.all([
    db.subjects.get(subjectId),
    db.reviews.where("subjectId").equals(subjectId).toArray(),
    db.sentences.where("subjectId").equals(subjectId).toArray(),
    db.themes.where("subjectId").equals(subjectId).toArray(),
    themeEditsOf(db, subjectId),
  ]);
  const reviews = all.filter((review) => review.understood >= version);
  const names = [...edits, ...(undone ? [undone] : [])].flatMap((stored) => stored.names ?? []);
  const counted = new Set(reviews.map(({ id }) => id));
  const waiting = sentences.filter(({ reviewId }) => !counted.has(reviewId));
  const wanted = { subjectId, reviews, sentences, shown, names, about: subject?.name, means: heads.means, keep };
  const made = makeThemes({ ...wanted, edits: edits.map(({ edit }) => edit), partial: waiting.length > 0 });
  const placed = placesOf(made, waiting);
  await replaceThemes(db, subjectId, made.themes, placed);
  const offTopic = findOffTopic({ reviews, sentences, about: subject?.name, means: heads.means });
  await saveOffTopic(db, subjectId, version, offTopic);
  const assigned = sentences.map((sentence) => ({ ...sentence, themeId: placed.get(sentence.id)?.themeId }));
  const evidence = { subjectId, reviews, sentences: assigned, themes: made.themes };
  const created = new Date().toISOString();
  const earlier = await db.personas.where("subjectId").equals(subjectId).toArray();
  const segments = await segmentsOf(db, evidence, earlier);
  const personas = await inSlices(personaSteps(segments, evidence, created, earlier));
  await replacePersonas(db, subjectId, personas, reviews.length, arrangePersonas);
}

/** Segments that were found, known again by those of before, and the ones a person made, which are looked up anew. */
async function segmentsOf(
  db: EarshotDatabase,
  evidence: Omit<SegmentsWanted, "reviews"> & { reviews: readonly EvidenceReview[] },
  personas: readonly Persona[],
): Promise<Segment[]> {
  const { subjectId, reviews, sentences, themes } = evidence;
  const [hand, names] = await Promise.all([handSegmentsOf(db, subjectId), segmentNamesOf(db, subjectId)]);
  const earlier = [...new Map(personas.map(({ segment }) => [segment.id, segment])).values()];
  earlier.sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
  const groups = hand.length > 0 ? handGroupsOf(hand, evidenceOf(reviews, sentences, themes, personas)) : [];
  return inSlices(segmentSteps({ ...evidence, earlier, names, hand: groups }));
}

/** @param waiting sentences of reviews that newer heads have yet to read: they keep what was found, or edits would lose them */
function placesOf({ homes, found }: ThemesMade, waiting: readonly Sentence[]): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const { id, found: before } of waiting) if (before) placed.set(id, { found: before });
  for (const [id, home] of homes) placed.set(id, { ...home, found: found.get(id) });
  return placed;
}
