import { differenceChart, differencesOf } from "../../../lib/report/survey/charts";
import { differenceSentence } from "../../../lib/report/survey/sentences";
import { useTexts } from "../../texts";
import { Chart } from "./Chart";
import type { QuestionParts } from "./QuestionResult";

/** Each pair of what was shown: a sentence first, then the figures it rests on. */
export function Differences({ question, run, names }: QuestionParts) {
  const texts = useTexts();
  const { phrase } = texts;
  const pairs = differencesOf(run, question);
  if (pairs.length === 0) return null;
  const chart = differenceChart(run, question, names, texts);
  return (
    <div class="differences">
      <h4>{phrase("surveyDifferences")}</h4>
      <ul>
        {pairs.map((pair) => {
          const [verdict, how] = differenceSentence(pair, question, names, texts);
          return (
            <li key={`${pair.a} ${pair.b} ${pair.row} ${pair.segmentId}`}>
              <p dir="auto">{verdict}</p>
              {how && <p class="sub">{how}</p>}
            </li>
          );
        })}
      </ul>
      {chart && <Chart chart={{ ...chart, sub: "" }} />}
      <p class="sub">{phrase("surveyDifferenceResampled")}</p>
    </div>
  );
}
