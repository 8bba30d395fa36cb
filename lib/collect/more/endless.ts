/** Tells from its looks whether a list grows while it is scrolled. */
import { wordsOf } from "../document/vocabulary";
import type { Region } from "./region";

const MARK =
  /^(?:infinite|endless|sentinel|lazyload|loading|loader|spinner|virtual|virtualized|virtualizer|virtuoso|skeleton|shimmer|waypoint|continuation|autoload)$/;
/** Levels around the list, and elements in each, that are looked at. */
const AROUND = 3;
const SAMPLE = 30;

export function isEndless({ list, levels, records }: Region): boolean {
  if (!list) return false;
  for (const [at, level] of levels) {
    if (level > AROUND || at.localName === "body") break;
    if (/^feed$/i.test(at.getAttribute("role") ?? "") || marked(at) || hasMarkedPart(at, records)) return true;
  }
  const [first] = records.keys();
  return first ? isPartOfSet(first, records.size) : false;
}

function hasMarkedPart(element: Element, records: Region["records"]): boolean {
  const parts = [...element.children].slice(-SAMPLE).filter((part) => !records.has(part));
  return parts.some((part) => marked(part) || (part.firstElementChild !== null && marked(part.firstElementChild)));
}

function marked(element: Element): boolean {
  return (
    element.hasAttributes() &&
    (wordsOf(element).some((word) => MARK.test(word)) || element.getAttribute("aria-busy") === "true")
  );
}

/** `aria-setsize` says how many there are, −1 when nobody knows. */
function isPartOfSet(record: Element, shown: number): boolean {
  const size = Number(record.getAttribute("aria-setsize") ?? record.parentElement?.getAttribute("aria-setsize") ?? 0);
  return size === -1 || size > shown;
}
