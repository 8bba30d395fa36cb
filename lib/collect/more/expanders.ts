/** Finds the controls that complete texts of which a record shows only the beginning. */
import { fold, isCut, withoutCutMark } from "../document/fold";
import { labelOf } from "../document/label";
import type { Root } from "../document/roots";
import { readText } from "../document/text";
import { wordsOf } from "../document/vocabulary";
import type { RawReview } from "../site";
import { isPressable, namesOf } from "./controls";
import { promisesRecords, promisesRestOfText } from "./labels";
import { type Region, recordOf } from "./region";

/**
 * @param ruled controls that the rules of the site name
 * @returns controls with the record each belongs to; only where words are missing in the page
 */
export function expandersIn(
  candidates: readonly Element[],
  ruled: ReadonlySet<Element>,
  url: string,
  region: Region,
): Map<Element, Element> {
  const found = new Map<Element, Element>();
  const taken = new Set<Element>();
  for (const element of [...ruled, ...candidates]) {
    const record = recordOf(element, region);
    if (!record || taken.has(record)) continue;
    if (!ruled.has(element) && !isExpander(element, region.records.get(record))) continue;
    if (!isPressable(element, url, region) || !isMissing(element, record, region)) continue;
    found.set(element, record);
    taken.add(record);
  }
  return found;
}

const EXPANDER_NAME = /^(?:readmore|showmore|seemore|expand|expander|expandable|more|truncat\w*|clamp\w*|unfold)$/;

function isExpander(element: Element, told: RawReview | undefined): boolean {
  if (element.getAttribute("aria-expanded") === "true") return false;
  const names = namesOf(element);
  if (names.some((name) => promisesRecords(name))) return false;
  if (names.some(promisesRestOfText)) return true;
  const label = labelOf(element);
  // a control of another language is known by its name, unless its words are the reviewer's own
  const own = fold(label) !== "" && fold(`${told?.title} ${told?.body}`).includes(fold(label));
  if (own || element.closest("h1, h2, h3, h4, h5, h6")) return false;
  return label.length > 0 && label.length <= 30 && wordsOf(element).some((word) => EXPANDER_NAME.test(word));
}

const DOTS = /(?:…|\.{3}|\[…\]|⋯)\s*$/;
/** A text that ends like this is likely whole. */
const FULL_STOP = /[.!?。！？」』”"'»)）\]~☆★♥❤\p{Extended_Pictographic}]\s*$/u;
/** Letters at the end of a text that came from elsewhere and is not shown as a whole. */
const TAIL = 24;

/** Whether the text of the record goes on where the page does not show it. */
function isMissing(element: Element, record: Element, region: Region): boolean {
  const told = region.records.get(record);
  if (!told) return false;
  const before = textBefore(element, record);
  const shown = fold(readText(record));
  // Data of the page may have told the whole text already.
  if (told.body && !shown.includes(fold(told.body).slice(-TAIL))) return false;
  if (DOTS.test(before) || told.cut || isCut(told.body)) return true;
  const controlled = controlledBy(element);
  if (controlled) return fold(controlled.textContent ?? "").length === 0;
  return before.length > 0 && !FULL_STOP.test(before);
}

/** What stands in the record right before the control: the text that it completes. */
function textBefore(element: Element, record: Element): string {
  for (let at: Element | null = element; at && at !== record; at = at.parentElement) {
    for (let before = at.previousSibling; before; before = before.previousSibling) {
      const text = before.nodeType === Node.TEXT_NODE ? (before.nodeValue ?? "") : textOf(before);
      if (text.trim()) return text.trim().slice(-200);
    }
  }
  return "";
}

function textOf(node: Node): string {
  return node.nodeType === Node.ELEMENT_NODE
    ? withoutCutMark(readText(node as Element)) || (node.textContent ?? "")
    : "";
}

function controlledBy(element: Element): Element | null {
  const id = element.getAttribute("aria-controls")?.split(" ")[0];
  const root = element.getRootNode() as Root;
  return id ? root.querySelector(`#${CSS.escape(id)}`) : null;
}
