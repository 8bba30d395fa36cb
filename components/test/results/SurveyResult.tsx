import type { SurveyRun } from "../../../lib/domain";
import { Simulated } from "../../ask/Simulated";
import { useTexts } from "../../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";
import { FidelityGauge } from "./FidelityGauge";
import { Method } from "./Method";
import { QuestionResult } from "./QuestionResult";
import { SaveResult } from "./SaveResult";
import { useSurveyNames } from "./use-survey-names";

/** All that came of a run, finished or not: how far to believe it, each question, how it was made, and files to take along. */
export function SurveyResult({
  run,
  view,
  links,
  actions,
}: {
  run: SurveyRun;
  view: PanelView;
  links: EvidenceLinks;
  actions: PanelActions;
}) {
  const { phrase } = useTexts();
  const names = useSurveyNames(run, view);
  const { results, spec, fidelity, state } = run;
  const finished = state === "done";
  return (
    <div class="survey-result">
      <section>
        <p>
          <Simulated /> {phrase("surveySimulatedHow", { mode: spec.mode })}
        </p>
        {!finished && results && <p class="sub">{phrase("surveyPartly", { done: run.done, of: run.of })}</p>}
        {finished && !results && <p>{phrase("surveyNothing")}</p>}
        {(fidelity || results) && <FidelityGauge fidelity={fidelity} run={spec} />}
      </section>
      {results &&
        spec.questions.map((question) => (
          <QuestionResult key={question.id} question={question} run={run} names={names} links={links} />
        ))}
      {results && <SaveResult run={run} view={view} names={names} actions={actions} />}
      <section>
        <Method run={run} names={names} />
      </section>
    </div>
  );
}
