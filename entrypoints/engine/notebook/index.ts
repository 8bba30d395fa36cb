/** The researcher's notebook: answers the messages about notes, codes, memos, history, copies and other notebooks. */
import { cleanName, inVivoName, sameName } from "../../../lib/annotate/codebook";
import { mergePlan } from "../../../lib/annotate/exchange/merge-plan";
import type { AnnotationDraft } from "../../../lib/domain";
import type { PageAnnotation } from "../../../lib/notebook-protocol";
import { onMessage } from "../../../lib/protocol";
import {
  addAnnotation,
  attachAnnotation,
  deleteAnnotations,
  editAnnotation,
  shortened,
} from "../../../lib/store/annotations";
import { bringNotebook } from "../../../lib/store/bringing/bring-notebook";
import { mineBeside } from "../../../lib/store/bringing/documents";
import { type ChangeDraft, change } from "../../../lib/store/changes";
import { mergeCodes, moveCode, splitCode } from "../../../lib/store/codebook";
import { nameCoder, ownCoder } from "../../../lib/store/coders";
import { addCode, codesOf } from "../../../lib/store/codes";
import type { EarshotDatabase } from "../../../lib/store/db";
import { redoChange, undoChange } from "../../../lib/store/history";
import { deleteMemo, saveMemo } from "../../../lib/store/memos";
import { notebookOf } from "../../../lib/store/notebook";
import { notesHere } from "../../../lib/store/notes-here";
import { deleteCopy, keepCopy } from "../../../lib/store/page-copies";
import { placeOf } from "../../../lib/store/placing";

export function openNotebook(db: EarshotDatabase, now: () => string): void {
  void ownCoder(db).catch(() => undefined); // made again when it is needed
  onMessage("engineNotesHere", ({ data }) => notesHere(db, data.url));
  onMessage("engineAnnotate", ({ data }) => annotatePage(db, data, now()));
  onMessage("engineNoteMake", ({ data }) => makeNote(db, data.draft, { inVivo: data.inVivo }, now()));
  onMessage("engineNoteEdit", ({ data }) => editAnnotation(db, data.id, data.changes, now()));
  onMessage("engineNoteDelete", ({ data }) => deleteAnnotations(db, data.ids, now()));
  onMessage("engineNoteAttach", ({ data }) => attachAnnotation(db, data.id, data, now()));
  onMessage("engineCodeSplit", async ({ data }) => ({ codeIds: await splitCode(db, data.codeId, data.parts, now()) }));
  onMessage("engineCodeMerge", ({ data }) => mergeCodes(db, data.codeIds, data.into, now()));
  onMessage("engineCodeMove", ({ data }) => moveCode(db, data, now()));
  onMessage("engineMemoSave", ({ data }) => saveMemo(db, data.memo, now()));
  onMessage("engineMemoDelete", ({ data }) => deleteMemo(db, data.id, now()));
  onMessage("engineCoderName", ({ data }) => nameCoder(db, data.name, now()));
  onMessage("engineChangeUndo", ({ data }) => undoChange(db, data.id));
  onMessage("engineChangeRedo", () => redoChange(db));
  onMessage("enginePageCopyKeep", async ({ data }) => ({ id: await keepCopy(db, data.copy, data.subjectId) }));
  onMessage("enginePageCopyDelete", ({ data }) => deleteCopy(db, data.id));
  onMessage("engineNotebook", ({ data }) => notebookOf(db, data.scope, now()));
  onMessage("engineNotebookPlan", async ({ data }) =>
    mergePlan(await mineBeside(db, data.notebook, now()), data.notebook, data.format, data.warnings),
  );
  onMessage("engineNotebookBring", ({ data }) => bringNotebook(db, data, now()));
}

/** A note from the page: its review is looked for, and the page's text is kept with the first one. */
async function annotatePage(db: EarshotDatabase, given: PageAnnotation, now: string) {
  const { target, text, note, codeIds, tags, copy, inVivo, newCode } = given;
  const place = await placeOf(db, { target, text });
  const copyId = copy && (await keepCopy(db, copy, place.subjectId));
  const draft: AnnotationDraft = { ...place, note, codeIds, tags, ...(copyId !== undefined && { copyId }) };
  return makeNote(db, draft, { inVivo, newCode }, now);
}

interface NewCode {
  inVivo?: true;
  newCode?: string;
}

/** One change, also when a code is made on the way. */
async function makeNote(db: EarshotDatabase, draft: AnnotationDraft, code: NewCode, now: string) {
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
