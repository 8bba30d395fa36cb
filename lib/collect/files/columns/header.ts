/** Which row names the columns, if any does. */

import { columnLetters, type Grid, type LeftOut, type Row, type Table, textOf } from "../table";
import { lookAtColumns } from "./cell-kinds";
import { isFieldName } from "./field-names";

/** Exports put their own title and date above the names of the columns: so many rows are looked through. */
const ROWS_ABOVE = 10;
/** More columns than any table of reviews has; the rest is not read. */
const MOST_COLUMNS = 200;

/**
 * @param header false: no row names the columns; true: the likeliest row does; absent: guessed
 * @returns the rows under their columns, and whether that was a guess
 */
export function toTable({ unit, rows, leftOut, names, fields }: Grid, header?: boolean): Table {
  if (names) return { unit, columns: names, named: true, rows, leftOut, fields };
  const found = header === false ? -1 : headerIndex(rows, header === true);
  if (found < 0) return { unit, columns: lettersFor(rows), named: false, rows, leftOut };
  const above = rows.slice(0, found).map(({ number }): LeftOut => ({ number, why: "above-header" }));
  const columns = uniqueNames(rows[found]?.cells.map((cell) => textOf(cell).trim()) ?? []);
  return { unit, columns, named: true, rows: rows.slice(found + 1), leftOut: [...above, ...leftOut] };
}

function headerIndex(rows: readonly Row[], wanted: boolean): number {
  const known = rows.slice(0, ROWS_ABOVE).map(knownNames);
  const most = Math.max(0, ...known);
  const best = known.indexOf(most);
  if (most >= 2 || (most === 1 && best === 0 && couldName(rows[0]))) return best;
  return wanted || looksDifferent(rows) ? 0 : -1;
}

function knownNames({ cells }: Row): number {
  return new Set(cells.map((cell) => textOf(cell).trim()).filter((cell) => cell && isFieldName(cell))).size;
}

/** Every cell is short and no number. */
function couldName(row: Row | undefined): boolean {
  const cells = row?.cells.map((cell) => textOf(cell).trim()).filter(Boolean) ?? [];
  return (
    cells.length > 0 && cells.every((cell) => cell.length <= 60 && /\p{L}/u.test(cell) && !/^[\d.,\s%/-]+$/.test(cell))
  );
}

/** Words above a column of numbers, dates or long texts. */
function looksDifferent(rows: readonly Row[]): boolean {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0 || !couldName(first)) return false;
  return lookAtColumns(rest, first.cells.length).some(({ numbers, dates, length, sentences }, column) => {
    const name = textOf(first.cells[column]).trim();
    if (!name || /[.!?。！？]$/u.test(name)) return false;
    return numbers >= 0.8 || dates >= 0.8 || (sentences >= 0.6 && length > name.length * 4);
  });
}

/** As many as most rows have: one with more has its delimiter inside of a text. */
function lettersFor(rows: readonly Row[]): string[] {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0];
  return Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, index) => columnLetters(index));
}

function uniqueNames(cells: readonly string[]): string[] {
  const used = new Set<string>();
  return cells.slice(0, MOST_COLUMNS).map((cell, index) => {
    const name = cell || columnLetters(index);
    let unique = name;
    for (let copy = 2; used.has(unique); copy++) unique = `${name} ${copy}`;
    used.add(unique);
    return unique;
  });
}
