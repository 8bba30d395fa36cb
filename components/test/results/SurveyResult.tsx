import type { SurveyRun } from "../../../lib/domain";
import { Simulated } from "../../ask/Simulated";
import { useTexts } from "../../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";
import { FidelityGauge } from "./FidelityGauge";
import { Method } from "./Method";
import { QuestionResult } from "./QuestionResult";
import { useResultWords } from "./result-words";
import { SaveResult } from "./SaveResult";

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
  const words = useResultWords(run, view);
  const { results, spec, fidelity } = run;
  return (
    <div class="survey-result">
      <p class="small-text">
        <Simulated /> {phrase("surveySimulatedHow", { mode: spec.mode })}
      </p>
      {run.state !== "done" && results && <p class="sub">{phrase("surveyPartly", { done: run.done, of: run.of })}</p>}
      {fidelity && <FidelityGauge fidelity={fidelity} />}
      {results
        ? spec.questions.map((question) => (
            <QuestionResult
              key={question.id}
              question={question}
              run={run}
              results={results}
              words={words}
              links={links}
            />
          ))
        : run.state === "done" && <p>{phrase("surveyNothing")}</p>}
      {results && <SaveResult run={run} view={view} words={words} actions={actions} />}
      {run.manifest && <Method manifest={run.manifest} />}
    </div>
  );
}
