import type { SurveyRun, SurveySpec } from "../../../lib/domain";
import { useEscape } from "../../ask/use-escape";
import { ConfirmButton } from "../../settings/ConfirmButton";
import { NO_GENERATORS } from "../../settings/engines/engines-view";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";
import { PlaceHead } from "../PlaceHead";
import { SurveyResult } from "../results/SurveyResult";
import { RunFacts } from "./RunList";
import { RunProgress } from "./RunProgress";

/** One run: how far it is, what came of it, and the way to a changed one. */
export function RunView({
  run,
  view,
  links,
  actions,
  onAgain,
  onLeave,
}: {
  run: SurveyRun;
  view: PanelView;
  links: EvidenceLinks;
  actions: PanelActions;
  /** The same survey to be changed. */
  onAgain: (spec: SurveySpec) => void;
  onLeave: () => void;
}) {
  const { phrase } = useTexts();
  const { problem, act } = useActing();
  const generators = view.engine.at === "here" ? view.engine.state.generators : NO_GENERATORS;
  useEscape({ stop: undefined, leave: onLeave });
  return (
    <>
      <PlaceHead title={run.spec.title} onBack={onLeave}>
        <RunFacts run={run} />
        <p class="actions">
          <button type="button" class="small" onClick={() => onAgain(run.spec)}>
            {phrase("testAgain")}
          </button>
          <ConfirmButton
            label={phrase("delete")}
            about={run.spec.title}
            question={phrase("testDeleteSure")}
            onConfirm={() => void act(() => actions.tests.delete(run.id)).then((gone) => gone && onLeave())}
          />
        </p>
        {problem !== undefined && <ProblemNote problem={problem} />}
      </PlaceHead>
      <RunProgress run={run} generators={generators} actions={actions.tests} />
      <SurveyResult run={run} view={view} links={links} actions={actions} />
    </>
  );
}
