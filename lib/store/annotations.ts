/** Passages that a person marked, on pages and in reviews. Only the engine writes; every function is one change that can be taken back. */
import { type Annotation, type AnnotationDraft, type PageTarget, Problem, type Quote } from "../domain";
import { type ChangeDraft, change } from "./changes";
import { ownCoder } from "./coders";
import type { EarshotDatabase } from "./db";
import { followCodings, isSame } from "./learning";
import { placeOf } from "./placing";

/** Longer ones are cut (UTF-16 units). */
export const NOTE_LIMIT = 20_000;
const TAG_LIMIT = 60;
const MOST_TAGS = 50;

/** @returns annotations of a subject and of a page, those that are both once, oldest first */
export async function annotationsOf(
  db: EarshotDatabase,
  { subjectId, pageKey }: { subjectId?: string; pageKey?: string },
): Promise<Annotation[]> {
  const [bySubject, byPage] = await Promise.all([
    subjectId === undefined ? [] : db.annotations.where("subjectId").equals(subjectId).toArray(),
    pageKey === undefined ? [] : db.annotations.where("target.pageKey").equals(pageKey).toArray(),
  ]);
  const all = new Map([...bySubject, ...byPage].map((annotation) => [annotation.id, annotation]));
  return [...all.values()].sort((a, b) => a.created.localeCompare(b.created) || (a.id < b.id ? -1 : 1));
}

/**
 * Keeps a new annotation. Where this person marked the very same passage already and nothing but codes and tags is added, these go to the
 * earlier one.
 * @param now ISO 8601
 * @returns its id, or that of the earlier one
 * @throws Problem select_empty without words, passage_gone when the review does not hold them
 */
export async function makeAnnotation(
  db: EarshotDatabase,
  draft: AnnotationDraft,
  now: string,
): Promise<{ id: string; reviewId?: string }> {
  const said = { kind: "note_make", name: shortened(draft.text), subjectId: draft.subjectId } as const;
  return change(db, now, said, (rows) => addAnnotation(db, rows, draft, now));
}

/** The same within a change that does more. */
export async function addAnnotation(
  db: EarshotDatabase,
  rows: ChangeDraft,
  draft: AnnotationDraft,
  now: string,
): Promise<{ id: string; reviewId?: string }> {
  if (!draft.text.trim())
    throw new Problem("select_empty", "Nothing is selected. Select some words on the page first.");
  const subjectId = draft.review ? await subjectHolding(db, draft.review, draft.text) : draft.subjectId;
  const own = (await ownCoder(db)).id;
  const fresh: Annotation = {
    ...(await clean(db, draft)),
    ...(subjectId !== undefined && { subjectId }),
    id: crypto.randomUUID(),
    coderId: own,
    created: now,
    updated: now,
  };
  const earlier = draft.note.trim() === "" ? await samePassage(db, fresh) : undefined;
  const after = earlier
    ? {
        ...earlier,
        codeIds: united(earlier.codeIds, fresh.codeIds),
        tags: united(earlier.tags, fresh.tags),
        updated: now,
      }
    : fresh;
  const adds =
    after.codeIds.length > (earlier?.codeIds.length ?? -1) || after.tags.length > (earlier?.tags.length ?? -1);
  if (adds) {
    await rows.put("annotations", after);
    await followCodings(db, rows, [{ before: earlier, after }]);
  }
  return { id: after.id, ...(after.review && { reviewId: after.review.reviewId }) };
}

async function clean(db: EarshotDatabase, draft: AnnotationDraft): Promise<AnnotationDraft> {
  const { note, codeIds, tags, ...rest } = draft;
  return { ...rest, ...cleanFields({ note, codeIds: await knownCodes(db, codeIds), tags }) };
}

/** A code that was deleted while somebody wrote a note is no reason to lose the note. */
async function knownCodes(db: EarshotDatabase, codeIds: readonly string[]): Promise<string[]> {
  return (await db.codes.bulkGet([...codeIds])).flatMap((code) => code?.id ?? []);
}

type Fields = Pick<Annotation, "note" | "codeIds" | "tags">;

/** What a person adds, within its limits: each code and tag once. */
export function cleanFields<T extends Partial<Fields>>(fields: T): T {
  const cleaned: Partial<Fields> = {};
  if (fields.note !== undefined) cleaned.note = fields.note.trim().slice(0, NOTE_LIMIT);
  if (fields.codeIds !== undefined) cleaned.codeIds = [...new Set(fields.codeIds)];
  if (fields.tags !== undefined) {
    const tags = fields.tags.map((tag) => tag.replace(/\s+/gu, " ").trim().slice(0, TAG_LIMIT)).filter(Boolean);
    cleaned.tags = [...new Set(tags)].slice(0, MOST_TAGS);
  }
  return { ...fields, ...cleaned };
}

