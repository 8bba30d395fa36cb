import type { Difference, SurveyQuestion } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { Chart } from "./Chart";
import type { ResultWords } from "./result-words";

/** Each pair of what was shown: a sentence first, then its figures. */
export function Differences({
  question,
  differences,
  words,
}: {
  question: SurveyQuestion;
  differences: readonly Difference[];
  words: ResultWords;
}) {
  const { phrase, precise, number } = useTexts();
  const own = differences.filter(({ questionId }) => questionId === question.id);
  if (own.length === 0) return null;
  const pairOf = (one: Difference) => ({ a: words.concept(one.a), b: words.concept(one.b) });
  const where = ({ row, segmentId }: Difference) =>
    [row === undefined ? "" : words.row(question, row), segmentId === undefined ? "" : words.group(segmentId)]
      .filter(Boolean)
      .join(" · ");
  const rows = own
    .filter(({ verdict }) => verdict !== "few")
    .map((one) => ({
      name: [`${words.concept(one.a)} − ${words.concept(one.b)}`, where(one)].filter(Boolean).join(" · "),
      at: one.difference,
      low: one.low,
      high: one.high,
    }));
  return (
    <div class="differences">
      <h4>{phrase("surveyDifferences")}</h4>
      <ul>
        {own.map((one) => (
          <li key={`${one.a} ${one.b} ${one.row} ${one.segmentId}`}>
            <p>
              {where(one) && <b dir="auto">{where(one)}: </b>}
              {phrase("surveyDifference", { verdict: one.verdict, ...pairOf(one) })}
            </p>
            {one.verdict !== "few" && (
              <p class="sub">
                {phrase("surveyDifferenceHow", {
                  difference: precise(one.difference),
                  low: precise(one.low),
                  high: precise(one.high),
                  p: one.p < 0.001 ? "< 0.001" : `= ${one.p.toFixed(3)}`,
                  n: number(Math.round(one.effective)),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <Chart
          mark={rows}
          label={phrase("surveyChartDifference")}
          draw={(plots, frame) => plots.rangesChart(rows, frame)}
        />
      )}
    </div>
  );
}
