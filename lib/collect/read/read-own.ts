/** What a person taught by pointing comes first; what else is found on the page stays beside it. */
import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import { readRecipe } from "../recipe/read-recipe";
import type { OwnRules } from "../recipe/recipe";
import { siteOf } from "../sites/index";
import type { Structure } from "../structure/structure";

export interface OwnReading extends Structure {
  /** The recipe that found something; none otherwise. */
  rules?: OwnRules;
}

export const NO_OWN: OwnReading = { reviews: [], elements: [] };

/** Reads by the first recipe that fits the page and finds anything. */
export async function readOwn(
  document: Document,
  url: string,
  recipes: readonly OwnRules[],
  roots: Root[],
  slices: Slices,
): Promise<OwnReading> {
  for (const rules of recipes) {
    if (siteOf(document, url, [rules], roots) !== rules) continue;
    const reading = await readRecipe(roots, rules, slices);
    if (reading.reviews.length > 0) return { ...reading, rules };
  }
  return NO_OWN;
}

/** A recipe that finds less than the other readers hides nothing of what they found elsewhere. */
export function besideOwn(own: OwnReading, rest: Structure): Structure {
  if (own.elements.length === 0) return rest;
  const isNew = (element: Element | undefined) =>
    element && !own.elements.some((mine) => mine.contains(element) || element.contains(mine));
  const positions = rest.elements.flatMap((element, index) => (isNew(element) ? [index] : []));
  return {
    reviews: [...own.reviews, ...positions.flatMap((index) => rest.reviews[index] ?? [])],
    elements: [...own.elements, ...positions.flatMap((index) => rest.elements[index] ?? [])],
  };
}
