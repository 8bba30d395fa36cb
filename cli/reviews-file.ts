/** Reviews from a file, read as the panel reads them; bad rows are told in a sentence each and left out. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { FIELDS, type Field } from "../lib/collect/files/columns/field-names";
import { type ColumnMap, guessColumns } from "../lib/collect/files/columns/guess";
import { toTable } from "../lib/collect/files/columns/header";
import { type Content, ContentReader } from "../lib/collect/files/content";
import { FileProblem } from "../lib/collect/files/problem";
import { bodyOf, cellText, kindOf, ratingOf, scaleOf } from "../lib/collect/files/records/record";
import type { LeftOut, Row, Table } from "../lib/collect/files/table";
import type { Review } from "../lib/domain";

export type { Field };

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
export const INPUT_HELP = `FILE is CSV, TSV, XLSX, NDJSON, JSON or plain text ("-" reads standard input); the output of "earshot collect" is taken as it is.
Columns are recognised by their names in several languages and by their cells, or named:
  --body NAME  --title NAME  --rating NAME  --ratingScale NAME  --id NAME  --author NAME  --date NAME  --language NAME  --subject NAME`;

type Tell = (sentence: string) => void;

/**
 * @param named columns given by hand
 * @param tell takes one sentence per problem
 * @throws Error with a sentence when the file cannot be read or has no column of texts
 */
export async function readReviewsFile(
  file: string,
  named: ReadonlyMap<Field, string>,
  tell: Tell,
): Promise<ReviewsFile> {
  const content = await open(file, tell);
  const table = toTable(content.grid, named.size > 0 && content.format !== "text" ? true : undefined);
  const told = table.leftOut.filter(({ why }) => why !== "above-header");
  for (const row of told) tell(`${file}, ${table.unit} ${row.number}: ${WHY[row.why]} and was left out.`);
  const columns = columnsOf(table, named, file);
  const width = table.columns.length;
  const rules = { columns, scale: scaleOf(table, columns), width, delimiter: content.delimiter };
  const ids = new Set<string>();
  const reviews = table.rows.flatMap((row) => reviewOf(row, { file, table, rules, ids, tell }) ?? []);
  return { reviews, failed: told.length + table.rows.length - reviews.length };
}

const WHY: Record<LeftOut["why"], string> = {
  "no-text": "has no text",
  repeated: "was there before",
  quotes: "has a quotation mark that is never closed",
  "broken-json": "is not a JSON object",
  "not-an-object": "is not a JSON object",
  "above-header": "stands above the names of the columns",
};

interface Reading {
  file: string;
  table: Table;
  rules: { columns: ColumnMap; scale: number; width: number; delimiter?: string };
  ids: Set<string>;
  tell: Tell;
}

async function open(file: string, tell: Tell): Promise<Content> {
  const bytes = await (file === "-" ? standardInput() : readFile(file)).catch((cause) => {
    throw new Error(`${file} cannot be read (${cause?.code ?? cause}). Check its name and rights.`);
  });
  const content = await new ContentReader(file === "-" ? file : basename(file), new Uint8Array(bytes))
    .read({})
    .catch((error) => {
      throw error instanceof FileProblem ? new FileProblem(error.code, file, error.cause) : error;
    });
  const { encoding, sure = true } = content.decoded ?? {};
  if (!sure) tell(`${file}: is not UTF-8; read as ${encoding}. Save it as UTF-8 if letters look wrong.`);
  return content;
}

async function standardInput(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** Columns named by hand, and the others as guessed. @throws Error when a name is not there, or no column holds texts */
function columnsOf(table: Table, named: ReadonlyMap<Field, string>, file: string): ColumnMap {
  const all = table.columns.join(", ");
  const byHand = new Map(
    [...named].map(([field, name]) => {
      const column = table.columns.indexOf(name);
      if (column < 0) throw new Error(`${file} has no column "${name}" (named by --${field}). It has: ${all}.`);
      return [field, [column]] as const;
    }),
  );
  const columns = guessColumns(table, byHand);
  if (table.rows.length > 0 && !columns.has("body"))
    throw new Error(`${file} has no column that looks like review texts. Name it with --body. It has: ${all}.`);
  return columns;
}

function reviewOf(row: Row, { file, table, rules, ids, tell }: Reading): Review | undefined {
  const bodyColumns = rules.columns.get("body") ?? [];
  if (bodyColumns.every((column) => row.cells[column] === undefined)) {
    const name = table.columns[bodyColumns[0] ?? 0] ?? "body";
    tell(`${file}, row ${row.number}: has no "${name}" and was left out.`);
    return undefined;
  }
  const cell = (field: Field) => cellText(row, rules.columns.get(field)?.[0], rules).trim() || undefined;
  const rating = ratingOf(row, rules);
  return {
    id: freshId(cell("id") ?? `row-${row.number}`, row.number, { file, ids, tell }),
    subjectId: cell("subjectUrl") ?? cell("subject") ?? "file",
    kind: kindOf(cell("kind")),
    body: bodyOf(row, rules),
    title: cell("title"),
    rating: rating?.value,
    ratingScale: rating?.scale,
    author: cell("author"),
    date: cell("date"),
    language: cell("language"),
    place: { url: "" },
    how: "file",
    collected: "",
  };
}

/** Results are found again by their id, so every row has one of its own. */
function freshId(id: string, row: number, { file, ids, tell }: Pick<Reading, "file" | "ids" | "tell">): string {
  let fresh = id;
  for (let copy = 2; ids.has(fresh); copy++) fresh = `${id}#${copy}`;
  if (fresh !== id) tell(`${file}, row ${row}: the id "${id}" was used before; this row is called "${fresh}".`);
  ids.add(fresh);
  return fresh;
}
