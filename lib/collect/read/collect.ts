/** Reads everything readable in one document: several kinds of evidence, one list of records. */

import { readEmbeddedJson } from "../data/embedded-json";
import { readJsonLd } from "../data/json-ld";
import { type Located, readMicrodata } from "../data/microdata";
import type { Found } from "../data/schema-org";
import { rootsOf } from "../document/roots";
import { Slices } from "../document/slices";
import { line } from "../document/text";
import { findMore } from "../more/find-more";
import type { OwnRules } from "../recipe/recipe";
import type { Capture, FieldRule, More, RawSubject, SiteRules, Warning } from "../site";
import { siteOf } from "../sites/index";
import { fieldOf } from "../sites/read-site";
import type { Structure } from "../structure/structure";
import { NO_OWN, readOwn } from "./read-own";
import { readShown } from "./shown";
import { readSubject } from "./subject";
import { mergeAll } from "./unite";

export interface ReadOptions {
  /** Address of the document, which a parsed or saved one does not know itself. */
  url: string;
  now: Date;
  signal?: AbortSignal;
  /** Leaves the rules of known sites out. */
  generic?: boolean;
  /** Rules that a person made by pointing; they come before those of known sites. */
  own?: readonly OwnRules[];
  /** Hears which of them found records, and how many. */
  onOwn?: (rules: OwnRules, found: number) => void;
}

/**
 * Reads one document, with layout (a live page) or without (a parsed one). The page gets its turn every few milliseconds.
 * @throws the reason of `signal` when reading is stopped
 */
export async function collect(document: Document, options: ReadOptions): Promise<Capture> {
  const slices = new Slices(options.signal);
  const warnings: Warning[] = [];
  await slices.rest();
  const roots = await rootsOf(document, slices);
  const safely = attempts(warnings, options.signal);
  const recipes = options.generic ? [] : (options.own ?? []);
  const own = await safely("what its recipe names", NO_OWN, () =>
    readOwn(document, options.url, recipes, roots, slices),
  );
  if (own.rules) options.onOwn?.(own.rules, own.reviews.length);
  const known = options.generic ? undefined : siteOf(document, options.url, [], roots);
  const site = own.rules ?? known;
  const jsonLd = await safely("its JSON-LD", NO_DATA, () => readJsonLd(roots, slices, warnings));
  const microdata = await safely("its microdata", NO_MARKUP, () => readMicrodata(roots, slices));
  const shown = await safely("what it shows", NOTHING, () => readShown(roots, known, own, slices));
  const state = await safely("its embedded data", [], () => readEmbeddedJson(roots, slices, warnings));
  const { reviews: all, places } = await mergeAll(roots, shown, microdata, [...jsonLd.reviews, ...state], slices);
  const pointed = new Set(places.values());
  const reviews = own.rules?.alone ? all.filter((review) => pointed.has(review)) : all;
  const about = { url: options.url, shown: places, count: reviews.length, rules: site?.more };
  const more = await safely("how it goes on", NO_MORE, () => findMore(document, roots, about, slices));
  const subjects = [...jsonLd.subjects, ...microdata.subjects];
  const found = { reviews: [], subjects, paths: jsonLd.paths };
  return {
    url: options.url,
    title: document.title,
    language: document.documentElement?.lang || undefined,
    subject: { ...readSubject(document, found, places), ...siteSubject(document, site) },
    reviews,
    readAt: options.now.toISOString(),
    more,
    warnings,
  };
}

const NOTHING: Structure = { reviews: [], elements: [] };
const NO_DATA: Found = { reviews: [], subjects: [] };
const NO_MORE: More = { buttons: [], expanders: [] };
const NO_MARKUP: Located = { ...NOTHING, subjects: [] };

/** A page can be stranger than any reader expects; then that one kind of evidence is missing, and the page's warnings say so. */
function attempts(warnings: Warning[], signal: AbortSignal | undefined) {
  return async <T>(what: string, otherwise: T, read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      signal?.throwIfAborted();
      const why = error instanceof Error ? error.message : String(error);
      const message = `Of this page ${what} could not be read (${why}); the rest was read.`;
      warnings.push({ code: "part_failed", message });
      return otherwise;
    }
  };
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
