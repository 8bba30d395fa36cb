/** What a page shows: by recipe and by the rules of its site first, and by structure, which stands behind both. */
import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import type { RawReview, SiteRules } from "../site";
import { readSite } from "../sites/read-site";
import { signature } from "../structure/groups";
import { readStructure, type Structure } from "../structure/structure";
import { besideOwn, type OwnReading } from "./read-own";

/** Rules that found something may have become half blind; what structure finds completes them and never replaces them. */
export async function readShown(
  roots: Root[],
  site: SiteRules | undefined,
  own: OwnReading,
  slices: Slices,
): Promise<Structure> {
  if (own.rules?.alone) return own;
  const generic = await readStructure(roots, slices);
  if (own.rules) return besideOwn(own, generic);
  const reading = site ? await readSite(roots, site, slices) : undefined;
  return reading?.reviews.length ? besideSite(reading, generic) : generic;
}

/**
 * The records of the site's rules, what they leave open filled in, with further records that are built like them or stand
 * in the same list, and of which as much is known. Others (related cards, copies in dialogs) stay out.
 */
export function besideSite(site: Structure, generic: Structure): Structure {
  const seen = new Overlap(site.elements);
  const builds = new Set<string>();
  const lists = new Set<Element>();
  for (const element of site.elements) for (const list of listsOf(element)) lists.add(list);
  const others: number[] = [];
  for (const [index, element] of generic.elements.entries()) {
    const known = seen.of(element);
    if (known.length === 0) others.push(index);
    else builds.add(signature(element));
    const record = generic.reviews[index];
    const only = known.length === 1 && known[0] !== undefined ? site.reviews[known[0]] : undefined;
    if (record && only && generic.elements.length > 0) complete(only, record);
  }
  const facts = factsOf(site.reviews);
  const added = others.filter((index) => {
    const [element, record] = [generic.elements[index], generic.reviews[index]];
    if (!element || !record || !facts.every((fact) => record[fact] !== undefined)) return false;
    return builds.has(signature(element)) || listsOf(element).some((list) => lists.has(list));
  });
  return {
    reviews: [...site.reviews, ...added.flatMap((index) => generic.reviews[index] ?? [])],
    elements: [...site.elements, ...added.flatMap((index) => generic.elements[index] ?? [])],
  };
}

const FACTS = ["author", "date", "rating"] as const;

/** What nearly every record of the site's rules says. */
function factsOf(records: RawReview[]): (typeof FACTS)[number][] {
  const own = records.filter(({ kind }) => kind !== "reply");
  return FACTS.filter((fact) => own.filter((record) => record[fact] !== undefined).length >= own.length * 0.8);
}

/** Who wrote it and when, where the rules did not find it. */
function complete(record: RawReview, found: RawReview): void {
  record.author ??= found.author;
  record.date ??= found.date;
  if (record.kind === "review" && record.rating === undefined && found.rating !== undefined) {
    record.rating = found.rating;
    record.ratingScale = found.ratingScale;
  }
}

/** The element that lists a record: two levels, as records often have a wrapper each. */
function listsOf(element: Element): Element[] {
  const parent = element.parentElement;
  const lists = [parent, parent?.parentElement].filter((list) => list != null);
  return lists.filter(({ localName }) => !/^(?:body|html|main)$/.test(localName));
}

/** Which of some elements are, hold, or lie in another. */
class Overlap {
  #positions = new Map<Element, number>();
  #within = new Map<Element, number[]>();

  constructor(elements: Element[]) {
    for (const [index, element] of elements.entries()) {
      this.#positions.set(element, index);
      for (let at: Element | null = element; at; at = at.parentElement) {
        const list = this.#within.get(at) ?? [];
        if (list.length < 3) list.push(index); // that there are several is all that is asked
        this.#within.set(at, list);
      }
    }
  }

  of(element: Element): number[] {
    const same = this.#positions.get(element);
    if (same !== undefined) return [same];
    const inside = this.#within.get(element) ?? [];
    if (inside.length) return inside;
    for (let at = element.parentElement; at; at = at.parentElement) {
      const position = this.#positions.get(at);
      if (position !== undefined) return [position];
    }
    return [];
  }
}
