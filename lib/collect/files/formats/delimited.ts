/** CSV, TSV and their relatives as rows. Papaparse reads (RFC 4180 and what programs make of it); a broken row costs only itself. */
import Papa from "papaparse";
import { isFieldName } from "../columns/field-names";
import type { Grid, LeftOut, Row } from "../table";
import { DELIMITERS } from "./delimiters";

/** Rows looked at to find the delimiter. */
const SAMPLE_ROWS = 60;
/** Quotes that open and never close: after so many, quotes are taken for plain characters. */
const MOST_OPEN_QUOTES = 20;

export interface Delimited extends Grid {
  delimiter: string;
}

/** @param chosen delimiter, guessed when absent. Never throws. */
export function readDelimited(text: string, chosen?: string): Delimited {
  const named = /^sep=(.)\r?\n/.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = chosen ?? named?.[1] ?? guessDelimiter(body);
  const into = { rows: [], leftOut: [] };
  let run: Run | undefined = { text: body, number: named ? 2 : 1, openQuotes: 0 };
  while (run) run = readRun(run, delimiter, into);
  return { unit: "row", delimiter, ...into };
}

/** What is left to be read after a row that could not be. */
interface Run {
  text: string;
  /** Of its first row. */
  number: number;
  /** Quotes met so far that never close. */
  openQuotes: number;
}

/** Reads until a stray quote swallows lines that are not its own: only its first line is lost, reading goes on behind it. */
function readRun(
  { text, number, openQuotes }: Run,
  delimiter: string,
  into: { rows: Row[]; leftOut: LeftOut[] },
): Run | undefined {
  let row = number;
  let start = 0;
  let rest: Run | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    ...(openQuotes >= MOST_OPEN_QUOTES ? { quoteChar: "\u0000" } : {}),
    step({ data, errors, meta }, parser) {
      const bad = errors.some(({ type }) => type === "Quotes");
      if (bad) into.leftOut.push({ number: row, why: "quotes" });
      else if (data.some((cell) => cell.trim() !== ""))
        into.rows.push({ number: row, cells: data.map((cell) => cell || undefined) });
      row += 1;
      const line = bad ? text.indexOf("\n", start) + 1 : 0;
      if (line > 0 && line < meta.cursor) {
        const unclosed = errors.some(({ code }) => code === "MissingQuotes");
        rest = { text: text.slice(line), number: row, openQuotes: openQuotes + (unclosed ? 1 : 0) };
        parser.abort();
      }
      start = meta.cursor;
    },
  });
  return rest;
}

/** The delimiter that cuts the most rows into the same number of cells; known column names decide between equals. */
function guessDelimiter(text: string): string {
  const head = text.slice(0, 200_000);
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(head, delimiter) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.delimiter : ",";
}

function evenness(text: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: SAMPLE_ROWS, skipEmptyLines: "greedy" });
  const counts = new Map<number, number>();
  for (const { length } of data) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [cells, rows] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  if (cells < 2) return 0;
  const named = (data[0] ?? []).filter(isFieldName).length;
  return rows / data.length + named * 0.5 + Math.min(cells, 20) / 1000;
}
