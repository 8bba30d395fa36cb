/** Reads a document by the rules of its site: selectors tried in order; what they leave open is found generically. */

import { isCut, withoutCutMark } from "../document/fold";
import { pathTo } from "../document/path";
import { readRating } from "../document/rating";
import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import type { FieldRule, RawReview, SiteRules } from "../site";
import { readBody } from "../structure/body";
import { type Marks, scan } from "../structure/marks";
import { extras } from "../structure/record";
import { boilerplateOf } from "../structure/structure";
import { type Found, fieldOf, findField, isThere, within } from "./field";
import { repliesOf } from "./reply";
import { Thread } from "./thread";

export { fieldOf } from "./field";

export interface SiteReading {
  reviews: RawReview[];
  elements: Element[];
}

/** What the reading of one record needs to know of the page. */
interface Page {
  site: SiteRules;
  records: Set<Element>;
  /** Only where bodies are to be found generically: marks of the whole page, labels that its records share. */
  marks?: Marks;
  boilerplate?: Set<string>;
}

type IsOther = (element: Element) => boolean;

export async function readSite(roots: Root[], site: SiteRules, slices: Slices): Promise<SiteReading> {
  const reading: SiteReading = { reviews: [], elements: [] };
  const marks = site.body.length ? undefined : await scan(roots, slices);
  for (const root of roots) {
    const records = new Set(copiesLast([...root.querySelectorAll(site.record)]));
    const boilerplate = marks && boilerplateOf([...records]);
    const thread = new Thread();
    for (const element of records) {
      if (slices.due()) await slices.rest();
      const record = readOne(element, { site, records, marks, boilerplate });
      if (!record) continue;
      thread.add(element, record);
      for (const told of [{ record, element }, ...repliesOf(element, site.reply, record)]) {
        reading.reviews.push(told.record);
        reading.elements.push(told.element);
      }
    }
  }
  return reading;
}

/** Dialogs repeat records of the list below them; what stands in the list is where a reader is led back to. */
const DIALOG = 'dialog, [role="dialog"], [aria-modal="true"], [class*="lightbox" i]';

function copiesLast(elements: Element[]): Element[] {
  const inDialog = (element: Element) => Boolean(element.parentElement?.closest(DIALOG));
  return [...elements.filter((element) => !inDialog(element)), ...elements.filter(inDialog)];
}

function readOne(element: Element, page: Page): RawReview | undefined {
  const { site } = page;
  const isOther = othersIn(element, page);
  const isOmitted = matchesIn(element, site.omit);
  const isForeign = (inner: Element) => isOther(inner) || isOmitted(inner);
  const taken = new Set<Element>();
  const find = (rule: FieldRule | undefined) => note(findField(element, rule, isOther, isOmitted), element, taken);
  const split = splitOf(find(site.split?.of), site);
  const fields = {
    title: find(site.title),
    author: find(site.author) ?? split.get("author"),
    date: find(site.date) ?? split.get("date"),
    variant: find(site.variant) ?? split.get("variant"),
    location: find(site.location) ?? split.get("location"),
    nativeId: find(site.id),
    replyTo: find(site.replyTo),
    helpful: find(site.helpful),
    language: find(site.language),
  };
  const verified = isThere(element, site.verified, isOther);
  const rating = ratingOf(element, find(site.rating), site, isForeign);
  const body = site.body.length ? find(site.body) : generic(element, page, taken, isForeign);
  const starsOnly = rating && (fields.author ?? fields.date);
  if (!body && !fields.title && !starsOnly) return undefined;
  return {
    how: `site:${site.name}`,
    kind: site.kind,
    body: withoutCutMark(body ?? ""),
    ...fields,
    ...rating,
    ...numbers(element, site, isOther),
    ...unnamed(element, site, isForeign),
    ...(isCut(body ?? "") ? { cut: true } : {}),
    ...(verified ? { verified: true } : {}),
    selector: pathTo(element),
  };
}

/** Other records in this one, and answers of the shop. */
function othersIn(element: Element, { site, records }: Page): IsOther {
  const isReply = matchesIn(element, site.reply?.record);
  return (inner) => inner !== element && (records.has(inner) || isReply(inner));
}

function matchesIn(element: Element, selector: string | undefined): IsOther {
  const matches = new Set(selector ? element.querySelectorAll(selector) : []);
  return (inner) => matches.has(inner);
}

function note(found: Found | undefined, record: Element, taken: Set<Element>): string | undefined {
  if (found && found.element !== record) taken.add(found.element);
  return found?.text;
}

function splitOf(text: string | undefined, { split }: SiteRules): Map<string, string> {
  const parts = text && split ? text.split(split.at).map((part) => part.trim()) : [];
  return new Map(parts.flatMap((part, index) => (part ? [[split?.into[index] ?? "-", part]] : [])));
}

/** What a rule says, else the filled stars counted, else what the record states in any of the usual ways. */
function ratingOf(
  element: Element,
  said: string | undefined,
  { rating, stars, ratingScale }: SiteRules,
  isOther: IsOther,
): Pick<RawReview, "rating" | "ratingScale"> | undefined {
  if (said) return { rating: said, ratingScale };
  const filled = stars ? within(element, stars, isOther).length : 0;
  if (filled) return { rating: filled, ratingScale: ratingScale ?? 5 };
  return rating || stars ? readRating(element, isOther) : undefined;
}

/** Purchase and votes where the rules name neither; a badge beside a comment says nothing of a purchase. */
function unnamed(element: Element, site: SiteRules, isOther: IsOther): Pick<RawReview, "verified" | "helpful"> {
  if (site.kind !== "review" || (site.verified && site.helpful)) return {};
  const { verified, helpful } = extras(element, { isOther });
  return { ...(verified && !site.verified ? { verified } : {}), ...(helpful && !site.helpful ? { helpful } : {}) };
}

function generic(element: Element, page: Page, taken: Set<Element>, isOther: IsOther): string | undefined {
  const { marks, boilerplate = new Set() } = page;
  return marks && readBody(element, { isOther, marks, taken, boilerplate })?.text;
}

function numbers(element: Element, site: SiteRules, isOther: IsOther) {
  const depth = Number(fieldOf(element, site.depth, isOther) ?? Number.NaN);
  const photos = site.photos ? within(element, site.photos, isOther).length : 0;
  return { ...(Number.isFinite(depth) ? { depth } : {}), ...(photos ? { photos } : {}) };
}
