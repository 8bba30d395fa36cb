/** Reads everything readable in one document: several kinds of evidence, one list of records. */

import { readEmbeddedJson } from "../data/embedded-json";
import { readJsonLd } from "../data/json-ld";
import { type Located, readMicrodata } from "../data/microdata";
import { type Root, rootsOf } from "../document/roots";
import { Slices } from "../document/slices";
import { line } from "../document/text";
import { findMore } from "../more/find-more";
import type { OwnRules } from "../recipe/recipe";
import type { Capture, FieldRule, More, RawReview, RawSubject, SiteRules } from "../site";
import { siteOf } from "../sites/index";
import { fieldOf, readSite } from "../sites/read-site";
import { readStructure, type Structure } from "../structure/structure";
import { locateTexts } from "./locate-text";
import { Merger } from "./merge";
import { besideOwn, NO_OWN, type OwnReading, readOwn } from "./read-own";
import { readSubject } from "./subject";

export interface ReadOptions {
  /** Address of the document, which a parsed or saved one does not know itself. */
  url: string;
  now: Date;
  signal?: AbortSignal;
  /** Leaves the rules of known sites out. */
  generic?: boolean;
  /** Rules that a person made by pointing; they come before those of known sites. */
  own?: readonly OwnRules[];
}

/**
 * Reads one document, with layout (a live page) or without (a parsed one). The page gets its turn every few milliseconds.
 * @throws the reason of `signal` when reading is stopped
 */
export async function collect(document: Document, options: ReadOptions): Promise<Capture> {
  const slices = new Slices(options.signal);
  const warnings: string[] = [];
  await slices.rest();
  const roots = await rootsOf(document, slices);
  const safely = attempts(warnings, options.signal);
  const recipes = options.generic ? [] : (options.own ?? []);
  const own = await safely("what its recipe names", NO_OWN, () =>
    readOwn(document, options.url, recipes, roots, slices),
  );
  const known = options.generic ? undefined : siteOf(document, options.url, [], roots);
  const site = own.rules ?? known;
  const jsonLd = await safely("its JSON-LD", { reviews: [], subjects: [] }, () => readJsonLd(roots, slices, warnings));
  const microdata = await safely("its microdata", NO_MARKUP, () => readMicrodata(roots, slices));
  const shown = await safely("what it shows", NOTHING, () => readShown(roots, known, own, slices));
  const state = await safely("its embedded data", [], () => readEmbeddedJson(roots, slices, warnings));
  const { reviews: all, places } = await mergeAll(roots, shown, microdata, [...jsonLd.reviews, ...state], slices);
  const pointed = new Set(places.values());
  const reviews = own.rules?.alone ? all.filter((review) => pointed.has(review)) : all;
  const about = { url: options.url, shown: places, count: reviews.length, rules: site?.more };
  const more = await safely("how it goes on", NO_MORE, () => findMore(document, roots, about, slices));
  const found = { reviews: [], subjects: [...jsonLd.subjects, ...microdata.subjects] };
  return {
    url: options.url,
    title: document.title,
    language: document.documentElement?.lang || undefined,
    subject: { ...readSubject(document, found), ...siteSubject(document, site) },
    reviews,
    readAt: options.now.toISOString(),
    more,
    warnings,
  };
}

const NOTHING: Structure = { reviews: [], elements: [] };
const NO_MORE: More = { buttons: [], expanders: [] };
const NO_MARKUP: Located = { ...NOTHING, subjects: [] };

/** A page can be stranger than any reader expects; then that one kind of evidence is missing, and the page's warnings say so. */
function attempts(warnings: string[], signal: AbortSignal | undefined) {
  return async <T>(what: string, otherwise: T, read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      signal?.throwIfAborted();
      const why = error instanceof Error ? error.message : String(error);
      warnings.push(`Of this page ${what} could not be read (${why}); the rest was read.`);
      return otherwise;
    }
  };
}

/** What the page shows: by recipe and the rules of its site, or by structure where there are none or they found nothing. */
async function readShown(
  roots: Root[],
  site: SiteRules | undefined,
  own: OwnReading,
  slices: Slices,
): Promise<Structure> {
  if (own.rules?.alone) return own;
  const reading = site ? await readSite(roots, site, slices) : NOTHING;
  return besideOwn(own, reading.reviews.length ? reading : await readStructure(roots, slices));
}

async function mergeAll(
  roots: Root[],
  shown: Structure,
  microdata: Located,
  data: RawReview[],
  slices: Slices,
): Promise<{ reviews: RawReview[]; places: Map<Element, RawReview> }> {
  const merger = new Merger();
  const marked = new Map(microdata.elements.map((element, index) => [element, microdata.reviews[index]]));
  const byElement = new Map<Element, RawReview>();
  for (const [index, record] of shown.reviews.entries()) {
    if (slices.due()) await slices.rest();
    const element = shown.elements[index];
    const twin = isByHand(record) ? undefined : twinOf(element, marked);
    const kept = merger.add(twin ? withMarkup(record, twin) : record);
    if (element) byElement.set(element, kept);
  }
  for (const record of [...marked.values(), ...data]) {
    if (slices.due()) await slices.rest();
    if (record) merger.add(record);
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

/** The marked-up record that is the same element, lies in it, or holds it; each is taken once. */
function twinOf(element: Element | undefined, marked: Map<Element, RawReview | undefined>): RawReview | undefined {
  if (!element || marked.size === 0) return undefined;
  const near = [...marked.keys()].filter(
    (scope) => scope === element || scope.contains(element) || element.contains(scope),
  );
  const scope = near.find((other) => other === element) ?? (near.length === 1 ? near[0] : undefined);
  const record = scope && marked.get(scope);
  if (scope && record) marked.delete(scope);
  return record;
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

function siteSubject(document: Document, site: SiteRules | undefined): RawSubject {
  const rules = site?.subject;
  if (!rules) return {};
  const find = (rule: FieldRule | undefined) => fieldOf(document.documentElement, rule);
  const said = {
    name: find(rules.name),
    brand: find(rules.brand),
    price: find(rules.price),
    rating: find(rules.rating),
    ratingCount: find(rules.total),
    category: rules.category
      ? [...document.querySelectorAll(rules.category)].map(({ textContent }) => line(textContent))
      : undefined,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value?.length)) as RawSubject;
}