function united(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}

/** @returns the subject of the review that holds the words there @throws Problem passage_gone */
async function subjectHolding(
  db: EarshotDatabase,
  { reviewId, start, end }: Quote,
  text: string,
): Promise<string | undefined> {
  const review = await db.reviews.get(reviewId);
  if (review?.body.slice(start, end) === text) return review.subjectId;
  const words = "These words do not stand in the review any more: it was read anew. Mark them where it is shown now.";
  throw new Problem("passage_gone", words);
}

/** This person's annotation of the very same passage: in the review where it lies in one, else on the page. */
async function samePassage(db: EarshotDatabase, fresh: Annotation): Promise<Annotation | undefined> {
  const { review, target, coderId } = fresh;
  const near = review
    ? db.annotations.where("review.reviewId").equals(review.reviewId)
    : target && db.annotations.where("target.pageKey").equals(target.pageKey);
  const candidates = near ? await near.toArray() : [];
  const mark = markOf(target);
  return candidates.find((one) => {
    if (one.coderId !== coderId || one.text !== fresh.text) return false;
    if (review || one.review) return Boolean(review && one.review && isSame(review, one.review));
    return mark !== "" && markOf(one.target) === mark;
  });
}

/** Where a passage stands on its page, as exactly as it is known. */
function markOf(target: PageTarget | undefined): string {
  const position = target?.selectors.find(({ type }) => type === "TextPositionSelector");
  const range = target?.selectors.find(({ type }) => type === "RangeSelector");
  return position || range ? JSON.stringify([target?.frame, position ?? null, range ?? null]) : "";
}

/** @throws Problem note_gone */
export async function editAnnotation(
  db: EarshotDatabase,
  id: string,
  changes: Partial<Fields>,
  now: string,
): Promise<void> {
  await change(
    db,
    now,
    (annotation: Annotation) => ({
      kind: "note_edit",
      name: shortened(annotation.text),
      subjectId: annotation.subjectId,
    }),
    async (rows) => {
      const before = await annotationOf(db, id);
      const { note, codeIds, tags } = changes;
      const given = {
        ...(note !== undefined && { note }),
        ...(codeIds !== undefined && { codeIds: await knownCodes(db, codeIds) }),
        ...(tags !== undefined && { tags }),
      };
      const after: Annotation = { ...before, ...cleanFields(given), updated: now };
      await rows.put("annotations", after);
      await followCodings(db, rows, [{ before, after }]);
      return after;
    },
  );
}

/** Those that are gone already are passed over. */
export async function deleteAnnotations(db: EarshotDatabase, ids: readonly string[], now: string): Promise<void> {
  await change(
    db,
    now,
    (gone: Annotation[]) =>
      gone[0] && {
        kind: "note_delete",
        name: shortened(gone[0].text),
        subjectId: gone[0].subjectId,
        count: gone.length,
      },
    async (rows) => {
      const found = (await db.annotations.bulkGet([...new Set(ids)])).filter((one) => one !== undefined);
      await rows.bulkDelete(
        "annotations",
        found.map(({ id }) => id),
      );
      await followCodings(
        db,
        rows,
        found.map((before) => ({ before })),
      );
      return found;
    },
  );
}

/**
 * Gives a note another place on a page; its review is looked for anew.
 * @throws Problem note_gone, select_empty
 */
export async function attachAnnotation(
  db: EarshotDatabase,
  id: string,
  passage: { target: PageTarget; text: string },
  now: string,
): Promise<void> {
  await change(
    db,
    now,
    (annotation: Annotation) => ({
      kind: "note_attach",
      name: shortened(annotation.text),
      subjectId: annotation.subjectId,
    }),
    async (rows) => {
      const before = await annotationOf(db, id);
      const { review: _, ...rest } = before;
      const placed = await placeOf(db, passage);
      const after: Annotation = { ...rest, ...placed, updated: now };
      await rows.put("annotations", after);
      await followCodings(db, rows, [{ before, after }]);
      return after;
    },
  );
}

/** @throws Problem note_gone */
async function annotationOf(db: EarshotDatabase, id: string): Promise<Annotation> {
  const found = await db.annotations.get(id);
  if (!found) throw new Problem("note_gone", "This note was deleted meanwhile.");
  return found;
}

/** @returns words as they stand in a list of what was done */
export function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
