import type { ResultCell } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { Chart } from "./Chart";
import { cellName } from "./cell-name";
import { FewHeard } from "./FewHeard";
import type { QuestionParts } from "./QuestionResult";

/** What would be chosen, or what is worth most: one chart for each concept and group. */
export function Options(parts: QuestionParts) {
  const { question, cells, words } = parts;
  const shown = cells.filter((cell) => !cell.few && (cell.shares ?? cell.utilities));
  return (
    <>
      {shown.map((cell) => (
        <div key={`${cell.conceptId} ${cell.segmentId}`}>
          {shown.length > 1 && <h4 dir="auto">{cellName(cell, question, words)}</h4>}
          <OptionBars {...parts} cell={cell} />
        </div>
      ))}
      <FewHeard {...parts} />
    </>
  );
}

function OptionBars({ question, words, cell }: QuestionParts & { cell: ResultCell }) {
  const { phrase, percent, precise } = useTexts();
  const rows = optionRows(cell).map(({ place, value }) => ({
    name: words.option(question, place),
    value: value ?? 0,
    label: value === null ? phrase("surveyUnspoken") : cell.shares ? percent(value) : precise(value),
  }));
  if (rows.length === 0) return null;
  return (
    <Chart
      mark={rows}
      label={phrase("surveyChartOptions", { question: question.text })}
      draw={(plots, frame) => plots.valuesChart(rows, frame)}
    />
  );
}

/** @returns options with their figures, the best first; null where nobody spoke of one */
export function optionRows({ shares, utilities, order }: ResultCell): { place: number; value: number | null }[] {
  const values: readonly (number | null)[] = shares ?? utilities ?? [];
  const places = order ?? values.map((_, place) => place).sort((a, b) => (values[b] ?? -9) - (values[a] ?? -9));
  return places.map((place) => ({ place, value: values[place] ?? null }));
}
