/** What on a page can be pressed without anything being sent, bought, agreed to or left. */
import { LONGEST_LABEL as LONGEST, labelOf } from "../document/label";
import { pathTo } from "../document/path";
import type { Root } from "../document/roots";
import { line } from "../document/text";
import { ELSEWHERE_WORD, FURNITURE_WORD, wordsOf } from "../document/vocabulary";
import type { Control } from "../site";
import { isForbidden } from "./labels";
import { ancestors, keyOf, type Region } from "./region";

/** Elements that may be controls; frameworks make them of anything, so names count too. */
const CANDIDATES =
  'button, a, summary, [role="button" i], [role="link" i], [aria-expanded="false"], [class*="more" i], [class*="expand" i]';

/** Everything that might be a control, in the order of the page; whether it may be pressed is another question. */
export function candidatesIn(roots: readonly Root[]): Element[] {
  return roots.flatMap((root) => [...root.querySelectorAll(CANDIDATES)]).filter(isControl);
}

const NATIVE = /^(?:button|a|summary)$/;

/** Of elements that are only named like controls: the innermost short ones outside of real controls. */
function isControl(element: Element): boolean {
  if (NATIVE.test(element.localName) || element.hasAttribute("role") || element.hasAttribute("aria-expanded"))
    return true;
  if (!/^(?:span|div|p|b|i|em|strong|li|label)$/.test(element.localName)) return element.localName.includes("-");
  const text = line(element.textContent);
  return (
    text.length > 0 && text.length <= LONGEST / 2 && !element.querySelector(CANDIDATES) && !element.closest("button, a")
  );
}

/** All that is said of a control: its words and its accessible name. */
export function namesOf(element: Element): string[] {
  const names = [labelOf(element), line(element.getAttribute("aria-label")), line(element.getAttribute("title"))];
  return [...new Set(names)].filter((name) => name && name.length <= LONGEST);
}

export function controlOf(element: Element, region: Region, record?: Element): Control {
  const told = record && region.records.get(record);
  return { path: pathTo(element), label: labelOf(element).slice(0, LONGEST), ...(told ? { of: keyOf(told) } : {}) };
}

/**
 * Whether pressing it stays on the page and sends nothing: no link to elsewhere, no button that submits, nothing disabled
 * or hidden, nothing that opens a menu.
 * @param url address of the document
 */
export function isPressable(element: Element, url: string, region: Region): boolean {
  if (
    element.localName === "summary" ||
    /^(?:menu|listbox|dialog|true|grid|tree)$/.test(said(element, "aria-haspopup"))
  )
    return false;
  if (element.hasAttribute("disabled") || said(element, "aria-disabled") === "true" || isHidden(element)) return false;
  if (element.localName === "a" && !staysOnPage(element.getAttribute("href"), url)) return false;
  if (/^(?:submit|reset)$/.test(said(element, "type")) || /\bpost\b/.test(said(element, "data-method"))) return false;
  const form = element.closest("form");
  // some sites wrap the whole page into one form
  if (form && !(region.holders.has(form) && said(element, "type") === "button") && !isWrapped(element, form, region))
    return false;
  return !namesOf(element).some(isForbidden);
}

function isWrapped(element: Element, form: Element, { holders }: Region): boolean {
  return holders.has(form) && element.localName !== "button";
}

function said(element: Element, name: string): string {
  return (element.getAttribute(name) ?? "").toLowerCase();
}

/** Hidden by an attribute; a copy has no other means of knowing. */
function isHidden(element: Element): boolean {
  for (const at of [element, ...ancestors(element)]) {
    if (at.hasAttribute("hidden") || said(at, "aria-hidden") === "true" || at.hasAttribute("inert")) return true;
    if (/display:\s*none|visibility:\s*hidden/i.test(said(at, "style"))) return true;
  }
  return false;
}

/** A link that a script answers: without an address, to a place in this page, to nothing. */
export function staysOnPage(href: string | null, url: string): boolean {
  const address = (href ?? "").trim();
  if (!address || address.startsWith("#")) return true;
  if (/^javascript:/i.test(address)) return /^javascript:\s*(?:void\s*\(?\s*0\s*\)?)?\s*;?\s*$/i.test(address);
  if (!URL.canParse(address, url)) return false;
  const [target, here] = [new URL(address, url), new URL(url)];
  const hash = target.hash;
  target.hash = here.hash = "";
  return hash !== "" && target.href === here.href;
}

const SLIDER =
  /^(?:carousel|slider|slick|swiper|slide|slides|gallery|lightbox|photos?|images?|media|video|calendar|story|stories)$/;

/** Whether a control stands in a part of the page that shows something else: advice, advertising, forms, sliders. */
export function isElsewhere(element: Element, { holders }: Region): boolean {
  for (const at of [element, ...ancestors(element)]) {
    if (holders.has(at) || at.localName === "body") return false;
    if (/^(?:header|footer|aside|dialog)$/.test(at.localName)) return true;
    const words = at.hasAttributes() ? wordsOf(at) : [];
    if (words.some((word) => ELSEWHERE_WORD.test(word) || SLIDER.test(word))) return true;
    if (words.some((word) => FURNITURE_WORD.test(word) && !PAGING.test(word))) return true;
  }
  return false;
}

const PAGING = /^(?:pag|nav)/;
