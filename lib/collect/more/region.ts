/** Where the records of a page stand, and what stands beside them. */
import { fold } from "../document/fold";
import { hostOf } from "../document/roots";
import type { RawReview } from "../site";

/** The records of a page and the list they form. */
export interface Region {
  records: ReadonlyMap<Element, RawReview>;
  /** The element that holds most of them; none where no record was found in the page itself. */
  list?: Element;
  /** The list (0) and the elements around it with their distance from it. */
  levels: ReadonlyMap<Element, number>;
  /** Every element that holds a record. */
  holders: ReadonlySet<Element>;
  last?: Element;
}

/** Share of the records a list holds at least: a few may stand elsewhere, as highlights. */
const MOST = 0.6;

/** @param shown records with the elements they were read from: a whole record, or only its text */
export function regionOf(shown: ReadonlyMap<Element, RawReview>): Region {
  const records = wholeRecords(shown);
  const elements = [...records.keys()];
  const holders = new Set<Element>();
  for (const element of elements) for (const at of ancestors(element)) holders.add(at);
  const list = listOf(elements);
  const levels = new Map<Element, number>();
  if (list) for (const at of [list, ...ancestors(list)]) levels.set(at, levels.size);
  return { records, list, levels, holders, last: list && lastIn(elements, list) };
}

/** Levels between a text and the element of its record. */
const DEEPEST = 8;

/** The widest element around each record that holds no other one: its controls stand there too. */
function wholeRecords(shown: ReadonlyMap<Element, RawReview>): Map<Element, RawReview> {
  const counts = new Map<Element, number>();
  for (const element of shown.keys()) for (const at of ancestors(element)) counts.set(at, (counts.get(at) ?? 0) + 1);
  const records = new Map<Element, RawReview>();
  for (const [element, record] of shown) {
    let whole = element;
    for (let level = 0; level < DEEPEST && shown.size > 1; level += 1) {
      const at: Element | null = whole.parentElement;
      if (!at || shown.has(at) || counts.get(at) !== 1 || at.localName === "body") break;
      whole = at;
    }
    records.set(whole, record);
  }
  return records;
}

function listOf(elements: Element[]): Element | undefined {
  const middle = elements[Math.floor(elements.length / 2)];
  const enough = Math.max(1, elements.length * MOST);
  for (const at of middle ? ancestors(middle) : [])
    if (elements.filter((element) => element !== at && at.contains(element)).length >= enough) return at;
  return middle?.parentElement ?? undefined;
}

function lastIn(elements: Element[], list: Element): Element | undefined {
  return elements.filter((element) => list.contains(element)).reduce<Element | undefined>(later, undefined);
}

function later(a: Element | undefined, b: Element): Element {
  return a && follows(a, b) ? a : b;
}

/** The elements around one, across shadow roots and frames, nearest first. */
export function* ancestors(element: Element): Generator<Element> {
  for (let at = outer(element); at; at = outer(at)) yield at;
}

function outer(element: Element): Element | undefined {
  return element.parentElement ?? hostOf(element.getRootNode());
}

/** The record an element belongs to: the nearest one around it. */
export function recordOf(element: Element, { records }: Region): Element | undefined {
  for (const at of ancestors(element)) if (records.has(at)) return at;
  return undefined;
}

/** Letters by which a record is known again, also when more of its text is shown. */
const KNOWN = 40;

export function keyOf({ author, body, title }: RawReview): string {
  return `${fold(author ?? "", KNOWN)}|${fold(body || title || "", KNOWN)}`;
}

/** How far from the list its own controls stand. */
const NEAR = 3;

/**
 * Whether an element stands right below (or above) the records, with nothing else between that has a heading of its own.
 * @param below only after the last record
 */
export function isBeside(element: Element, region: Region, below = true): boolean {
  const meeting = meetingOf(element, region);
  if (!meeting || !region.last) return false;
  const level = region.levels.get(meeting);
  if (level === undefined) return region.list?.contains(meeting) ?? false;
  if (level > NEAR || (below && !follows(element, region.last))) return false;
  const branch = branchOf(element, meeting);
  return (branch === element || !isSection(branch, element)) && !isApart(branch, region);
}

function follows(element: Element, other: Element): boolean {
  return Boolean(other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The nearest element around one that holds records too. */
export function meetingOf(element: Element, { holders }: Region): Element | undefined {
  for (const at of ancestors(element)) if (holders.has(at)) return at;
  return undefined;
}

function branchOf(element: Element, meeting: Element): Element {
  let branch = element;
  for (const at of ancestors(element)) {
    if (at === meeting) break;
    branch = at;
  }
  return branch;
}

const HEADING = "h1, h2, h3, h4, h5, h6, article, [role=heading], [role=article]";
/** Letters of the longest remark beside a control ("You have seen 20 of 240 reviews"). */
const REMARK = 200;

function isSection(branch: Element, element: Element): boolean {
  const words = (branch.textContent ?? "").length - (element.textContent ?? "").length;
  return words > REMARK || branch.querySelector(HEADING) !== null;
}

/** Whether another section stands between the records and the branch of a control. */
function isApart(branch: Element, { holders, records }: Region): boolean {
  for (let at = branch.previousElementSibling; at; at = at.previousElementSibling) {
    if (holders.has(at) || records.has(at)) return false;
    if (at.matches(HEADING) || at.querySelector(HEADING)) return true;
  }
  return false;
}
