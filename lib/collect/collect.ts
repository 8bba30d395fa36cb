/** Reads everything readable in one document: several kinds of evidence, one list of records. */
import { readStructure, type Structure } from "./comments";
import { readEmbeddedJson } from "./embedded-json";
import { countOf } from "./json-fields";
import { readJsonLd } from "./json-ld";
import { locateTexts } from "./locate-text";
import { Merger } from "./merge";
import { type Located, readMicrodata } from "./microdata";
import { nextPageOf } from "./next-page";
import { type Root, rootsOf } from "./roots";
import type { Capture, RawReview, RawSubject, SiteRules } from "./site";
import { siteOf } from "./sites/index";
import { fieldOf, readSite } from "./sites/read-site";
import { Slices } from "./slices";
import { readSubject } from "./subject";

export interface ReadOptions {
  /** Address of the document, which a parsed or saved one does not know itself. */
  url: string;
  now: Date;
  signal?: AbortSignal;
}

/**
 * Reads one document, with layout (a live page) or without (a parsed one). The page gets its turn every few milliseconds.
 * @throws the reason of `signal` when reading is stopped
 */
export async function collect(document: Document, options: ReadOptions): Promise<Capture> {
  const slices = new Slices(options.signal);
  const warnings: string[] = [];
  const roots = await rootsOf(document, slices);
  const site = siteOf(document, options.url);
  const jsonLd = await readJsonLd(roots, slices, warnings);
  const microdata = await readMicrodata(roots, slices);
  const shown = await readShown(roots, site, slices);
  const state = await readEmbeddedJson(roots, slices, warnings);
  const reviews = await mergeAll(shown, microdata, [...jsonLd.reviews, ...state], slices);
  await locateTexts(reviews, roots, slices);
  const found = { reviews: [], subjects: [...jsonLd.subjects, ...microdata.subjects] };
  return {
    url: options.url,
    title: document.title,
    language: document.documentElement?.lang || undefined,
    subject: { ...readSubject(document, found), ...siteSubject(document, site) },
    reviews,
    readAt: options.now.toISOString(),
    nextPage: nextPageOf(document, options.url, site && fieldOf(document.documentElement, site.nextPage)),
    warnings,
  };
}

/** What the page shows: by the rules of its site, or by structure where there are none or they found nothing. */
async function readShown(roots: Root[], site: SiteRules | undefined, slices: Slices): Promise<Structure> {
  if (site) {
    const reading = await readSite(roots, site, slices);
    if (reading.reviews.length) return reading;
  }
  return readStructure(roots, slices);
}

async function mergeAll(shown: Structure, microdata: Located, data: RawReview[], slices: Slices): Promise<RawReview[]> {
  const merger = new Merger();
  const marked = new Map(microdata.elements.map((element, index) => [element, microdata.reviews[index]]));
  for (const [index, record] of shown.reviews.entries()) {
    if (slices.due()) await slices.rest();
    const twin = twinOf(shown.elements[index], marked);
    merger.add(twin ? withMarkup(record, twin) : record);
  }
  for (const record of [...marked.values(), ...data]) {
    if (slices.due()) await slices.rest();
    if (record) merger.add(record);
  }
  return merger.reviews.filter((record) => record.body.trim() || record.title?.trim());
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

/** Markup names its fields, so its words win; what it leaves out comes from what is shown. */
function withMarkup(shown: RawReview, markup: RawReview): RawReview {
  const said = Object.fromEntries(Object.entries(markup).filter(([, value]) => value !== undefined && value !== ""));
  return { ...shown, ...said, replyTo: markup.replyTo ?? shown.replyTo, selector: shown.selector };
}

function siteSubject(document: Document, site: SiteRules | undefined): RawSubject {
  if (!site) return {};
  const name = fieldOf(document.documentElement, site.subjectName);
  const total = countOf(fieldOf(document.documentElement, site.total) ?? null);
  return { ...(name ? { name } : {}), ...(total === undefined ? {} : { ratingCount: total }) };
}
