import type { SurveyRun } from "../../../lib/domain";
import { methodReading } from "../../../lib/report/survey/method";
import type { SurveyNames } from "../../../lib/report/survey/names";
import { useTexts } from "../../texts";

/** Everything a run rests on, for whoever wants to check or repeat it. */
export function Method({ run, names }: { run: SurveyRun; names: SurveyNames }) {
  const texts = useTexts();
  const { phrase } = texts;
  const { parameters, anchors, prompts } = methodReading(run, names, texts);
  return (
    <details class="method">
      <summary>{phrase("surveyHow")}</summary>
      <p class="small-text">{phrase("surveyLimits")}</p>
      <dl class="facts">
        {parameters.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      {anchors.length > 0 && <h4>{phrase("surveyParameter", { name: "anchors" })}</h4>}
      {anchors.map(({ title, language, sets }) => (
        <details key={title}>
          <summary>{title}</summary>
          {sets.map((set) => (
            <ol key={set.join(" ")} class="anchor-set" lang={language}>
              {set.map((words) => (
                <li key={words} dir="auto">
                  {words}
                </li>
              ))}
            </ol>
          ))}
        </details>
      ))}
      {prompts.length > 0 && <h4>{phrase("surveyParameter", { name: "prompts" })}</h4>}
      {prompts.map((prompt) => (
        <pre key={prompt} dir="auto">
          {prompt}
        </pre>
      ))}
    </details>
  );
}
