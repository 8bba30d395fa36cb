/** Reviews from a file: CSV or TSV, NDJSON or JSON, or what `earshot collect` printed. Bad rows are told and left out. */
import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import type { Review, ReviewKind } from "../lib/domain";
import { FIELDS, type Field, matchColumns } from "./review-columns";
import { readRating } from "./review-rating";

export interface ReviewsFile {
  reviews: Review[];
  /** Rows that could not be used; each was told to `tell`. */
  failed: number;
}

/** Options of `parseArgs` that name columns: `--body`, `--rating`, `--id` … */
export const COLUMN_OPTIONS = Object.fromEntries(FIELDS.map((field) => [field, { type: "string" }])) as Record<
  Field,
  { type: "string" }
>;

/** What `--help` says about input. */
export const INPUT_HELP = `FILE is CSV, TSV, NDJSON or JSON ("-" reads standard input); the output of "earshot collect" is taken as it is.
Columns are recognised by their names in several languages, or named:
  --body NAME  --title NAME  --rating NAME  --ratingScale NAME  --id NAME  --author NAME  --date NAME  --language NAME  --subject NAME`;

type Row = Record<string, unknown>;

/**
 * @param named columns given by hand
 * @param tell takes one sentence per problem
 * @throws Error with a sentence when the file cannot be read or has no column of texts
 */
export async function readReviewsFile(
  file: string,
  named: ReadonlyMap<Field, string>,
  tell: (sentence: string) => void,
): Promise<ReviewsFile> {
  const text = await readText(file, tell);
  const { rows, failed } = looksLikeJson(text) ? jsonRows(text, file, tell) : csvRows(text, file, tell);
  if (rows.length === 0 && failed === 0)
    throw new Error(`${file} has no rows. Give a table of reviews or lines of JSON.`);
  const columns = columnsOf(rows, named, file);
  const reviews: Review[] = [];
  const state: Reading = { columns, file, tell, ids: new Set(), highest: highestRating(rows, columns) };
  let bad = failed;
  for (const { row, line } of rows) {
    const review = reviewOf(row, line, state);
    if (review) reviews.push(review);
    else bad++;
  }
  return { reviews, failed: bad };
}

interface Numbered {
  row: Row;
  line: number;
}

interface Reading {
  columns: Map<Field, string>;
  file: string;
  tell: (sentence: string) => void;
  ids: Set<string>;
  highest: number;
}

