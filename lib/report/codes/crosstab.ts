/** Codes against what is known of their texts, counted in passages and in reviews. */
import type { Coder } from "../../domain";
import { type Coding, usesOf } from "./coding";
import { columnsOf, type Dimension, UNKNOWN } from "./dimensions";
import { fisherExact, holm } from "./exact-test";

/** Columns with fewer reviews get no share and no test: one review more or less would turn them over. */
export const FEW = 5;

/** Adjusted chances below it are called a difference. */
export const LEVEL = 0.05;

export interface CrossColumn {
  /** A value of the dimension; `UNKNOWN`: there is none. */
  id: string;
  /** What shares are of: reviews in the column, whether anything in them was coded or not; pages with notes count as one each. */
  texts: number;
  few: boolean;
}

export interface CrossCell {
  /** Ids of its passages. */
  passages: readonly string[];
  /** Texts that hold one of them. */
  texts: number;
  /** Of the texts of its column, 0–1; absent where these are too few. */
  share?: number;
  /** Chance that such a difference from the other columns arises by itself (Fisher's exact test, two-sided, Holm over the table), where it was tested. */
  chance?: number;
  /** Only where that chance is below `LEVEL`. */
  differs?: "more" | "fewer";
}

export interface CrossRow {
  codeId: string;
  passages: readonly string[];
  texts: number;
  /** One for each column. */
  cells: readonly CrossCell[];
}

export interface Crosstab {
  dimension: Dimension;
  columns: readonly CrossColumn[];
  /** The most used code first. */
  rows: readonly CrossRow[];
  /** Reviews at hand, and texts with a passage in them. */
  reviews: number;
  noted: number;
  /** How many cells were tested; 0 where the columns do not part the reviews, so that no such test is valid. */
  tested: number;
}

export function crosstabOf(coding: Coding, dimension: Dimension, coders: readonly Coder[]): Crosstab {
  const columns = columnsOf(dimension, coding, coders);
  const inColumn = new Map(columns.ids.map((id) => [id, new Set<string>()]));
  for (const review of coding.evidence.reviews) {
    for (const id of columns.columnsOfReview(review)) inColumn.get(id)?.add(review.id);
  }
  const placed = new Map(coding.passages.map((passage) => [passage.id, columns.columnsOfPassage(passage)]));
  // pages and reviews that are not at hand have no value but the passage's own
  for (const passage of coding.passages) {
    for (const id of placed.get(passage.id) ?? []) {
      if (!inColumn.has(id)) inColumn.set(id, new Set());
      if (!passage.review || !columns.ofReviews) inColumn.get(id)?.add(passage.textId);
    }
  }
  const ids = [...inColumn.keys()].filter((id) => (inColumn.get(id)?.size ?? 0) > 0);
  const heads = ids.map((id): CrossColumn => {
    const texts = inColumn.get(id)?.size ?? 0;
    return { id, texts, few: texts < FEW };
  });
  const textOf = new Map(coding.passages.map(({ id, textId }) => [id, textId]));
  const rows = usesOf(coding).map((use): CrossRow => {
    const byColumn = new Map(ids.map((id) => [id, [] as string[]]));
    for (const passage of use.passages) for (const id of placed.get(passage) ?? []) byColumn.get(id)?.push(passage);
    const cells = heads.map((head): CrossCell => {
      const passages = byColumn.get(head.id) ?? [];
      const texts = new Set(passages.map((id) => textOf.get(id))).size;
      return { passages, texts, ...(head.few ? {} : { share: texts / head.texts }) };
    });
    return { codeId: use.codeId, passages: use.passages, texts: use.texts.length, cells };
  });
  const noted = new Set(textOf.values()).size;
  const table: Crosstab = {
    dimension,
    columns: heads,
    rows,
    reviews: coding.evidence.reviews.length,
    noted,
    tested: 0,
  };
  return columns.ofReviews ? tested(table, coding, inColumn) : table;
}

/** Each column against all other reviews of which the value is known; columns where one of both is too small are left out. */
function tested(table: Crosstab, { passages, evidence }: Coding, inColumn: ReadonlyMap<string, Set<string>>): Crosstab {
  const unknown = inColumn.get(UNKNOWN) ?? new Set();
  // without a segment a review is still one of the others
  const population = evidence.reviews.filter(({ id }) => table.dimension === "segment" || !unknown.has(id));
  const members = new Set(population.map(({ id }) => id));
  const textsOf = new Map<string, Set<string>>();
  for (const { codeIds, textId } of passages) {
    if (!members.has(textId)) continue;
    for (const codeId of codeIds) {
      const those = textsOf.get(codeId);
      if (those) those.add(textId);
      else textsOf.set(codeId, new Set([textId]));
    }
  }
  const trials = table.rows.flatMap(({ codeId, cells }, row) =>
    table.columns.flatMap(({ id, texts, few }, column) => {
      const ofOutside = population.length - texts;
      if (few || id === UNKNOWN || ofOutside < FEW) return [];
      const within = cells[column]?.texts ?? 0;
      const outside = (textsOf.get(codeId)?.size ?? 0) - within;
      const counts = { within, of: texts, outside, ofOutside };
      return [{ row, column, more: within / texts > outside / ofOutside, chance: fisherExact(counts) }];
    }),
  );
  const chances = holm(trials.map(({ chance }) => chance));
  const found = new Map(
    trials.map((trial, i) => [`${trial.row} ${trial.column}`, { ...trial, chance: chances[i] ?? 1 }]),
  );
  const rows = table.rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c): CrossCell => {
      const trial = found.get(`${r} ${c}`);
      if (!trial) return cell;
      const { chance, more } = trial;
      return { ...cell, chance, ...(chance < LEVEL ? { differs: more ? ("more" as const) : ("fewer" as const) } : {}) };
    }),
  }));
  return { ...table, rows, tested: trials.length };
}
