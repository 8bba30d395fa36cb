/** Which column holds what: by its name, checked against its cells; where names say nothing, by the cells alone. */

import type { Table } from "../table";
import { type ColumnLook, lookAtColumns } from "./cell-kinds";
import { FIELDS, type Field, isFieldName, isHalf, nameRank } from "./field-names";

/** Columns by what they hold, as positions. Only the body may stand in several: they are read one below the other. */
export type ColumnMap = ReadonlyMap<Field, readonly number[]>;

/** @param named columns given by hand, which no guess takes away */
export function guessColumns(
  table: Pick<Table, "columns" | "named" | "rows" | "fields">,
  named: ColumnMap = new Map(),
): ColumnMap {
  if (table.fields && named.size === 0) return new Map(table.fields.map((field, column) => [field, [column]]));
  const looks = lookAtColumns(table.rows, table.columns.length);
  const found = new Map<Field, number[]>([...named].map(([field, columns]) => [field, [...columns]]));
  const used = new Set([...named.values()].flat());
  const take = (field: Field, column: number | undefined) => {
    if (column === undefined || found.has(field) || used.has(column)) return;
    found.set(field, [column]);
    used.add(column);
  };
  const free = () => looks.map((look, column) => ({ look, column })).filter(({ column }) => !used.has(column));
  for (const field of FIELDS) take(field, byName(field, table.columns, looks, used));
  if (!named.has("body")) addHalves(found, used, table.columns, looks);
  take("body", longest(free()));
  // "Votes" and "Comments" are small numbers as well, but not ratings.
  const unnamed = free().filter(({ column }) => !table.named || !isFieldName(table.columns[column] ?? ""));
  take("rating", unnamed.find(({ look }) => looksLikeRatings(look))?.column);
  take("date", free().find(({ look }) => look.dates >= 0.8)?.column);
  take("url", free().find(({ look }) => look.links >= 0.9 && look.distinct >= 0.5)?.column);
  if (!table.named && table.columns.length > 1) {
    take("title", free().find(({ look }) => isProse(look) && look.length >= 14 && look.distinct >= 0.5)?.column);
    take("author", free().find(({ look }) => look.names >= 0.8 && look.distinct >= 0.5)?.column);
  }
  return found;
}

/** The column whose name is the most telling one for a field and whose cells do not speak against it. */
function byName(
  field: Field,
  columns: readonly string[],
  looks: readonly ColumnLook[],
  used: ReadonlySet<number>,
): number | undefined {
  return columns
    .map((name, column) => ({ column, rank: used.has(column) ? undefined : nameRank(field, name) }))
    .filter(({ column, rank }) => rank !== undefined && FITS[field](looks[column] ?? EMPTY))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))[0]?.column;
}

const EMPTY: ColumnLook = {
  filled: 0,
  length: 0,
  distinct: 0,
  numbers: 0,
  ratings: 0,
  dates: 0,
  links: 0,
  flags: 0,
  languages: 0,
  names: 0,
  sentences: 0,
  counting: false,
};

const isFilled = ({ filled }: ColumnLook) => filled > 0;
const isProse = ({ filled, numbers, links, dates, ratings }: ColumnLook) =>
  filled > 0 && numbers < 0.5 && links < 0.5 && dates < 0.5 && ratings < 0.5;
const isName = ({ filled, sentences, links }: ColumnLook) => filled > 0 && sentences < 0.8 && links < 0.5;
const isLink = ({ links }: ColumnLook) => links >= 0.5;

/** Whether cells may be what the name of their column says: "Comments" can hold texts or count them. */
const FITS: Record<Field, (look: ColumnLook) => boolean> = {
  id: ({ filled, distinct, sentences }) => filled > 0 && distinct >= 0.5 && sentences < 0.5,
  body: isProse,
  title: isProse,
  rating: ({ numbers, ratings }) => numbers >= 0.6 || ratings >= 0.6,
  ratingScale: ({ numbers }) => numbers >= 0.8,
  author: isName,
  date: ({ dates, numbers, sentences }) => sentences < 0.5 && (dates >= 0.3 || numbers >= 0.8),
  language: ({ filled, length }) => filled > 0 && length < 20,
  subject: isName,
  verified: ({ flags }) => flags >= 0.6,
  helpful: ({ filled, sentences, length }) => filled > 0 && sentences < 0.5 && length < 50,
  variant: isFilled,
  location: isName,
  url: isLink,
  subjectUrl: isLink,
  kind: isName,
  replyTo: isName,
};

/** "Pros" and "Cons" belong to the body, in the order of the table, whether or not there is a text beside them. */
function addHalves(
  found: Map<Field, number[]>,
  used: Set<number>,
  columns: readonly string[],
  looks: readonly ColumnLook[],
): void {
  const halves = columns.flatMap((name, column) =>
    !used.has(column) && isHalf(name) && isProse(looks[column] ?? EMPTY) ? [column] : [],
  );
  if (halves.length < 2) return;
  for (const column of halves) used.add(column);
  found.set(
    "body",
    [...(found.get("body") ?? []), ...halves].sort((a, b) => a - b),
  );
}

/** The longest and most varied texts. */
function longest(columns: readonly { look: ColumnLook; column: number }[]): number | undefined {
  const worth = ({ length, distinct }: ColumnLook) => length * (0.2 + distinct);
  return columns
    .filter(({ look }) => isProse(look) && look.length >= 15)
    .sort((a, b) => worth(b.look) - worth(a.look))[0]?.column;
}

/** Few different values within ten points, neither yes and no nor a count of the rows. */
function looksLikeRatings({ ratings, distinct, filled, flags, counting }: ColumnLook): boolean {
  return ratings >= 0.9 && distinct * filled <= 21 && flags < 0.95 && !(counting && filled > 5);
}
