/** One row as the review it holds: raw strings where parsing comes later, numbers and dates where the whole file decides. */
import type { ReviewKind } from "../../../domain";
import { cleanText, saysSomething } from "../../normalise/clean";
import { type DateContext, type Order, orderOf, parseDate } from "../../normalise/date";
import type { RawReview } from "../../site";
import { readFlag } from "../columns/cell-kinds";
import type { Field } from "../columns/field-names";
import type { ColumnMap } from "../columns/guess";
import { type Row, type Table, textOf } from "../table";
import { type Rating, readRating, scaleFor } from "./rating";
import { decodeReferences } from "./references";

/** What the rows of a file have in common. */
export interface RecordRules {
  columns: ColumnMap;
  /** Best rating, for ratings that do not say it themselves. */
  scale: number;
  dates: DateContext;
  /** How it came here: "file", "pasted", "selected". */
  how: string;
  /** How many columns the table has, and what stood between the cells: a text in the last column may hold it unquoted. */
  width: number;
  delimiter?: string;
}

export interface FileRecord {
  number: number;
  record: RawReview;
  /** What the row says it is about. */
  subject?: string;
}

/** Reads one cell, or the last one with all that its line has too much. */
export function cellText(
  { cells }: Row,
  column: number | undefined,
  rules: Pick<RecordRules, "width" | "delimiter">,
): string {
  if (column === undefined) return "";
  if (column === rules.width - 1 && rules.delimiter && cells.length > rules.width)
    return decodeReferences(cells.slice(column).map(textOf).join(rules.delimiter));
  return decodeReferences(textOf(cells[column]));
}

/** @returns the body as it stands; several columns one below the other */
export function bodyOf(row: Row, rules: Pick<RecordRules, "columns" | "width" | "delimiter">): string {
  const texts = (rules.columns.get("body") ?? []).map((column) => cellText(row, column, rules));
  return texts.length === 1 ? (texts[0] ?? "") : texts.filter((text) => text.trim()).join("\n");
}

/** The rating of a row on its own scale; undefined when there is none. */
export function ratingOf(
  row: Row,
  { columns, scale }: Pick<RecordRules, "columns" | "scale">,
): Required<Rating> | undefined {
  const rating = readRating(row.cells[columns.get("rating")?.[0] ?? -1]);
  if (!rating) return undefined;
  const own = Number(textOf(row.cells[columns.get("ratingScale")?.[0] ?? -1]).replace(",", "."));
  return { value: rating.value, scale: rating.scale ?? (own > 0 ? own : scale) };
}

/** @returns undefined when the row holds neither words nor stars of anybody */
export function recordOf(row: Row, rules: RecordRules): FileRecord | undefined {
  const cell = (field: Field) => cellText(row, rules.columns.get(field)?.[0], rules).trim() || undefined;
  const body = bodyOf(row, rules);
  const rating = ratingOf(row, rules);
  const [title, author, date] = [cell("title"), cell("author"), dateOf(cell("date"), rules.dates)];
  const words = saysSomething(cleanText(body)) || (title !== undefined && saysSomething(cleanText(title)));
  if (!words && !(rating && (author || date))) return undefined;
  const record: RawReview = {
    kind: kindOf(cell("kind")),
    body,
    title,
    rating: rating?.value,
    ratingScale: rating?.scale,
    author,
    date,
    language: cell("language"),
    verified: readFlag(cell("verified") ?? "") || undefined,
    helpful: cell("helpful"),
    variant: cell("variant"),
    location: cell("location"),
    nativeId: cell("id"),
    replyTo: cell("replyTo"),
    url: linkOf(cell("url")) ?? linkOf(cell("subjectUrl")),
    how: rules.how,
  };
  return { number: row.number, record, subject: cell("subject") };
}

/** Only pages can be gone to; any other address in a file is text. */
function linkOf(text: string | undefined): string | undefined {
  return text && /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined;
}

export function kindOf(value: unknown): ReviewKind {
  return value === "comment" || value === "reply" ? value : "review";
}

/** Spreadsheets count days from the end of 1899 (ECMA-376 part 1, 18.17.4.1); these are 1954 to 2100. */
const SERIAL = /^[2-7]\d{4}(?:[.,]\d+)?$/;

function dateOf(text: string | undefined, context: DateContext): string | undefined {
  if (!text) return undefined;
  if (!SERIAL.test(text)) return parseDate(text, context) ?? text;
  const days = Math.floor(Number(text.replace(",", ".")));
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The scale for ratings that do not name theirs, from the highest one; values beyond 100 are no ratings. */
export function scaleOf({ rows }: Pick<Table, "rows">, columns: ColumnMap): number {
  const column = columns.get("rating")?.[0];
  if (column === undefined) return 5;
  let highest = 0;
  for (const { cells } of rows) {
    const rating = readRating(cells[column]);
    if (rating && rating.scale === undefined && rating.value <= 100) highest = Math.max(highest, rating.value);
  }
  return scaleFor(highest);
}

export interface DateOrder {
  order: Order;
  /** Dates such as 03/04/2024 are there, and none says which number is the month. */
  ambiguous: boolean;
}

const TWO_NUMBERS = /\b\d{1,2}[/-]\d{1,2}[/-](?:19|20)?\d\d\b/;

/** @param usual what is taken when no date of the file proves one of the two */
export function dateOrderOf({ rows }: Pick<Table, "rows">, columns: ColumnMap, now: Date, usual: Order): DateOrder {
  const column = columns.get("date")?.[0];
  const dates = column === undefined ? [] : rows.map(({ cells }) => textOf(cells[column]));
  const proven = orderOf(dates, now);
  return { order: proven ?? usual, ambiguous: !proven && dates.some((text) => TWO_NUMBERS.test(text.slice(0, 100))) };
}
