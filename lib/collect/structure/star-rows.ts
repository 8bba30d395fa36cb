/** Ratings drawn as five like pictures, told by comparing the rows of all records: nothing names them as stars. */
import type { RawRating } from "../document/rating";

const STARS = 5;
const DRAWN = /^(?:svg|i|img|span|div|li|use|em|b|mat-icon)$/;

interface Row {
  looks: string[];
}

/** @returns the rating of each record whose row of stars could be told; none where no row shows two looks */
export function readStarRows(records: Element[], isOther: (element: Element) => boolean): Map<Element, RawRating> {
  const rows = new Map<Element, Row>();
  for (const record of records) {
    const row = rowIn(record, (element) => element !== record && isOther(element));
    if (row) rows.set(record, row);
  }
  const full = fullLook([...rows.values()]);
  const found = new Map<Element, RawRating>();
  if (full === undefined || rows.size < records.length * 0.5) return found;
  for (const [record, { looks }] of rows) {
    const rating = looks.filter((look) => look === full).length;
    if (rating > 0) found.set(record, { rating, ratingScale: STARS });
  }
  return found;
}

/** The look that comes first wherever a row has two, and that no such row ends with. */
function fullLook(rows: Row[]): string | undefined {
  const mixed = rows.filter(({ looks }) => new Set(looks).size === 2);
  const first = mixed[0]?.looks[0];
  return mixed.length && mixed.every(({ looks }) => looks[0] === first && looks.at(-1) !== first) ? first : undefined;
}

function rowIn(record: Element, isOther: (element: Element) => boolean): Row | undefined {
  let seen = 0;
  for (const element of record.querySelectorAll("*")) {
    if (seen++ > 200) return undefined;
    if (element.childElementCount !== STARS || isOther(element) || element.textContent?.trim()) continue;
    const children = [...element.children];
    const [first] = children;
    if (!first || !DRAWN.test(first.localName) || children.some(({ localName }) => localName !== first.localName))
      continue;
    const looks = children.map(lookOf);
    if (isPrefix(looks)) return { looks };
  }
  return undefined;
}

/** One look, or one followed by another. */
function isPrefix(looks: string[]): boolean {
  const changes = looks.slice(1).filter((look, index) => look !== looks[index]).length;
  return changes <= 1;
}

function lookOf(star: Element): string {
  const parts = [star, ...star.querySelectorAll("*")].slice(0, 5);
  return parts
    .map((part) =>
      ["class", "style", "fill", "color", "src", "href", "d", "data-icon", "name"]
        .map((name) => part.getAttribute(name) ?? "")
        .join("|"),
    )
    .join(" ");
}
