/** Reads a document by the rules of its site: selectors tried in order, nothing else. */

import { isCut, withoutCutMark } from "../document/fold";
import { pathTo } from "../document/path";
import { readRating } from "../document/rating";
import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import { line, readText } from "../document/text";
import type { FieldRule, RawReview, SiteRules } from "../site";
import { withoutReplyHead } from "../structure/shop-reply";
import { Thread } from "./thread";

export interface SiteReading {
  reviews: RawReview[];
  elements: Element[];
}

export async function readSite(roots: Root[], site: SiteRules, slices: Slices): Promise<SiteReading> {
  const reading: SiteReading = { reviews: [], elements: [] };
  for (const root of roots) {
    const records = [...root.querySelectorAll(site.record)];
    const isRecord = new Set(records);
    const thread = new Thread();
    for (const element of records) {
      if (slices.due()) await slices.rest();
      const record = readOne(element, site, isRecord);
      if (!record) continue;
      thread.add(element, record);
      reading.reviews.push(record);
      reading.elements.push(element);
      const reply = site.reply && replyOf(element, site.reply, record);
      if (reply) {
        reading.reviews.push(reply.record);
        reading.elements.push(reply.element);
      }
    }
  }
  return reading;
}

function readOne(element: Element, site: SiteRules, records: Set<Element>): RawReview | undefined {
  const isOther = (inner: Element) => inner !== element && records.has(inner);
  const find = (rule: FieldRule | undefined) => fieldOf(element, rule, isOther);
  const body = find(site.body);
  const title = find(site.title);
  if (!body && !title) return undefined;
  const ratingText = find(site.rating);
  const rated = site.rating && !ratingText ? readRating(element, isOther) : undefined;
  const depth = Number(find(site.depth) ?? Number.NaN);
  const photos = site.photos ? ownOf(element, site.photos, isOther).length : 0;
  return {
    how: `site:${site.name}`,
    kind: site.kind,
    body: withoutCutMark(body ?? ""),
    title,
    ...(ratingText ? { rating: ratingText, ratingScale: site.ratingScale } : rated),
    author: find(site.author),
    date: find(site.date),
    nativeId: find(site.id),
    replyTo: find(site.replyTo),
    ...(Number.isFinite(depth) ? { depth } : {}),
    helpful: find(site.helpful),
    language: find(site.language),
    ...(photos ? { photos } : {}),
    ...(isCut(body ?? "") ? { cut: true } : {}),
    ...(site.verified && find(site.verified) ? { verified: true } : {}),
    variant: find(site.variant),
    location: find(site.location),
    selector: pathTo(element),
  };
}

function replyOf(
  record: Element,
  rule: NonNullable<SiteRules["reply"]>,
  to: RawReview,
): { record: RawReview; element: Element } | undefined {
  const element = record.querySelector(rule.record);
  const body = element && fieldOf(element, rule.body);
  if (!element || !body) return undefined;
  const reply: RawReview = {
    how: to.how,
    kind: "reply",
    body,
    author: withoutReplyHead(fieldOf(element, rule.author) ?? "") || undefined,
    date: fieldOf(element, rule.date),
    replyTo: to.nativeId,
    depth: 1,
    selector: pathTo(element),
  };
  return { record: reply, element };
}

/** `selector`, `selector@attribute` or `@attribute` of the record itself; the first that holds something. */
export function fieldOf(
  record: Element,
  rule: FieldRule | undefined,
  isOther: (element: Element) => boolean = () => false,
): string | undefined {
  for (const step of rule ?? []) {
    const [, selector = "", attribute] = step.match(/^(.*?)(?:@([\w-]+))?$/) ?? [];
    const elements = selector.trim() ? record.querySelectorAll(selector.trim()) : [record];
    for (const element of elements) {
      if (between(element, record, isOther)) continue;
      const text = attribute ? line(element.getAttribute(attribute)) : readText(element, isOther);
      if (text) return text;
    }
  }
  return undefined;
}

function ownOf(record: Element, selector: string, isOther: (element: Element) => boolean): Element[] {
  return [...record.querySelectorAll(selector)].filter((element) => !between(element, record, isOther));
}

function between(element: Element, record: Element, isOther: (element: Element) => boolean): boolean {
  for (let at: Element | null = element; at && at !== record; at = at.parentElement) if (isOther(at)) return true;
  return false;
}
