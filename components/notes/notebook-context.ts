/** The notebook, for whatever shows words that can be marked. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type NotebookActs, notebookActs } from "./acts";
import { NO_NOTEBOOK, type NotebookActions, type NotebookView } from "./notebook-view";

export interface NotebookRoom {
  view: NotebookView;
  /** Absent where nothing can be marked: in a component drawn by itself. */
  actions?: NotebookActions;
  acts: NotebookActs;
}

const nobody = { undo: async () => undefined, redo: async () => undefined };
const NONE: NotebookRoom = {
  view: NO_NOTEBOOK,
  acts: notebookActs(nobody, () => {}, { phrase: (key: string) => key } as Parameters<typeof notebookActs>[2]),
};

export const NotebookContext = createContext<NotebookRoom>(NONE);

/** @returns what was marked and what can be done with it */
export function useNotebook(): NotebookRoom {
  return useContext(NotebookContext);
}
