/** What every kind of file and every pasted text becomes first: rows of cells, numbered as their source numbers them. */

import type { Field } from "./columns/field-names";

/** Dates of spreadsheets are ISO texts by now. */
export type Cell = string | number | boolean | undefined;

export interface Row {
  /** As people find it again: the row of a table with its header counted, the line of NDJSON, the entry of a list. */
  number: number;
  cells: readonly Cell[];
}

/** How rows are counted in the source. */
export type RowUnit = "row" | "line" | "entry";

/** Why a row is no review. `no-text`: neither words nor stars of anybody. */
export type LeftOutReason = "no-text" | "repeated" | "quotes" | "broken-json" | "not-an-object" | "above-header";

export interface LeftOut {
  number: number;
  why: LeftOutReason;
}

/** Rows before it is known which of them names the columns. */
export interface Grid {
  unit: RowUnit;
  rows: Row[];
  leftOut: LeftOut[];
  /** Names that are known apart from the rows: the keys of JSON. */
  names?: string[];
  /** What the columns hold, where that is known from how the text was cut. */
  fields?: readonly Field[];
}

/** Rows under named columns. */
export interface Table {
  unit: RowUnit;
  /** One per column, unique. */
  columns: string[];
  /** The source names them; otherwise they are letters as in a spreadsheet. */
  named: boolean;
  fields?: readonly Field[];
  rows: Row[];
  leftOut: LeftOut[];
}

/** A cell as text; an empty text for what is missing. */
export function textOf(cell: Cell): string {
  return cell === undefined ? "" : String(cell);
}

/** 0 → "A", 26 → "AA": the name of a column in every spreadsheet program. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
