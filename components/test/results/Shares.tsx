import { useTexts } from "../../texts";
import { Chart } from "./Chart";
import { cellName } from "./cell-name";
import { FewHeard } from "./FewHeard";
import type { QuestionParts } from "./QuestionResult";

/** How answers spread over the five points, for each concept, row and group. */
export function Shares({ question, cells, words }: QuestionParts) {
  const { phrase, precise } = useTexts();
  const rows = cells.flatMap((cell) =>
    cell.pmf && !cell.few
      ? [{ name: `${cellName(cell, question, words)} · ${precise(cell.mean ?? 0)}`, pmf: cell.pmf }]
      : [],
  );
  const ends = words.ends(question);
  return (
    <>
      {rows.length > 0 && (
        <>
          <PointLegend />
          <Chart
            mark={rows}
            label={phrase("surveyChartShares", { question: question.text })}
            draw={(plots, frame) => plots.sharesChart(rows, frame)}
          />
          {ends && <p class="sub">{phrase("surveyEnds", ends)}</p>}
        </>
      )}
      <FewHeard question={question} cells={cells} words={words} />
    </>
  );
}

/** The five colours in their order; the figures on the bars say the rest. */
function PointLegend() {
  const { phrase } = useTexts();
  return (
    <ul class="point-legend">
      {[1, 2, 3, 4, 5].map((point) => (
        <li key={point} class={`point-${point}`}>
          <span class="unseen">{phrase("surveyPoint", { point })}</span>
          <span aria-hidden="true">{point}</span>
        </li>
      ))}
    </ul>
  );
}
