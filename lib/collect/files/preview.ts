/** What people see before they import: how it was read, the first rows, how many reviews, which rows are none and why. */

import { FIELDS, type Field } from "./columns/field-names";
import type { Format } from "./content";
import type { Layout } from "./formats/layouts";
import type { OpenTable } from "./import";
import type { FileRecords } from "./records/records";
import type { Subjects } from "./subjects";
import { type LeftOut, type RowUnit, textOf } from "./table";

/** Where it comes from. */
export interface ImportSource {
  how: "file" | "pasted" | "selected";
  /** Of the file; for texts, what they are called before anybody names them. */
  name: string;
  /** The page a text was selected on. */
  page?: { url: string; name: string };
}

export interface PreviewColumn {
  name: string;
  field: Field | "";
}

/** Plain data: it travels from the worker to the panel. */
export interface Preview {
  format: Format;
  encoding?: { label: string; sure: boolean; damaged: boolean };
  delimiter?: string;
  sheets?: { names: string[]; chosen: string };
  layout?: Layout;
  /** Whether a row names the columns; undefined where that is no question. */
  header?: boolean;
  unit: RowUnit;
  columns: PreviewColumn[];
  /** The first rows, long cells cut. */
  rows: { number: number; cells: string[] }[];
  reviews: number;
  leftOut: { count: number; first: LeftOut[] };
  /** Best rating, where a column holds ratings. */
  scale?: number;
  /** Which number of 03/04/2024 is the month, where the dates leave it open. */
  order?: "day-first" | "month-first";
  subjects: Subjects;
}

const ROWS_SHOWN = 5;
const COLUMNS_SHOWN = 60;
const CELL_SHOWN = 160;
const LEFT_OUT_SHOWN = 100;
const SUBJECTS_SHOWN = 100;

/** Picks what is shown out of what was read. */
export function previewOf(open: OpenTable, { records, leftOut }: FileRecords, subjects: Subjects): Preview {
  const { content, table, columns, rules, ambiguousDates } = open;
  const fields = new Map(
    FIELDS.flatMap((field) => (columns.get(field) ?? []).map((column) => [column, field] as const)),
  );
  const shown = table.columns.slice(0, COLUMNS_SHOWN);
  const { decoded, grid } = content;
  return {
    format: content.format,
    ...(decoded ? { encoding: { label: decoded.encoding, sure: decoded.sure, damaged: decoded.damaged } } : {}),
    delimiter: content.delimiter,
    sheets: content.sheets,
    layout: content.layout,
    header: grid.names ? undefined : table.named,
    unit: table.unit,
    columns: shown.map((name, column) => ({ name, field: fields.get(column) ?? "" })),
    rows: table.rows.slice(0, ROWS_SHOWN).map(({ number, cells }) => ({
      number,
      cells: shown.map((_, column) => textOf(cells[column]).slice(0, CELL_SHOWN)),
    })),
    reviews: records.length,
    leftOut: { count: leftOut.length, first: leftOut.slice(0, LEFT_OUT_SHOWN) },
    scale: columns.has("rating") ? rules.scale : undefined,
    order: ambiguousDates ? rules.dates.order : undefined,
    subjects: { ...subjects, named: subjects.named.slice(0, SUBJECTS_SHOWN) },
  };
}
