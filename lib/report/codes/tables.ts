/** Passages, crosses and the codebook as plain tables: what every kind of file is written from. Review authors are in none of them. */
import type { Coder, Review, Span } from "../../domain";
import type { Phrase } from "../../locale";
import { type CodedPassage, type Coding, usesOf } from "./coding";
import type { Crosstab } from "./crosstab";
import type { Dimension } from "./dimensions";
import { contextOf } from "./retrieve";
import type { Together } from "./together";

export type TableCell = string | number;

export interface CodingTable {
  /** Of the sheet. */
  name: string;
  columns: readonly string[];
  rows: readonly (readonly TableCell[])[];
}

/** What is printed of what people wrote: as it stands, or with personal data hidden. */
export interface CodingMasks {
  passage(text: string, passage: Span, review?: Review): string;
  text(text: string): string;
}

export const UNMASKED: CodingMasks = {
  passage: (text, { start, end }) => text.slice(start, end),
  text: (text) => text,
};

export interface TableTexts {
  phrase: Phrase;
  masks: CodingMasks;
  /** What a column of a cross is called. */
  columnName(dimension: Dimension, id: string): string;
  coderName(coder: Coder | undefined): string;
}

/** A passage as files print it. */
export interface PrintedPassage {
  before: string;
  text: string;
  after: string;
  note: string;
  tags: string;
  stars: string;
  date: string;
  language: string;
  source: string;
  url: string;
}

export function printed(passage: CodedPassage, coding: Coding, masks: CodingMasks): PrintedPassage {
  const { note, review, start, end } = passage;
  const around = contextOf(passage, coding);
  const inReview = review && start !== undefined && end !== undefined;
  const cut = (from: number, to: number, words: string) =>
    inReview ? masks.passage(review.body, { start: from, end: to }, review) : masks.text(words);
  const [from = 0, to = 0] = [start, end];
  return {
    before: cut(from - around.before.length, from, around.before).trim(),
    text: cut(from, to, around.text).trim(),
    after: cut(to, to + around.after.length, around.after).trim(),
    note: masks.text(note.note),
    tags: masks.text(note.tags.join("; ")),
    stars: review?.rating === undefined ? "" : `${review.rating}${review.ratingScale ? `/${review.ratingScale}` : ""}`,
    date: review?.date ?? "",
    language: review?.finding?.language ?? review?.language ?? "",
    source: masks.text(note.target?.title ?? ""),
    url: review?.place.url ?? note.target?.url ?? "",
  };
}

const PASSAGE_COLUMNS = [
  ...["codes", "text", "note", "tags", "before", "after", "stars", "date", "language"],
  ...["coder", "made", "source", "url"],
];

/** One passage a row; its codes by name, the ones above in front where a code is a part. */
export function passageTable(
  passages: readonly CodedPassage[],
  coding: Coding,
  coders: readonly Coder[],
  { phrase, masks, coderName }: TableTexts,
): CodingTable {
  const paths = codePaths(coding, masks);
  const byId = new Map(coders.map((coder) => [coder.id, coder]));
  const rows = passages.map((passage) => {
    const one = printed(passage, coding, masks);
    const codes = passage.note.codeIds.flatMap((id) => paths.get(id) ?? []).join("; ");
    const { coderId, created } = passage.note;
    return [
      ...[codes, one.text, one.note, one.tags, one.before, one.after, one.stars, one.date, one.language],
      ...[coderName(byId.get(coderId)), created, one.source, one.url],
    ];
  });
  const columns = PASSAGE_COLUMNS.map((column) => phrase("queryColumn", { column }));
  return { name: phrase("querySheet", { sheet: "passages" }), columns, rows };
}

/** Names from the top down to each code. */
export function codePaths({ codes, above }: Coding, masks: CodingMasks): Map<string, string> {
  const names = new Map(codes.map(({ id, name }) => [id, masks.text(name)]));
  return new Map(
    codes.map(({ id }) => [
      id,
      [id, ...(above.get(id) ?? [])]
        .map((one) => names.get(one) ?? "")
        .reverse()
        .join(" > "),
    ]),
  );
}

/** One cell of the cross a row, so that it can be counted on: passages, reviews, what the share is of, and the chance where it was tested. */
export function crossTable(table: Crosstab, coding: Coding, { phrase, masks, columnName }: TableTexts): CodingTable {
  const paths = codePaths(coding, masks);
  const rows = table.rows.flatMap(({ codeId, cells }) =>
    table.columns.map(({ id, texts }, i): TableCell[] => {
      const { passages = [], texts: holding = 0, share, chance, differs } = cells[i] ?? {};
      const verdict = differs ?? (chance === undefined ? "untested" : "none");
      return [
        ...[paths.get(codeId) ?? "", masks.text(columnName(table.dimension, id)), passages.length, holding, texts],
        ...[share ?? "", chance ?? "", phrase("queryVerdict", { verdict })],
      ];
    }),
  );
  const columns = ["code", table.dimension, "passages", "reviews", "of", "share", "chance", "verdict"];
  return {
    name: phrase("querySheet", { sheet: table.dimension }),
    columns: columns.map((column) => phrase("queryColumn", { column })),
    rows,
  };
}

/** One pair of codes a row, those that are together at least once. */
export function togetherTable(together: Together, coding: Coding, { phrase, masks }: TableTexts): CodingTable {
  const paths = codePaths(coding, masks);
  const rows = together.codeIds.flatMap((one, i) =>
    together.codeIds.slice(i + 1).flatMap((other): TableCell[][] => {
      const cell = together.cell(one, other);
      if (!cell || cell.both === 0) return [];
      return [[paths.get(one) ?? "", paths.get(other) ?? "", cell.both, cell.either, cell.coefficient]];
    }),
  );
  const columns = ["code", "other_code", "both", "either", "coefficient"];
  return {
    name: phrase("querySheet", { sheet: `together_${together.within}` }),
    columns: columns.map((column) => phrase("queryColumn", { column })),
    rows,
  };
}

export function codebookTable(coding: Coding, { phrase, masks }: TableTexts): CodingTable {
  const paths = codePaths(coding, masks);
  const uses = new Map(usesOf(coding).map((use) => [use.codeId, use]));
  const words = (parts: readonly string[] = []) => masks.text(parts.join("\n"));
  const rows = coding.codes.map((code) => [
    ...[paths.get(code.id) ?? "", masks.text(code.description), words(code.include), words(code.exclude)],
    ...[uses.get(code.id)?.passages.length ?? 0, uses.get(code.id)?.texts.length ?? 0],
  ]);
  const columns = ["code", "definition", "include", "exclude", "passages", "reviews"];
  return {
    name: phrase("querySheet", { sheet: "codebook" }),
    columns: columns.map((column) => phrase("queryColumn", { column })),
    rows,
  };
}
