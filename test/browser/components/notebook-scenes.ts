/** The notebook of the panel's scenes. */
import type { NotebookActions } from "../../../components/notes/notebook-view";

const nothing = async () => {};
const NOTEBOOK = {
  title: "",
  made: "2026-05-10T09:00:00Z",
  coders: [],
  codes: [],
  documents: [],
  annotations: [],
  memos: [],
};

/** Actions that do nothing; a test puts its own in their place. */
export function quietNotebook(own: Partial<NotebookActions> = {}): NotebookActions {
  return {
    look: () => {},
    goTo: async () => "quote",
    make: async () => ({ id: "made" }),
    edit: nothing,
    remove: nothing,
    attach: nothing,
    undo: async () => undefined,
    redo: async () => undefined,
    splitCode: async () => ({ codeIds: [] }),
    mergeCodes: nothing,
    moveCode: nothing,
    saveMemo: nothing,
    removeMemo: nothing,
    nameCoder: nothing,
    copyPage: nothing,
    openCopy: () => Promise.reject(new Error("There is no copy.")),
    removeCopy: nothing,
    second: {
      begin: async () => ({ id: "second" }),
      code: nothing,
      reveal: nothing,
      run: nothing,
      adjudicate: nothing,
      apply: async () => ({ passages: 0 }),
      remove: nothing,
    },
    exchange: {
      notebook: async () => NOTEBOOK,
      plan: async (notebook, format, warnings) => ({
        title: notebook.title,
        format,
        fresh: { codes: 0, annotations: 0, memos: 0, coders: 0, documents: 0 },
        same: 0,
        conflicts: [],
        warnings,
      }),
      bring: async () => ({ codes: 0, annotations: 0, memos: 0 }),
    },
    ...own,
  };
}
