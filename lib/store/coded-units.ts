/** What a person decided on units of a sample, kept as their annotations: of these codes a passage has just the ones that were given. */
import type { Annotation, QuotedText, SecondCoding } from "../domain";
import { addAnnotation } from "./annotations";
import type { ChangeDraft } from "./changes";
import { ownCoder } from "./coders";
import type { EarshotDatabase } from "./db";
import { followCodings, isSame } from "./learning";

export interface CodesOfUnit {
  passage: QuotedText;
  codeIds: readonly string[];
}

/** Passages whose review was read anew with other words are passed over, and codes that were deleted: there is nothing left to annotate. */
export async function codeUnits(
  db: EarshotDatabase,
  rows: ChangeDraft,
  { subjectId, codes }: Pick<SecondCoding, "subjectId" | "codes">,
  units: readonly CodesOfUnit[],
  now: string,
): Promise<void> {
  const asked = codes.map(({ id }) => id);
  const known = new Set((await db.codes.bulkGet(asked)).flatMap((code) => code?.id ?? []));
  for (const { passage, codeIds } of units) {
    const { text, ...review } = passage;
    const body = (await db.reviews.get(review.reviewId))?.body;
    if (body?.slice(review.start, review.end) !== text) continue;
    const given = codeIds.filter((id) => known.has(id));
    const before = await ownAnnotation(db, passage);
    if (before) await giveCodes(db, rows, before, asked, given, now);
    else if (given.length > 0)
      await addAnnotation(db, rows, { subjectId, review, text, note: "", codeIds: given, tags: [] }, now);
  }
}

async function ownAnnotation(db: EarshotDatabase, passage: QuotedText): Promise<Annotation | undefined> {
  const own = (await ownCoder(db)).id;
  const near = await db.annotations.where("review.reviewId").equals(passage.reviewId).toArray();
  const mine = near.filter(({ coderId, review }) => coderId === own && review && isSame(review, passage));
  return mine.find(({ codeIds }) => codeIds.length > 0) ?? mine[0];
}

/** Codes that were not asked about stay; an annotation that says nothing any more goes. */
async function giveCodes(
  db: EarshotDatabase,
  rows: ChangeDraft,
  before: Annotation,
  asked: readonly string[],
  given: readonly string[],
  now: string,
): Promise<void> {
  const codeIds = [...before.codeIds.filter((id) => !asked.includes(id)), ...given];
  if (codeIds.join() === before.codeIds.join()) return;
  const says = codeIds.length > 0 || before.note !== "" || before.tags.length > 0;
  const after = says ? { ...before, codeIds, updated: now } : undefined;
  if (after) await rows.put("annotations", after);
  else await rows.delete("annotations", before.id);
  await followCodings(db, rows, [{ before, after }]);
}
