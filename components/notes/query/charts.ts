/** Charts of crosses as plain data, drawn by `plots.ts` on screen and into files. */
import type { CrossCell, Crosstab, Together } from "../../../lib/report/codes";
import type { SurveyChart } from "../../../lib/report/survey/charts";
import type { Texts } from "../../texts";
import type { QueryNames } from "./room";

export type Measure = "passages" | "reviews" | "share";

interface ChartWords {
  title: string;
  /** What can be seen on it, for those who do not see it. */
  label: string;
}

export interface HeatChart extends ChartWords {
  kind: "heat";
  rows: readonly string[];
  columns: readonly string[];
  /** `value`: 0–1 of the darkest; absent: nothing can be said. */
  cells: readonly { row: number; column: number; value?: number; words: string }[];
}

export interface FeelingChart extends ChartWords {
  kind: "feeling";
  rows: readonly { name: string; negative: number; positive: number; figure: string }[];
}

export type QueryChart = HeatChart | FeelingChart | SurveyChart;

/** What a drawing has room for; the table holds all. */
const MOST_ROWS = 10;
const MOST_COLUMNS = 12;
const MOST_PAIRED = 8;

export function measured(cell: CrossCell, measure: Measure): number | undefined {
  if (measure === "share") return cell.share;
  return measure === "reviews" ? cell.texts : cell.passages.length;
}

/** @returns coloured cells; by sentiment bars to both sides */
export function crossChart(table: Crosstab, measure: Measure, names: QueryNames, texts: Texts): QueryChart {
  const { phrase, percent, number } = texts;
  const title = phrase("queryByTitle", { by: phrase("queryDimension", { dimension: table.dimension }) });
  if (table.dimension === "sentiment") return feelingChart(table, names, texts, title);
  const rows = table.rows.slice(0, MOST_ROWS);
  const columns = table.columns.slice(0, MOST_COLUMNS);
  const values = rows.flatMap(({ cells }, row) =>
    columns.map((_, column) => ({
      row,
      column,
      value: measured(cells[column] ?? { passages: [], texts: 0 }, measure),
    })),
  );
  const most = Math.max(...values.map(({ value = 0 }) => value), 1e-9);
  return {
    kind: "heat",
    title,
    label: phrase("queryHeatLabel", { measure: phrase("queryMeasureName", { measure }) }),
    rows: rows.map(({ codeId }) => names.code(codeId)),
    columns: columns.map(({ id }) => names.column(table.dimension, id)),
    cells: values.map(({ value, ...place }) => ({
      ...place,
      ...(value === undefined ? {} : { value: value / most }),
      words: value === undefined ? "–" : measure === "share" ? percent(value) : number(value),
    })),
  };
}

function feelingChart(table: Crosstab, names: QueryNames, { phrase, number }: Texts, title: string): FeelingChart {
  const at = (id: string) => table.columns.findIndex((column) => column.id === id);
  const [good, bad] = [at("positive"), at("negative")];
  const rows = table.rows.slice(0, MOST_ROWS).map(({ codeId, cells }) => {
    const [negative, positive] = [cells[bad]?.passages.length ?? 0, cells[good]?.passages.length ?? 0];
    return { name: names.code(codeId), negative, positive, figure: `▼ ${number(negative)}  ▲ ${number(positive)}` };
  });
  return { kind: "feeling", title, label: phrase("queryFeelingLabel"), rows };
}

export function togetherChart(
  together: Together,
  names: QueryNames,
  { phrase, number }: Texts,
  title: string,
): HeatChart {
  const ids = together.codeIds.slice(0, MOST_PAIRED);
  const cells = ids.flatMap((one, row) =>
    ids.map((other, column) => {
      const cell = together.cell(one, other);
      return { row, column, ...(cell ? { value: cell.coefficient } : {}), words: cell ? number(cell.both) : "–" };
    }),
  );
  const named = ids.map(names.code);
  return { kind: "heat", title, label: phrase("queryTogetherLabel"), rows: named, columns: named, cells };
}
