/** Finds when a record was written. */
import { MEMBERSHIP_TEXT, STAY_TEXT } from "../document/phrases";
import { looksLikeDate } from "../document/signals";
import { line } from "../document/text";
import type { Surroundings } from "./body";
import { isDate, ownText, stampOf } from "./marks";
import type { Found } from "./title";
import { inOther } from "./within";

const ATTRIBUTES = ["date", "created", "created-at", "data-date", "data-created", "data-created-at", "data-timestamp"];

/** Machine-readable times first, then the first text that reads like a date and tells of the writing. */
export function readDate(record: Element, { isOther, marks }: Surroundings): Found | undefined {
  const dated = [record, ...record.querySelectorAll("*")].filter(
    (element) => marks.kinds.get(element)?.has("date") && !inOther(element, record, isOther),
  );
  for (const element of dated) {
    const stamp = element.getAttribute("datetime") || element.getAttribute("content") || stampOf(element);
    if (stamp && /\d{4}/.test(stamp) && !tellsOfElse(element)) return { text: stamp, element };
  }
  for (const element of dated) {
    const found = dateIn(element);
    if (found) return found;
  }
  return fromAttributes(record);
}

function dateIn(element: Element): Found | undefined {
  const own = ownText(element);
  const whole = line(element.textContent);
  for (const name of ["title", "aria-label"]) {
    const label = line(element.getAttribute(name));
    if (/\d{4}/.test(label) && looksLikeDate(label)) return { text: label, element };
  }
  if (tellsOfElse(element)) return undefined;
  const text = [own, whole].find((value) => value && looksLikeDate(value));
  return text && isDate(element, text) ? { text, element } : undefined;
}

/** When somebody joined, stayed or bought, not when they wrote. */
function tellsOfElse(element: Element): boolean {
  const text = line(element.textContent);
  const outer = line(element.parentElement?.textContent);
  const near = outer.length < 60 ? outer : text;
  return near.length < 80 && (MEMBERSHIP_TEXT.test(near) || STAY_TEXT.test(near));
}

function fromAttributes(record: Element): Found | undefined {
  for (const name of ATTRIBUTES) {
    const value = line(record.getAttribute(name));
    if (value && value.length < 60 && looksLikeDate(value)) return { text: value, element: record };
  }
  return undefined;
}
