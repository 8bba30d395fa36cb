/** Surveys of the subject in view and scales of one's own, as the engine writes them. */
import type { PanelView } from "../../components/view";
import type { EarshotDatabase } from "../../lib/store/db";
import { useLive } from "./live";

export function useSurveys(db: EarshotDatabase, subjectId: string | undefined): Pick<PanelView, "surveys" | "scales"> {
  const surveys = useLive(
    subjectId ? () => db.surveys.where("subjectId").equals(subjectId).reverse().sortBy("created") : undefined,
    [],
    `surveys ${subjectId}`,
  );
  const scales = useLive(() => db.scales.toArray(), [], "scales");
  return { surveys, scales };
}
