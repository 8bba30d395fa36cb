/** Tells from its looks whether a list grows while it is scrolled. */
import { wordsOf } from "../document/vocabulary";
import type { Region } from "./region";

const MARK = /^(?:infinite|endless|sentinel|virtual|virtualized|virtualizer|virtuoso|waypoint|continuation|autoload)$/;
/** Marks of something that is still to come; beside numbered pages they mean those. */
const COMING = /^(?:lazyload|loading|loader|spinner|skeleton|shimmer)$/;
/** Levels around the list, and elements in each, that are looked at. */
const AROUND = 3;
const SAMPLE = 30;

/** @param numbered the page leads to further pages as well */
export function isEndless({ list, levels, records }: Region, numbered: boolean): boolean {
  if (!list) return false;
  const isMark = (word: string) => MARK.test(word) || (!numbered && COMING.test(word));
  const marked = (element: Element) => element.hasAttributes() && wordsOf(element).some(isMark);
  for (const [at, level] of levels) {
    if (level > AROUND || at.localName === "body") break;
    if (/^feed$/i.test(at.getAttribute("role") ?? "") || marked(at) || partsOf(at, records).some(marked)) return true;
  }
  const [first] = records.keys();
  return first ? isPartOfSet(first, records.size) : false;
}

/** The last parts beside the records, and the first element in each. */
function partsOf(element: Element, records: Region["records"]): Element[] {
  const parts = [...element.children].slice(-SAMPLE).filter((part) => !records.has(part));
  return parts.flatMap((part) => [part, ...(part.firstElementChild ? [part.firstElementChild] : [])]);
}

/** `aria-setsize` says how many there are, −1 when nobody knows. */
function isPartOfSet(record: Element, shown: number): boolean {
  const size = Number(record.getAttribute("aria-setsize") ?? record.parentElement?.getAttribute("aria-setsize") ?? 0);
  return size === -1 || size > shown;
}
