import type { ThemeEdit } from "../../lib/domain";
import type { ToastContent } from "../frame/Toast";
import { problemCode, problemText } from "../problem-text";
import type { Texts } from "../texts";
import type { EvidenceLinks, PanelActions } from "../view";

/**
 * Changes themes and says what came of it: done with a way back, taken back, or failed with nothing changed.
 * @param say shows a toast
 */
export function themeEditing(
  actions: Pick<PanelActions, "editThemes" | "undoThemes">,
  say: (toast: ToastContent) => void,
  { phrase }: Texts,
): Pick<EvidenceLinks, "editThemes" | "undoThemes"> {
  async function undo(): Promise<void> {
    say({ text: phrase("themesChanging") });
    try {
      const undone = await actions.undoThemes();
      say({ text: phrase(undone ? "themeUndone" : "themeNothingToUndo") });
    } catch (error) {
      report(error);
    }
  }
  async function edit(change: ThemeEdit): Promise<void> {
    say({ text: phrase("themesChanging") });
    try {
      await actions.editThemes(change);
      const done = change.kind === "pin" && !change.pinned ? "unpin" : change.kind;
      say({ text: phrase("themeChanged", { done }), action: { label: phrase("undo"), run: () => void undo() } });
    } catch (error) {
      report(error);
    }
  }
  function report(error: unknown): void {
    console.error("Earshot: the themes could not be changed.", error);
    say({ text: problemCode(error) ? problemText(error, phrase) : phrase("themeChangeFailed") });
  }
  return { editThemes: (change) => void edit(change), undoThemes: () => void undo() };
}
