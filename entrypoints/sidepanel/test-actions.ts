/** Surveys and scales: what people set up goes to the engine. */
import type { TestActions } from "../../components/test/test-view";
import { sendMessage } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";
import { responsesOf } from "../../lib/store/surveys";

/** @param subjectId the subject in view */
export function testActions(db: EarshotDatabase, subjectId: string | undefined): TestActions {
  const ofSubject = (): string => {
    if (!subjectId) throw new Error("There is no subject in view whose reviewers could be asked.");
    return subjectId;
  };
  return {
    check: async (spec) => sendMessage("engineSurveyCheck", { subjectId: ofSubject(), spec }),
    run: async (spec) => (await sendMessage("engineSurveyRun", { subjectId: ofSubject(), spec })).surveyId,
    pause: (surveyId) => sendMessage("engineSurveyPause", { surveyId }),
    resume: (surveyId) => sendMessage("engineSurveyResume", { surveyId }),
    delete: (surveyId) => sendMessage("engineSurveyDelete", { surveyId }),
    manifest: (surveyId) => sendMessage("engineSurveyManifest", { surveyId }),
    responses: (surveyId) => responsesOf(db, surveyId),
    fidelity: async (rating) => sendMessage("engineFidelity", { subjectId: ofSubject(), rating }),
    libraryFidelity: (rating) => sendMessage("engineLibraryFidelity", { rating }),
    saveScale: async (scale) => (await sendMessage("engineScaleSave", { scale })).scale,
    deleteScale: (id) => sendMessage("engineScaleDelete", { id }),
    checkScale: (scale, language) => sendMessage("engineScaleCheck", { scale, language }),
  };
}
