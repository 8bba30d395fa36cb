/** The researcher's own codes: what people do with them goes to the engine, tables go out as files. */
import type { CodeActions } from "../../components/codes/codes-view";
import { sendMessage } from "../../lib/protocol";
import { saveFile } from "./save-file";

/** @param subjectId the subject in view; without one there is nothing to suggest */
export function codeActions(subjectId: string | undefined): CodeActions {
  return {
    save: (code) => sendMessage("engineCodeSave", { code }),
    remove: (id) => sendMessage("engineCodeDelete", { id }),
    judge: (codeId, sentenceId, yes) => sendMessage("engineCodeJudge", { codeId, sentenceId, yes }),
    suggest: async (codeId) =>
      subjectId ? sendMessage("engineCodeSuggest", { codeId, subjectId }) : { suggestions: [], ask: [] },
    saveTable: (name, text) => saveFile(name, text, "text/csv;charset=utf-8"),
  };
}
