/** One list out of what is shown, what is marked up and what stands in data: words lead back to the element that shows them. */
import type { Located } from "../data/microdata";
import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import type { RawReview } from "../site";
import type { Structure } from "../structure/structure";
import { locateTexts } from "./locate-text";
import { Merger } from "./merge";

/** @returns the records, and the element of each that is shown */
export async function mergeAll(
  roots: Root[],
  shown: Structure,
  microdata: Located,
  data: RawReview[],
  slices: Slices,
): Promise<{ reviews: RawReview[]; places: Map<Element, RawReview> }> {
  const merger = new Merger();
  const twins = twinsOf(shown.elements, microdata);
  const used = new Set<RawReview>();
  const byElement = new Map<Element, RawReview>();
  for (const [index, record] of shown.reviews.entries()) {
    if (slices.due()) await slices.rest();
    const element = shown.elements[index];
    const twin = element && !isByHand(record) ? twins.get(element) : undefined;
    if (twin) used.add(twin);
    const kept = merger.add(twin ? withMarkup(record, twin) : record);
    if (element) byElement.set(element, kept);
  }
  for (const record of [...microdata.reviews, ...data]) {
    if (slices.due()) await slices.rest();
    if (!used.has(record)) merger.add(record);
  }
  const all = await uniteShown(merger, byElement, roots, slices);
  const reviews = all.filter(({ body, title, rating }) => body.trim() || title?.trim() || rating !== undefined);
  return { reviews, places: byElement };
}

/** Words of the data that stand inside a shown record are that record's, though it may show a translation beside them. */
async function uniteShown(
  merger: Merger,
  byElement: Map<Element, RawReview>,
  roots: Root[],
  slices: Slices,
): Promise<RawReview[]> {
  const located = await locateTexts(merger.reviews, roots, slices);
  const gone = new Set<RawReview>();
  for (const [record, element] of located) {
    let at: Element | null = element;
    while (at && !byElement.has(at)) at = at.parentElement;
    const known = at && byElement.get(at);
    if (!known) byElement.set(element, record);
    if (!known || known === record || gone.has(known) || (known.author && known.author !== record.author)) continue;
    merger.unite(known, { ...record, selector: known.selector });
    gone.add(record);
  }
  return merger.reviews.filter((record) => !gone.has(record));
}

/** For each shown element the marked-up record that is the same element, lies in it alone, or holds it alone; each once. */
function twinsOf(shown: Element[], microdata: Located): Map<Element, RawReview> {
  const elements = new Set(shown);
  const scopes = new Map(microdata.elements.map((element, index) => [element, microdata.reviews[index]]));
  const near = new Map<Element, Set<Element>>();
  const meet = (element: Element, scope: Element) => near.set(element, (near.get(element) ?? new Set()).add(scope));
  for (const scope of scopes.keys()) for (const element of outwards(scope, elements)) meet(element, scope);
  for (const element of elements)
    for (const scope of outwards(element, scopes)) if (scope !== element) meet(element, scope);
  const twins = new Map<Element, RawReview>();
  const taken = new Set<Element>();
  for (const element of shown) {
    const all = near.get(element);
    const scope = all?.has(element) ? element : all?.size === 1 ? [...all][0] : undefined;
    const record = scope && !taken.has(scope) ? scopes.get(scope) : undefined;
    if (!scope || !record) continue;
    taken.add(scope);
    twins.set(element, record);
  }
  return twins;
}

/** The element and all around it that are among those looked for. */
function outwards(start: Element, among: { has(element: Element): boolean }): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = start; at; at = at.parentElement) if (among.has(at)) found.push(at);
  return found;
}

/** What a person chose to read is not replaced by what the markup says. */
function isByHand({ how }: RawReview): boolean {
  return how.startsWith("site:own:");
}

/** Markup names its fields, so its words win; what it leaves out comes from what is shown. */
function withMarkup(shown: RawReview, markup: RawReview): RawReview {
  const said = Object.fromEntries(Object.entries(markup).filter(([, value]) => value !== undefined && value !== ""));
  return { ...shown, ...said, replyTo: markup.replyTo ?? shown.replyTo, selector: shown.selector };
}
