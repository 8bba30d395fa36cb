import { useTexts } from "../../texts";
import { cellName } from "./cell-name";
import type { QuestionParts } from "./QuestionResult";

/** What each feature does to satisfaction, by what stars people give who praise it, blame it, or do not speak of it. */
export function KanoTable({ question, cells, words }: QuestionParts) {
  const { phrase, precise } = useTexts();
  const shown = cells.filter(({ kano }) => kano && kano.length > 0);
  const stars = (value: number | undefined) => (value === undefined ? "–" : `${value > 0 ? "+" : ""}${precise(value)}`);
  return (
    <>
      {shown.map((cell) => (
        <div key={`${cell.conceptId} ${cell.segmentId}`} class="table-room">
          <table>
            <caption class={shown.length > 1 ? "" : "unseen"}>{cellName(cell, question, words)}</caption>
            <thead>
              <tr>
                <th scope="col">{phrase("surveyOption")}</th>
                <th scope="col">{phrase("surveyKanoStars")}</th>
                <th scope="col">{phrase("surveyKanoPeople")}</th>
              </tr>
            </thead>
            <tbody>
              {cell.kano?.map(({ option, kind, reward, penalty, praised, blamed, silent }) => (
                <tr key={option}>
                  <th scope="row">
                    <span dir="auto">{words.option(question, option)}</span>
                    <span class="sub">{phrase("surveyKano", { kind })}</span>
                  </th>
                  <td class="end">
                    {stars(reward)} / {stars(penalty)}
                  </td>
                  <td class="end">
                    {praised} / {blamed} / {silent}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}
