/** Groups of reviewers by hand: what people make of them goes to the engine. */
import type { SegmentActions } from "../../components/segments/segments-view";
import { sendMessage } from "../../lib/protocol";

/** @param subjectId the subject in view */
export function segmentActions(subjectId: string | undefined): SegmentActions {
  const ofSubject = (): string => {
    if (!subjectId) throw new Error("There is no subject in view whose reviewers could be grouped.");
    return subjectId;
  };
  return {
    save: async (group) => sendMessage("engineSegmentSave", { segment: { ...group, subjectId: ofSubject() } }),
    name: async (segmentId, name) => sendMessage("engineSegmentName", { subjectId: ofSubject(), segmentId, name }),
    remove: async (segmentId) => sendMessage("engineSegmentDelete", { subjectId: ofSubject(), segmentId }),
    preview: async (choices) => sendMessage("engineSegmentPreview", { subjectId: ofSubject(), choices }),
  };
}
