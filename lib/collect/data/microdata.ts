/** Microdata and RDFa Lite of schema.org. https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-lite/ */

import { pathTo } from "../document/path";
import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import { readText } from "../document/text";
import type { RawReview } from "../site";
import type { JsonObject } from "./json-fields";
import type { Json } from "./lenient-json";
import { type Found, readSchema } from "./schema-org";

const SCOPES = "[itemscope][itemtype], [typeof]";
const OURS = /(?:^|[/#:\s])(?:UserReview|Review|Comment|UserComments|EmployerReview)(?:\s|$)/;
const SUBJECTS =
  /(?:^|[/#:\s])(?:Product|LocalBusiness|Organization|Restaurant|Hotel|Recipe|Book|Movie|SoftwareApplication|MobileApplication|VideoGame|Event|Place)(?:\s|$)/;

export interface Located extends Found {
  /** The element of each record, in the order of `reviews`. */
  elements: Element[];
}

export async function readMicrodata(roots: Root[], slices: Slices): Promise<Located> {
  const found: Located = { reviews: [], subjects: [], elements: [] };
  for (const root of roots) {
    for (const scope of root.querySelectorAll(SCOPES)) {
      if (slices.due()) await slices.rest();
      if (OURS.test(typeOf(scope))) addRecord(scope, found);
      else if (SUBJECTS.test(typeOf(scope))) {
        found.subjects.push(...readSchema(itemOf(scope, true), "microdata").subjects);
      }
    }
  }
  return found;
}

function addRecord(scope: Element, found: Located): void {
  const item = itemOf(scope, false);
  const parent = scope.parentElement?.closest(SCOPES);
  const comment = parent && OURS.test(typeOf(parent)) ? parent : undefined;
  for (const review of readSchema(item, "microdata").reviews) {
    const record: RawReview = {
      ...review,
      nativeId: review.nativeId ?? (scope.id || undefined),
      selector: pathTo(scope),
    };
    if (comment && record.kind === "comment") record.replyTo = comment.id || undefined;
    found.reviews.push(record);
    found.elements.push(scope);
  }
}

function typeOf(scope: Element): string {
  return scope.getAttribute("itemtype") ?? scope.getAttribute("typeof") ?? "";
}

/**
 * One item as the object JSON-LD would give. Nested reviews and comments are read as items of their own, so they are left out.
 * @param shallow only what describes a subject: its reviews stay out
 */
function itemOf(scope: Element, shallow: boolean): JsonObject {
  const item: JsonObject = { "@type": typeOf(scope).trim().split(/\s+/) };
  if (scope.getAttribute("itemid")) item["@id"] = scope.getAttribute("itemid");
  for (const element of scope.querySelectorAll("[itemprop], [property]")) {
    const names = element.getAttribute("itemprop") ?? element.getAttribute("property") ?? "";
    if (owner(element) !== scope) continue;
    const inner = isScope(element);
    if (inner && (OURS.test(typeOf(element)) || shallow) && !/rating|offer|brand|author/i.test(names)) continue;
    for (const name of names.split(/\s+/)) {
      const key = name.replace(/^.*[/#:]/, "");
      if (!(key in item)) item[key] = inner ? itemOf(element, shallow) : itemValue(element);
    }
  }
  if (typeOf(scope).includes("Rating") && !item.ratingValue) item.ratingValue = readText(scope).slice(0, 40);
  return item;
}

function isScope(element: Element): boolean {
  return element.hasAttribute("itemscope") || element.hasAttribute("typeof");
}

function owner(element: Element): Element | null {
  let at = element.parentElement;
  while (at && !isScope(at)) at = at.parentElement;
  return at;
}

function itemValue(element: Element): Json {
  const content = element.getAttribute("content");
  if (content !== null) return content;
  const name = element.localName;
  if (name === "time") return element.getAttribute("datetime") || readText(element);
  if (name === "data" || name === "meter") return element.getAttribute("value") ?? readText(element);
  if ((name === "a" || name === "link") && !element.textContent?.trim()) return element.getAttribute("href") ?? "";
  if (name === "img") return element.getAttribute("alt") ?? "";
  return readText(element);
}
