/** Puts surveys together and answers the messages about them, about scales, and about how far to believe either. */
import { onMessage } from "../../lib/protocol";
import { deleteScale } from "../../lib/store/scales";
import { pauseUnfinished } from "../../lib/store/surveys";
import { checkFidelity, checkLibrary } from "./fidelity";
import { checkScale, keepScale } from "./scales";
import type { CourseParts } from "./survey-course";
import { Surveying } from "./surveying";

/** Asked for by an open panel, and ended with the engine only. */
const UNSTOPPED = new AbortController().signal;

/** What an earlier engine was at is paused before anything else is begun. */
export function openSurveys(parts: CourseParts): Surveying {
  const { db } = parts;
  const surveying = new Surveying(parts);
  const begun = pauseUnfinished(db).catch(() => undefined);
  onMessage("engineSurveyCheck", ({ data }) => surveying.check(data.subjectId, data.spec));
  onMessage("engineSurveyRun", async ({ data }) => {
    await begun;
    return surveying.run(data.subjectId, data.spec);
  });
  onMessage("engineSurveyPause", ({ data }) => surveying.pause(data.surveyId));
  onMessage("engineSurveyResume", async ({ data }) => {
    await begun;
    return surveying.resume(data.surveyId);
  });
  onMessage("engineSurveyDelete", ({ data }) => surveying.delete(data.surveyId));
  onMessage("engineSurveyManifest", ({ data }) => surveying.manifest(data.surveyId));
  onMessage("engineFidelity", ({ data }) => checkFidelity(parts, { ...data, signal: UNSTOPPED }));
  onMessage("engineLibraryFidelity", ({ data }) => checkLibrary(parts, data.rating, UNSTOPPED));
  onMessage("engineScaleSave", async ({ data }) => ({ scale: await keepScale(db, data.scale) }));
  onMessage("engineScaleDelete", ({ data }) => deleteScale(db, data.id));
  onMessage("engineScaleCheck", ({ data }) =>
    checkScale(
      {
        vectors: parts.vectors,
        scoresOf: async (texts) => (await parts.readStatements(texts)).map(({ sentiment }) => sentiment.score),
      },
      data.scale,
      data.language,
    ),
  );
  return surveying;
}
