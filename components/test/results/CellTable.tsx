import type { ResultCell } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { cellName } from "./cell-name";
import { optionRows } from "./Options";
import type { QuestionParts } from "./QuestionResult";

/** Every figure of a question: the text of its charts, and what a methodologist checks. */
export function CellTable({ question, cells, words }: QuestionParts) {
  const { phrase, number, percent, precise } = useTexts();
  if (cells.length === 0) return null;
  const points = cells.some(({ pmf }) => pmf);
  const skipped = cells.some((cell) => cell.skipped > 0);
  const failed = cells.some((cell) => cell.failed > 0);
  return (
    <details class="all-figures">
      <summary>{phrase("surveyAllFigures")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="table-room" tabIndex={0} aria-label={phrase("surveyAllFigures")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{phrase("surveyWho")}</th>
              <th scope="col">{phrase("surveyAsked")}</th>
              <th scope="col">{phrase("surveyHeardShort")}</th>
              {skipped && <th scope="col">{phrase("surveyLeftOut")}</th>}
              {failed && <th scope="col">{phrase("surveyFailed")}</th>}
              {points &&
                [1, 2, 3, 4, 5].map((point) => (
                  <th scope="col" key={point}>
                    {point}
                  </th>
                ))}
              {points && <th scope="col">{phrase("surveyMean")}</th>}
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <tr key={`${cell.conceptId} ${cell.row} ${cell.segmentId}`}>
                <th scope="row" dir="auto">
                  {cellName(cell, question, words)}
                  <OptionFigures cell={cell} question={question} words={words} cells={cells} />
                </th>
                <td>{number(cell.asked)}</td>
                <td>{number(cell.heard)}</td>
                {skipped && <td>{number(cell.skipped)}</td>}
                {failed && <td>{number(cell.failed)}</td>}
                {points && [0, 1, 2, 3, 4].map((r) => <td key={r}>{cell.pmf ? percent(cell.pmf[r] ?? 0) : "–"}</td>)}
                {points && <td>{cell.mean === undefined ? "–" : precise(cell.mean)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function OptionFigures({ cell, question, words }: QuestionParts & { cell: ResultCell }) {
  const { phrase, percent, precise } = useTexts();
  const rows = cell.few ? [] : optionRows(cell);
  if (rows.length === 0) return null;
  return (
    <ol class="option-figures">
      {rows.map(({ place, value }) => (
        <li key={place} dir="auto">
          {words.option(question, place)}:{" "}
          {value === null ? phrase("surveyUnspoken") : cell.shares ? percent(value) : precise(value)}
        </li>
      ))}
    </ol>
  );
}
