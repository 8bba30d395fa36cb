/** The pieces of text in a record, each with its place in the build of the record: the same place in all records is a slot. */
import { BLOCKS, line, SILENT } from "../document/text";
import { lasting } from "./groups";

export interface Unit {
  element: Element;
  /** Path of tags and lasting class names from the record down; equal in records built alike. */
  key: string;
  text: string;
  /** The words stand in the element itself, between blocks that have their own. */
  loose?: boolean;
}

/** Places where several elements of one make continue one text. */
const CONTINUED = /^(?:p|li|br|blockquote|pre)$/;

/**
 * @param isOther subtrees that do not belong to the record
 * @returns units in document order; formatting inside of a sentence belongs to the sentence
 */
export function unitsOf(record: Element, isOther: (element: Element) => boolean): Unit[] {
  const units: Unit[] = [];
  visit(record, "", units, isOther, 0);
  return units;
}

function visit(
  element: Element,
  key: string,
  units: Unit[],
  isOther: (element: Element) => boolean,
  depth: number,
): void {
  const own = directText(element);
  const blocks = own && holdsBlock(element);
  if (own && !blocks && depth > 0) {
    units.push({ element, key, text: line(element.textContent) });
    return;
  }
  if (own) units.push({ element, key, text: own, loose: true });
  if (depth > 60) return;
  const counts = new Map<string, number>();
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    if (SILENT.has(child.localName) || isOther(child)) continue;
    const name = stepOf(child);
    const index = counts.get(name) ?? 0;
    counts.set(name, index + 1);
    const step = CONTINUED.test(child.localName) || name.includes(".") ? name : `${name}:${Math.min(index, 6)}`;
    visit(child, `${key}>${step}`, units, isOther, depth + 1);
  }
}

function stepOf(element: Element): string {
  const slot = element.getAttribute("slot") ?? element.getAttribute("data-testid") ?? element.getAttribute("data-hook");
  const own = lasting(element) || slot?.replace(/\d+/g, "") || "";
  return own ? `${element.localName}.${own}` : element.localName;
}

function directText(element: Element): string {
  let text = "";
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
  return line(text);
}

function holdsBlock(element: Element): boolean {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (BLOCKS.has(child.localName) && /\S/.test(child.textContent ?? "")) return true;
  return false;
}
