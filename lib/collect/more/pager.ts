/** Finds what turns the page of a list without an address: "2", "›", "Next page". */
import { line } from "../document/text";
import { wordsOf } from "../document/vocabulary";
import { isElsewhere, isPressable, namesOf } from "./controls";
import { promisesNextPage } from "./labels";
import { ancestors, isBeside, type Region, recordOf } from "./region";

/**
 * @param url address of the document
 * @returns the control that leads to the page after the present one, when it can be pressed
 */
export function pagerIn(candidates: readonly Element[], url: string, region: Region): Element | undefined {
  if (!region.list) return undefined;
  const free = candidates.filter(
    (element) => isPagerPart(element) && !recordOf(element, region) && isPressable(element, url, region),
  );
  const placed = free.filter(
    (element) => (isPaging(element, region) || isBeside(element, region)) && !isElsewhere(element, region),
  );
  return placed.find(isNext) ?? placed.find(isNumberAfterCurrent);
}

function isPagerPart(element: Element): boolean {
  return isNext(element) || /^\d{1,4}$/.test(line(element.textContent));
}

function isNext(element: Element): boolean {
  if (namesOf(element).some(promisesNextPage)) return true;
  // an arrow without a name: its class tells
  if (line(element.textContent).length > 2 || element.hasAttribute("aria-label")) return false;
  const words = wordsOf(element);
  return words.includes("next") && !words.some((word) => /^(?:prev|previous|slide|month)$/.test(word));
}

const PAGING = /^(?:pag(?:ination|inator|inate|er|ing|es)|pages|paginate)$/;

/** Whether it stands among page numbers near the records. */
function isPaging(element: Element, { levels }: Region): boolean {
  let named = false;
  for (const at of ancestors(element)) {
    named ||= wordsOf(at).some((word) => PAGING.test(word)) || /pag/i.test(at.getAttribute("aria-label") ?? "");
    const level = levels.get(at);
    if (level !== undefined) return named && level <= 6;
  }
  return false;
}

/** "1 [2] 3 4": the number after the one that is marked as the present one. */
function isNumberAfterCurrent(element: Element): boolean {
  const before = String(Number(line(element.textContent)) - 1);
  for (const at of [element, ...ancestors(element)].slice(0, 3)) {
    const previous = at.previousElementSibling;
    if (previous && line(previous.textContent) === before) return isCurrent(previous);
  }
  return false;
}

const CURRENT = /^(?:current|active|selected|on|cur|this)$/;

function isCurrent(element: Element): boolean {
  return [element, ...element.querySelectorAll("*")].some(
    (at) =>
      /^(?:page|true|step)$/.test(at.getAttribute("aria-current") ?? "") ||
      at.getAttribute("aria-selected") === "true" ||
      at.hasAttribute("disabled") ||
      wordsOf(at).some((word) => CURRENT.test(word)),
  );
}
