import type { SurveyQuestion, SurveyRun } from "../../../lib/domain";
import { cellsOf, chartsOf, saidOnce } from "../../../lib/report/survey/charts";
import { joined, type SurveyNames } from "../../../lib/report/survey/names";
import { fewSentences, priceSentences } from "../../../lib/report/survey/sentences";
import { figureTables, kanoTables } from "../../../lib/report/survey/tables";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import { Chart } from "./Chart";
import { Differences } from "./Differences";
import { FigureTable } from "./FigureTable";
import { Reasons } from "./Reasons";

export interface QuestionParts {
  question: SurveyQuestion;
  run: SurveyRun;
  names: SurveyNames;
}

/** One question: what came of it in the form that fits its kind, what differs, why, and all figures. */
export function QuestionResult({ question, run, names, links }: QuestionParts & { links: EvidenceLinks }) {
  const texts = useTexts();
  const { phrase } = texts;
  const cells = cellsOf(run, question);
  const whole = cells.filter(({ segmentId }) => segmentId === undefined);
  const heard = Math.max(0, ...whole.map((cell) => cell.heard));
  const asked = Math.max(0, ...whole.map((cell) => cell.asked));
  // what stands open above is not said twice
  const tables = figureTables(run, question, names, texts).filter(({ inWords }) => !inWords);
  return (
    <section class="question-result" aria-label={question.text}>
      <h3 dir="auto">{question.text}</h3>
      <p class="sub">{phrase("surveyHeard", { heard, asked })}</p>
      {saidOnce(chartsOf(run, question, names, texts)).map((chart) => (
        <Chart key={chart.id} chart={chart} />
      ))}
      {kanoTables(cells, question, names, texts).map((table) => (
        <FigureTable key={table.about} table={table} caption={joined(question.text, table.about)} />
      ))}
      <Lines lines={priceSentences(run, question, names, texts)} />
      <Lines lines={fewSentences(run, question, names, texts)} />
      <Differences question={question} run={run} names={names} />
      <Reasons question={question} run={run} names={names} links={links} />
      {tables.length > 0 && (
        <details class="all-figures">
          <summary>{phrase("surveyAllFigures")}</summary>
          {tables.map((table) => (
            <FigureTable
              key={table.columns.join()}
              table={table}
              caption={joined(phrase("surveyAllFigures"), question.text, table.columns[0])}
            />
          ))}
        </details>
      )}
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="result-lines">
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
