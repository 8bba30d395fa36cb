import type { PanelActions } from "../../components/view";
import { sendMessage } from "../../lib/protocol";

/** Changes to the themes of the subject in view, made by the engine. */
export function themeActions(subjectId: string | undefined): Pick<PanelActions, "editThemes" | "undoThemes"> {
  return {
    editThemes: async (edit) => {
      if (!subjectId) throw new Error("There is no subject in view whose themes could be changed.");
      await sendMessage("engineThemeEdit", { subjectId, edit });
    },
    undoThemes: async () => (subjectId ? sendMessage("engineThemeUndo", { subjectId }) : undefined),
  };
}
