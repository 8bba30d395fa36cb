/** The researcher's notebook: answers the messages about notes, codes, memos, history, copies and other notebooks. */
import { mergePlan } from "../../../lib/annotate/exchange/merge-plan";
import { onMessage } from "../../../lib/protocol";
import { attachAnnotation, deleteAnnotations, editAnnotation } from "../../../lib/store/annotations";
import { bringNotebook } from "../../../lib/store/bringing/bring-notebook";
import { mineBeside } from "../../../lib/store/bringing/documents";
import { mergeCodes, moveCode, splitCode } from "../../../lib/store/codebook";
import { nameCoder, ownCoder } from "../../../lib/store/coders";
import type { EarshotDatabase } from "../../../lib/store/db";
import { redoChange, undoChange } from "../../../lib/store/history";
import { deleteMemo, saveMemo } from "../../../lib/store/memos";
import { notebookOf } from "../../../lib/store/notebook";
import { notesHere } from "../../../lib/store/notes-here";
import { deleteCopy, keepCopy } from "../../../lib/store/page-copies";
import { annotatePage, makeNote } from "./noting";

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
