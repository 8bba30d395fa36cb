/** Personas by hand: what people change on a card goes to the engine. */
import type { PersonaActions } from "../../components/ask/editing/editing-view";
import { sendMessage } from "../../lib/protocol";

/** @param subjectId the subject in view */
export function personaActions(subjectId: string | undefined): PersonaActions {
  return {
    edit: (personaId, edit) => sendMessage("enginePersonaEdit", { personaId, edit }),
    undo: (personaId) => sendMessage("enginePersonaUndo", { personaId }),
    copy: async (personaId) => (await sendMessage("enginePersonaCopy", { personaId })).personaId,
    describe: async (description) => {
      if (!subjectId) throw new Error("There is no subject in view to describe a persona for.");
      return (await sendMessage("enginePersonaDescribe", { subjectId, description })).personaId;
    },
    bring: async (content, file) => {
      if (!subjectId) throw new Error("There is no subject in view to bring a persona to.");
      return sendMessage("enginePersonaImport", { subjectId, content, file });
    },
    remove: (personaId) => sendMessage("enginePersonaDelete", { personaId }),
  };
}
