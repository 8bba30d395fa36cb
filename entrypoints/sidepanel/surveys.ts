/** Surveys of the subject in view and scales of one's own, as the engine writes them. */
import type { PanelView } from "../../components/view";
import type { EarshotDatabase } from "../../lib/store/db";
import { ownScales } from "../../lib/store/scales";
import { surveysOf } from "../../lib/store/surveys";
import { useLive } from "./live";

export function useSurveys(db: EarshotDatabase, subjectId: string | undefined): Pick<PanelView, "surveys" | "scales"> {
  const surveys = useLive(subjectId ? () => surveysOf(db, subjectId) : undefined, [], `surveys ${subjectId}`);
  const scales = useLive(() => ownScales(db), [], "scales");
  return { surveys, scales };
}
