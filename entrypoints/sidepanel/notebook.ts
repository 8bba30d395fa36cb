/** The researcher's notebook: what people do with it goes to the engine, what belongs on the page to the script in it. */
import type { NotebookActions } from "../../components/notes/notebook-view";
import { Problem, type ProblemCode } from "../../lib/domain";
import type { SelectedPassage } from "../../lib/notebook-protocol";
import { sendMessage } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";

interface Parts {
  db: EarshotDatabase;
  tabId: number | undefined;
  subjectId: string | undefined;
  onLook: NotebookActions["look"];
}

export function notebookActions({ db, tabId, subjectId, onLook }: Parts): NotebookActions {
  return {
    look: onLook,
    goTo: async (id) =>
      sendMessage("notesGoTo", { id }, tabId).then(
        ({ shown }) => shown,
        () => "nothing" as const,
      ),
    make: (draft, inVivo) => sendMessage("engineNoteMake", { draft, inVivo }),
    edit: (id, changes) => sendMessage("engineNoteEdit", { id, changes }),
    remove: (ids) => sendMessage("engineNoteDelete", { ids }),
    attach: async (id) => {
      const passage = selected(await inTab(tabId, () => sendMessage("notesSelected", undefined, tabId)));
      await sendMessage("engineNoteAttach", { id, target: passage.target, text: passage.text });
    },
    undo: (id) => sendMessage("engineChangeUndo", { id }),
    redo: () => sendMessage("engineChangeRedo", undefined),
    splitCode: (codeId, parts) => sendMessage("engineCodeSplit", { codeId, parts }),
    mergeCodes: (codeIds, into) => sendMessage("engineCodeMerge", { codeIds, into }),
    moveCode: (codeId, parentId, place) => sendMessage("engineCodeMove", { codeId, parentId, place }),
    saveMemo: (memo) => sendMessage("engineMemoSave", { memo }),
    removeMemo: (id) => sendMessage("engineMemoDelete", { id }),
    nameCoder: (name) => sendMessage("engineCoderName", { name }),
    copyPage: async (html) => {
      const copy = await inTab(tabId, () => sendMessage("notesCopy", { html }, tabId));
      await sendMessage("enginePageCopyKeep", { copy, subjectId });
    },
    openCopy: async (id) => {
      const copy = await db.pageCopies.get(id);
      if (!copy) throw new Problem("copy_gone", "This copy of the page was deleted.");
      return copy;
    },
    removeCopy: (id) => sendMessage("enginePageCopyDelete", { id }),
    second: {
      begin: (plan) => sendMessage("engineSecondBegin", plan),
      code: (id, unit, codeIds) => sendMessage("engineSecondCode", { id, unit, codeIds }),
      reveal: (id) => sendMessage("engineSecondReveal", { id }),
      run: (id, basis) => sendMessage("engineSecondRun", { id, basis }),
      adjudicate: (id, unit, codeId, yes) => sendMessage("engineSecondAdjudicate", { id, unit, codeId, yes }),
      apply: (id) => sendMessage("engineSecondApply", { id }),
      remove: (id) => sendMessage("engineSecondDelete", { id }),
    },
    exchange: {
      notebook: (scope) => sendMessage("engineNotebook", { scope }),
      plan: (notebook, format, warnings) => sendMessage("engineNotebookPlan", { notebook, format, warnings }),
      bring: (notebook, format, choices) =>
        sendMessage("engineNotebookBring", { notebook, format, choices, subjectId }),
    },
  };
}

/** The script may not be in the page: it is put in only while notes are shown there. @throws Problem when the page in the tab does not answer */
async function inTab<T>(tabId: number | undefined, ask: () => Promise<T>): Promise<T> {
  try {
    if (tabId !== undefined) await sendMessage("pageInject", { tabId, script: "notes" });
    return await ask();
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error) throw error;
    const words = "The page in the tab cannot be reached. Open the page, then press Earshot's button.";
    throw new Problem("notes_elsewhere", words, {}, { cause: error });
  }
}

const WHY: Record<Extract<SelectedPassage, { ok: false }>["why"], ProblemCode> = {
  empty: "select_empty",
  input: "select_input",
  frames: "select_frames",
  whole: "select_whole",
  unreachable: "select_unreachable",
};

function selected(passage: SelectedPassage): Extract<SelectedPassage, { ok: true }> {
  if (passage.ok) return passage;
  throw new Problem(WHY[passage.why], `Nothing on the page could be taken: ${passage.why}.`);
}
