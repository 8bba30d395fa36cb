/** Reads a document by a recipe; what the recipe leaves open is found as on any page. */

import { pathTo } from "../document/path";
import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import type { RawReview } from "../site";
import { readSite, type SiteReading } from "../sites/read-site";
import { cleanName } from "../structure/author";
import { scan } from "../structure/marks";
import { thread } from "../structure/threads";
import { type AsAny, readAsAny } from "./read-as-any";
import type { OwnRules } from "./recipe";
import { matchesOf } from "./record-selector";

export async function readRecipe(roots: Root[], rules: OwnRules, slices: Slices): Promise<SiteReading> {
  const elements = matchesOf(rules.record, roots);
  if (elements.length === 0) return { reviews: [], elements: [] };
  const marks = await scan(roots, slices);
  const asAny = await readAsAny(elements, marks, slices);
  const { reviews, elements: found } = await readSite(roots, rules, slices);
  const ruled = new Map(found.map((element, index) => [element, reviews[index]]));
  const placed: { element: Element; record: RawReview }[] = [];
  for (const element of elements) {
    const record = joined(element, ruled.get(element), asAny.get(element), rules);
    if (!record) continue;
    placed.push({ element, record }, ...answersIn(element, record, ruled, asAny.get(element)));
  }
  thread(placed);
  return { reviews: placed.map(({ record }) => record), elements: placed.map(({ element }) => element) };
}

/** Fields that a recipe may leave to the reader that knows any page. */
const OPEN = ["title", "author", "date", "helpful", "verified", "variant", "location", "language"] as const;

function joined(
  element: Element,
  said: RawReview | undefined,
  { record: read }: AsAny = {},
  rules: OwnRules,
): RawReview | undefined {
  const base = said ?? { how: `site:${rules.name}`, kind: rules.kind, body: "", selector: pathTo(element) };
  if (!said && !read) return undefined;
  const record: RawReview = { ...base };
  for (const name of OPEN) if (!rules[name]) Object.assign(record, { [name]: base[name] ?? read?.[name] });
  if (!rules.rating && !rules.stars) Object.assign(record, { rating: read?.rating, ratingScale: read?.ratingScale });
  if (rules.rating?.length === 0 && !rules.stars) Object.assign(record, { rating: undefined, ratingScale: undefined });
  for (const name of ["verified", "helpful"] as const) if (rules[name]?.length === 0) delete record[name];
  if (rules.body.length === 0) Object.assign(record, { body: read?.body ?? base.body, cut: read?.cut });
  if (!rules.photos) record.photos = read?.photos;
  if (record.author) record.author = cleanName(record.author) || record.author;
  record.nativeId ??= read?.nativeId;
  const isEmpty = !record.body && !record.title && record.rating === undefined;
  return isEmpty ? undefined : record;
}

/** What the rules call an answer, or else what reads like one. */
function answersIn(
  element: Element,
  to: RawReview,
  ruled: ReadonlyMap<Element, RawReview | undefined>,
  { reply }: AsAny = {},
): { element: Element; record: RawReview }[] {
  const said = [...ruled].flatMap(([inner, record]) =>
    record?.kind === "reply" && inner !== element && element.contains(inner) ? [{ element: inner, record }] : [],
  );
  const answers = said.length > 0 || !reply ? said : [reply];
  return answers.map(({ element: inner, record }) => ({
    element: inner,
    record: { ...record, how: to.how, replyTo: to.nativeId ?? to.selector, selector: pathTo(inner) },
  }));
}
