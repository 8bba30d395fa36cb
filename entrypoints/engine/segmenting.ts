/** Segments made, named and deleted by a person: checked, kept, and personas made anew from them. */
import { countingReviews, countReviewers } from "../../lib/ask/material";
import { type FilterChoice, type HandSegment, Problem } from "../../lib/domain";
import type { EarshotDatabase } from "../../lib/store/db";
import { handSegmentsOf, putHandSegment, putSegmentName, removeHandSegment } from "../../lib/store/segments";
import { evidenceOf, handGroupsOf, reviewsLeft } from "./segment-reviews";
import type { ByHand } from "./settle";

type Settle = (subjectId: string, byHand: ByHand) => Promise<void>;

/** Longer names are cut: a name is read at a glance. */
const NAME_LIMIT = 120;

/**
 * Keeps a segment, new or changed; answers when personas are made anew.
 * @throws Problem when it has no name, holds no review that may speak, or all its parts are gone; nothing is stored then
 */
export async function saveSegment(
  db: EarshotDatabase,
  given: Omit<HandSegment, "created">,
  settle: Settle,
): Promise<void> {
  const segment = { ...given, name: readName(given.name) };
  if (!segment.name) throw nameMissing();
  await check(db, segment);
  await putHandSegment(db, segment, new Date().toISOString());
  await settle(segment.subjectId, { keep: true });
}

/**
 * @param name "" gives a found segment back the name it was found under
 * @throws Problem when the segment is gone, or one made by hand would have no name
 */
export async function nameSegment(
  db: EarshotDatabase,
  subjectId: string,
  segmentId: string,
  name: string,
): Promise<void> {
  const clean = readName(name);
  if (!clean && (await db.segments.get(segmentId))) throw nameMissing();
  if (!(await putSegmentName(db, subjectId, segmentId, clean))) throw gone();
}

/** Forgets a segment made by hand, and its personas; nothing happens when it is gone already. */
export async function deleteSegment(
  db: EarshotDatabase,
  subjectId: string,
  segmentId: string,
  settle: Settle,
): Promise<void> {
  await removeHandSegment(db, segmentId);
  await settle(subjectId, { keep: true });
}

/** @returns how many reviews that may speak the filters leave, and how many people wrote them */
export async function previewSegment(
  db: EarshotDatabase,
  subjectId: string,
  choices: readonly FilterChoice[],
): Promise<{ reviews: number; reviewers: number }> {
  const left = countingReviews(reviewsLeft(choices, await load(db, subjectId)));
  return { reviews: left.length, reviewers: countReviewers(left) };
}

async function check(db: EarshotDatabase, segment: Omit<HandSegment, "created">): Promise<void> {
  const { subjectId, basis } = segment;
  if (basis.kind === "merged") {
    const personas = await db.personas.where("subjectId").equals(subjectId).toArray();
    const hand = await handSegmentsOf(db, subjectId);
    const known = new Set([...personas.map((one) => one.segment.id), ...hand.map(({ id }) => id)]);
    if (!basis.of.some((id) => id !== segment.id && known.has(id))) throw gone();
    return;
  }
  const evidence = await load(db, subjectId);
  const [group] = handGroupsOf([{ ...segment, created: "" }], evidence);
  const held = new Set(group?.reviewIds);
  const speaking = countingReviews(evidence.reviews).filter(({ id }) => held.has(id));
  if (speaking.length === 0)
    throw new Problem("segment_empty", "No review that may speak is in this group. Choose other filters or reviews.");
}

async function load(db: EarshotDatabase, subjectId: string) {
  const [reviews, sentences, themes, personas] = await Promise.all([
    db.reviews.where("subjectId").equals(subjectId).toArray(),
    db.sentences.where("subjectId").equals(subjectId).toArray(),
    db.themes.where("subjectId").equals(subjectId).toArray(),
    db.personas.where("subjectId").equals(subjectId).toArray(),
  ]);
  return evidenceOf(reviews, sentences, themes, personas);
}

function readName(name: string): string {
  return name.replace(/\s+/gu, " ").trim().slice(0, NAME_LIMIT);
}

function nameMissing(): Problem {
  return new Problem("segment_name_missing", "A group needs a name. Write one first.");
}

function gone(): Problem {
  return new Problem("segment_gone", "This group is no longer there: groups were made anew. Choose one from the list.");
}
