/** What everything in a result is called for the person who reads it. */
import { useMemo } from "preact/hooks";
import { builtInScales } from "../../../lib/ask/ssr/scales";
import type { SurveyRun } from "../../../lib/domain";
import { type SurveyNames, surveyNames } from "../../../lib/report/survey/names";
import { useGroupName } from "../../segments/group-name";
import { useTexts } from "../../texts";
import type { PanelView } from "../../view";

/** @returns names of the concepts, groups and points of a run; a group that is gone is called by its id */
export function useSurveyNames(run: SurveyRun, view: Pick<PanelView, "evidence" | "scales">): SurveyNames {
  const { phrase } = useTexts();
  const groupName = useGroupName();
  const builtIn = useMemo(builtInScales, []);
  const segments = new Map(view.evidence.personas.map(({ segment }) => [segment.id, segment]));
  return surveyNames(
    run,
    [...builtIn, ...view.scales],
    (id) => {
      const segment = segments.get(id);
      return segment && groupName(segment);
    },
    phrase,
  );
}
