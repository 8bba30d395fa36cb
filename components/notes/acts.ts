/** What people do in the notebook: done, said in a line at the foot of the panel, and offered to be taken back. */
import type { Change } from "../../lib/domain";
import type { ToastContent } from "../frame/Toast";
import { problemText } from "../problem-text";
import type { Texts } from "../texts";
import type { NotebookActions } from "./notebook-view";

export type Say = (toast: ToastContent | undefined) => void;

export interface NotebookActs {
  /**
   * Does one thing. What went wrong is said and nothing is changed; what went well is said with Undo where there are words for it.
   * @param changes how many entries of the history it makes: Undo takes back all of them
   * @returns whether it worked; never throws
   */
  act(work: () => Promise<unknown>, done?: string, changes?: number): Promise<boolean>;
  /** Takes back the latest change, or this one, and says what it was. */
  undo(id?: number): void;
  redo(): void;
}

export function notebookActs(
  actions: Pick<NotebookActions, "undo" | "redo">,
  say: Say,
  { phrase }: Texts,
): NotebookActs {
  async function tell(work: () => Promise<Change | undefined>, which: "undo" | "redo"): Promise<void> {
    try {
      const change = await work();
      if (!change) return say({ text: phrase("changeNothing", { which }) });
      const what = changeText(change, phrase);
      say(
        which === "undo"
          ? { text: phrase("changeUndone", { what }), action: { label: phrase("changeRedo"), run: redo } }
          : { text: phrase("changeRedone", { what }), action: { label: phrase("undo"), run: undo } },
      );
    } catch (error) {
      say({ text: problemText(error, phrase) });
    }
  }
  const undo = (id?: number) => void tell(() => actions.undo(id), "undo");
  const redo = () => void tell(() => actions.redo(), "redo");
  const undoLast = (changes: number) =>
    tell(async () => {
      let last: Change | undefined;
      for (let i = 0; i < changes; i++) last = await actions.undo();
      return last;
    }, "undo");
  return {
    act: async (work, done, changes = 1) => {
      try {
        await work();
        if (done) say({ text: done, action: { label: phrase("undo"), run: () => void undoLast(changes) } });
        return true;
      } catch (error) {
        say({ text: problemText(error, phrase) });
        return false;
      }
    },
    undo,
    redo,
  };
}

/** @returns a change in words: "Merged “Loud” into “Noise”" */
export function changeText({ kind, name, other = "", count = 1 }: Change, phrase: Texts["phrase"]): string {
  return phrase("changeSaid", { kind, name, other, count });
}
