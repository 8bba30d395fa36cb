/**
 * Surveys of real reviewers: what they wrote is rated, counted and compared; no language model takes part. What one answers in their place
 * (`engine-answers.ts`) goes through the same figures.
 */
export { answerFromReviews, conceptsOf, skippedOf } from "./answer";
export { checkSpec, checkSurvey, type SurveyParts, surveyParts } from "./check";
export type { Respondent, SurveyInput, SurveyVectors } from "./input";
export { type ManifestParts, manifestOf, surveyHash } from "./manifest";
export { withMaterial } from "./material";
export { countPanel, drawPanel } from "./panel";
export { conceptQueries, optionsOf, textsOf } from "./queries";
export { ratedPeople, starredReviews } from "./rated-people";
export { readManifest } from "./read-manifest";
export { readSurveySpec } from "./read-spec";
export { replay } from "./replay";
export { resultsOf } from "./results";
export { leftOut } from "./skip";
export { surveyTemplate } from "./templates";
export { ratesWholeReview, wholeText } from "./whole-review";
