/**
 * Reviews that a person brings, from opening to captures: what it is taken for is shown, can be changed, and is then handed
 * over in batches. Pure but for time; runs in a worker of the panel and in Node.
 */
import type { Capture, RawReview } from "../site";
import { documentAddress, subjectAddress } from "./address";
import type { Field } from "./columns/field-names";
import { type ColumnMap, guessColumns } from "./columns/guess";
import { toTable } from "./columns/header";
import { type Content, type ContentChoices, ContentReader } from "./content";
import { type ImportSource, type Preview, previewOf } from "./preview";
import { dateOrderOf, type FileRecord, type RecordRules, scaleOf } from "./records/record";
import { type FileRecords, Identities, readRecords } from "./records/records";
import { type Subjects, subjectsOf } from "./subjects";
import type { Table } from "./table";

/** What a person may change; absent means guessed. */
export interface ImportChoices extends ContentChoices {
  /** The first row names the columns. */
  header?: boolean;
  /** What a column holds, by its position; "" for nothing. Columns that are not named here keep the guess. */
  fields?: ReadonlyMap<number, Field | "">;
  /** Best rating, for ratings that do not say it. */
  scale?: number;
  order?: "day-first" | "month-first";
  /** What the reviews are about. */
  subject?: string;
  /** Rows that name different subjects are kept apart. */
  apart?: boolean;
}

/** Reviews of one capture: few enough that storing them leaves room for everything else. */
const BATCH = 1000;

export interface OpenTable {
  content: Content;
  table: Table;
  columns: ColumnMap;
  rules: RecordRules;
  ambiguousDates: boolean;
}

/** A file or text that is open for import. */
export class Import {
  #source: ImportSource;
  #reader: ContentReader;
  #now: Date;
  #current: (FileRecords & { subjects: Subjects }) | undefined;

  /**
   * @param content bytes of a file, or a text
   * @param now relative dates ("2 days ago") count from here
   * @throws FileProblem when it is too large
   */
  constructor(source: ImportSource, content: Uint8Array | string, now = new Date()) {
    this.#source = source;
    this.#reader = new ContentReader(source.name, content);
    this.#now = now;
  }

  /** Reads it with these choices. @throws FileProblem when nothing in it can be read */
  async preview(choices: ImportChoices = {}): Promise<Preview> {
    const open = await openTable(this.#reader, choices, this.#source.how, this.#now);
    const read = readRecords(open.table, open.rules);
    const subjects = subjectsOf(read.records, this.#source, choices);
    this.#current = { ...read, subjects };
    return previewOf(open, read, subjects);
  }

  /** What was last shown, in batches of one subject each. Same file, same ids. */
  async *captures(signal?: AbortSignal): AsyncGenerator<Capture> {
    if (!this.#current) await this.preview();
    const { records = [], subjects } = this.#current ?? {};
    const identities = new Identities(records);
    const groups = new Map<string, FileRecord[]>();
    for (const one of records) {
      const name = (subjects?.apart && one.subject) || subjects?.name || this.#source.name;
      const group = groups.get(name);
      if (group) group.push(one);
      else groups.set(name, [one]);
    }
    for (const [name, group] of groups) {
      for (let start = 0; start < group.length; start += BATCH) {
        signal?.throwIfAborted();
        yield this.#capture(name, await identities.give(group.slice(start, start + BATCH)));
      }
    }
  }

  #capture(name: string, reviews: RawReview[]): Capture {
    const { how, page, name: file } = this.#source;
    const ofPage = page && page.name === name ? page.url : undefined;
    const url = ofPage ?? documentAddress(how === "file" ? { how, name: file } : { how: "pasted" });
    return {
      url,
      title: file,
      subject: { name, url: ofPage ?? subjectAddress(name) },
      reviews: page && !ofPage ? reviews.map((review) => ({ ...review, url: review.url ?? page.url })) : reviews,
      readAt: this.#now.toISOString(),
      more: { buttons: [], expanders: [] },
      warnings: [],
    };
  }
}

/** Reads the rows, finds their columns and what they have in common. @throws FileProblem when there are none */
export async function openTable(
  reader: ContentReader,
  choices: ImportChoices,
  how: string,
  now: Date,
): Promise<OpenTable> {
  const content = await reader.read(choices);
  const table = toTable(content.grid, choices.header);
  const columns = withChoices(guessColumns(table), choices.fields);
  const dates = dateOrderOf(table, columns, now, content.delimiter === ";" ? "day-first" : "month-first");
  const rules: RecordRules = {
    columns,
    scale: choices.scale ?? scaleOf(table, columns),
    dates: { now, order: choices.order ?? dates.order },
    how,
    width: table.columns.length,
    delimiter: content.delimiter,
  };
  return { content, table, columns, rules, ambiguousDates: dates.ambiguous };
}

/** A column holds one thing, and a thing stands in one column: a choice takes it away from the column that had it. */
function withChoices(guess: ColumnMap, fields: ReadonlyMap<number, Field | ""> = new Map()): ColumnMap {
  const columns = new Map<Field, number[]>();
  for (const [field, guessed] of guess) {
    const taken = field !== "body" && [...fields.values()].includes(field);
    const left = taken ? [] : guessed.filter((column) => !fields.has(column));
    if (left.length > 0) columns.set(field, left);
  }
  for (const [column, field] of fields) {
    if (field === "body")
      columns.set(
        field,
        [...(columns.get(field) ?? []), column].sort((a, b) => a - b),
      );
    else if (field) columns.set(field, [column]);
  }
  return columns;
}
