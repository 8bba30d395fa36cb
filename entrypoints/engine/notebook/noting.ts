/** Notes as they are made on pages and in the panel: the passage, its review, and a code that is new. */
import { cleanName, inVivoName, sameName } from "../../../lib/annotate/codebook";
import type { AnnotationDraft } from "../../../lib/domain";
import type { PageAnnotation } from "../../../lib/notebook-protocol";
import { addAnnotation, shortened } from "../../../lib/store/annotations";
import { type ChangeDraft, change } from "../../../lib/store/changes";
import { addCode, codesOf } from "../../../lib/store/codes";
import type { EarshotDatabase } from "../../../lib/store/db";
import { keepCopy } from "../../../lib/store/page-copies";
import { placeOf } from "../../../lib/store/placing";

/**
 * A note from the page: its review is looked for, and the page's text is kept with the first one. The copy stays when the note is taken back.
 * @throws Problem select_empty
 */
export async function annotatePage(db: EarshotDatabase, given: PageAnnotation, now: string): Promise<Made> {
  const { target, text, note, codeIds, tags, copy, inVivo, newCode } = given;
  return db.transaction("rw", db.tables, async () => {
    const place = await placeOf(db, { target, text });
    const copyId = copy && (await keepCopy(db, copy, place.subjectId));
    const draft: AnnotationDraft = { ...place, note, codeIds, tags, ...(copyId !== undefined && { copyId }) };
    return makeNote(db, draft, { inVivo, newCode }, now);
  });
}

interface Made {
  id: string;
  reviewId?: string;
}

interface NewCode {
  inVivo?: true;
  newCode?: string;
}

/**
 * One change, also when a code is made on the way.
 * @throws Problem select_empty, passage_gone
 */
export async function makeNote(db: EarshotDatabase, draft: AnnotationDraft, code: NewCode, now: string): Promise<Made> {
  const said = { kind: "note_make", name: shortened(draft.text), subjectId: draft.subjectId } as const;
  return change(db, now, said, async (rows) => {
    const codeId = await codeNamed(db, rows, draft, code, now);
    const codeIds = codeId === undefined ? draft.codeIds : [...draft.codeIds, codeId];
    return addAnnotation(db, rows, { ...draft, codeIds }, now);
  });
}

/** A code that has the name already is used. */
async function codeNamed(
  db: EarshotDatabase,
  rows: ChangeDraft,
  { text, subjectId }: AnnotationDraft,
  { inVivo, newCode }: NewCode,
  now: string,
): Promise<string | undefined> {
  const name = inVivo ? inVivoName(text) : cleanName(newCode ?? "");
  if (!name) return undefined;
  const codes = await codesOf(db, subjectId);
  const known = codes.find((one) => sameName(one.name, name));
  if (known) return known.id;
  const fields = { id: crypto.randomUUID(), subjectId, name, description: "", ...(inVivo && { inVivo }) };
  return (await addCode(rows, await db.codes.toArray(), fields, now)).id;
}