async function readText(file: string, tell: (sentence: string) => void): Promise<string> {
  const bytes = await (file === "-" ? standardInput() : readFile(file)).catch((cause) => {
    throw new Error(`${file} cannot be read (${cause?.code ?? cause}). Check its name and rights.`);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    tell(`${file}: is not UTF-8; read as Windows-1252. Save it as UTF-8 if letters look wrong.`);
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

async function standardInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{|\[\s*(?:\{|\]))/u.test(text);
}

function csvRows(text: string, file: string, tell: (sentence: string) => void): { rows: Numbered[]; failed: number } {
  const tabs = /^[^\n,;]*\t/u.test(text);
  const parsed = Papa.parse<Row>(text, {
    header: true,
    skipEmptyLines: "greedy",
    ...(tabs ? { delimiter: "\t" } : {}),
  });
  const bad = new Set<number>();
  for (const { row, message, code } of parsed.errors) {
    if (code === "UndetectableDelimiter" || row === undefined) continue;
    // Extra cells do no harm to the named ones; missing ones are noticed when the body is.
    if (code === "TooManyFields" || code === "TooFewFields") continue;
    bad.add(row);
    tell(`${file}, row ${row + 2}: ${message}.`);
  }
  const rows = parsed.data.map((row, i) => ({ row, line: i + 2 })).filter((_, i) => !bad.has(i));
  return { rows, failed: bad.size };
}

function jsonRows(text: string, file: string, tell: (sentence: string) => void): { rows: Numbered[]; failed: number } {
  const whole = tryJson(text);
  if (whole !== undefined) return { rows: flatten(whole).map((row, i) => ({ row, line: i + 1 })), failed: 0 };
  const rows: Numbered[] = [];
  let failed = 0;
  for (const [i, line] of text.split("\n").entries()) {
    if (!line.trim()) continue;
    const value = tryJson(line);
    if (value === undefined || typeof value !== "object") {
      failed++;
      tell(`${file}, line ${i + 1}: is not a JSON object and was left out.`);
    } else rows.push(...flatten(value).map((row) => ({ row, line: i + 1 })));
  }
  return { rows, failed };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A page of `earshot collect` holds its reviews in a list; they share its subject. */
function flatten(value: unknown): Row[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (typeof value !== "object" || value === null) return [];
  const page = value as Row;
  if (!Array.isArray(page.reviews)) return [page];
  const subject = String(page.url || page.file || "file");
  return page.reviews.flatMap(flatten).map((row) => ({ subject, ...row }));
}

/** Columns by name; without a known one for the text, the column with the longest texts. */
function columnsOf(rows: readonly Numbered[], named: ReadonlyMap<Field, string>, file: string): Map<Field, string> {
  const names = [...new Set(rows.slice(0, 200).flatMap(({ row }) => Object.keys(row)))];
  for (const [field, name] of named) {
    if (!names.includes(name))
      throw new Error(`${file} has no column "${name}" (named by --${field}). It has: ${names.join(", ")}.`);
  }
  const columns = matchColumns(names, named);
  if (rows.length > 0 && !columns.has("body")) columns.set("body", longestColumn(rows, names, file));
  return columns;
}

function longestColumn(rows: readonly Numbered[], names: readonly string[], file: string): string {
  const lengthOf = (name: string) =>
    rows.slice(0, 200).reduce((sum, { row }) => sum + textOf(row[name]).length, 0) / Math.min(200, rows.length);
  const best = [...names].sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  if (best !== undefined && lengthOf(best) >= 15) return best;
  throw new Error(
    `${file} has no column that looks like review texts. Name it with --body. It has: ${names.join(", ")}.`,
  );
}

function highestRating(rows: readonly Numbered[], columns: Map<Field, string>): number {
  const name = columns.get("rating");
  if (name === undefined) return 5;
  return rows.reduce((most, { row }) => Math.max(most, readRating(row[name])?.value ?? 0), 0);
}

function reviewOf(row: Row, line: number, state: Reading): Review | undefined {
  const cell = (field: Field) => textOf(row[state.columns.get(field) ?? ""]).trim();
  const body = textOf(row[state.columns.get("body") ?? ""]);
  const bodyColumn = state.columns.get("body") ?? "body";
  if (row[bodyColumn] === undefined || row[bodyColumn] === null) {
    state.tell(`${state.file}, row ${line}: has no "${bodyColumn}" and was left out.`);
    return undefined;
  }
  const rating = readRating(row[state.columns.get("rating") ?? ""]);
  return {
    id: freshId(cell("id") || `row-${line}`, line, state),
    subjectId: cell("subject") || "file",
    kind: kindOf(row.kind),
    body,
    title: cell("title") || undefined,
    rating: rating?.value,
    ratingScale: rating && (rating.scale ?? (Number(cell("ratingScale")) || scaleFor(state.highest))),
    author: cell("author") || undefined,
    date: cell("date") || undefined,
    language: cell("language") || undefined,
    place: { url: "" },
    how: "file",
    collected: "",
  };
}

function freshId(id: string, line: number, { ids, file, tell }: Reading): string {
  if (!ids.has(id)) {
    ids.add(id);
    return id;
  }
  let copy = 2;
  while (ids.has(`${id}#${copy}`)) copy++;
  tell(`${file}, row ${line}: the id "${id}" was used before; this row is called "${id}#${copy}".`);
  ids.add(`${id}#${copy}`);
  return `${id}#${copy}`;
}

function kindOf(value: unknown): ReviewKind {
  return value === "comment" || value === "reply" ? value : "review";
}

function scaleFor(highest: number): number {
  return highest <= 5 ? 5 : highest <= 10 ? 10 : 100;
}

function textOf(value: unknown): string {
  return typeof value === "string"
    ? value
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
}
