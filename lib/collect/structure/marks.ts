/** One walk over the document: where it shows a date, a rating, a person or the controls of a comment. */

import { ACTION_TEXT, ANSWER_TEXT, HELPFUL_TEXT } from "../document/phrases";
import { isStarry } from "../document/rating";
import type { Root } from "../document/roots";
import { looksLikeDate, looksLikeRating } from "../document/signals";
import type { Slices } from "../document/slices";
import { line, SILENT } from "../document/text";
import { AUTHOR_WORD, COMMENT_WORD, REVIEW_WORD, wordsOf } from "../document/vocabulary";

export type MarkKind = "date" | "rating" | "author" | "action" | "answer";

/** How often each kind of mark lies in an element. */
export type Tally = Record<MarkKind, number>;

export interface Marks {
  /** Ancestors of marks, up to `REACH` levels. */
  tallies: Map<Element, Tally>;
  kinds: Map<Element, Set<MarkKind>>;
  /** Elements named after a review or comment. */
  named: Set<Element>;
  /** Position of each element in the page; comparing elements themselves takes long among many siblings. */
  positions: Map<Element, number>;
}

/** How far above a mark its record may lie. */
const REACH = 14;

export async function scan(roots: Root[], slices: Slices): Promise<Marks> {
  const marks: Marks = { tallies: new Map(), kinds: new Map(), named: new Set(), positions: new Map() };
  for (const root of roots) {
    const owner = root.ownerDocument ?? (root as Document);
    const walker = owner.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (node) => {
      const element = node as Element;
      if (element.localName === "svg" && isDrawnRating(element)) mark(element, "rating", marks);
      return SILENT.has(element.localName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    while (walker.nextNode()) {
      if (slices.due()) await slices.rest();
      inspect(walker.currentNode as Element, marks);
    }
  }
  return marks;
}

/** Notes the marks of a tree that is not part of the page, such as a copy of some of its elements. */
export function scanTree(root: Element, marks: Marks): void {
  if (SILENT.has(root.localName)) return;
  inspect(root, marks);
  for (let child = root.firstElementChild; child; child = child.nextElementSibling) scanTree(child, marks);
}

function inspect(element: Element, marks: Marks): void {
  marks.positions.set(element, marks.positions.size);
  const words = element.hasAttributes() ? wordsOf(element) : [];
  if (words.some((word) => REVIEW_WORD.test(word) || COMMENT_WORD.test(word))) marks.named.add(element);
  for (const kind of kindsOf(element, words)) mark(element, kind, marks);
}

function kindsOf(element: Element, words: string[]): MarkKind[] {
  const kinds: MarkKind[] = [];
  const text = ownText(element);
  if (isDate(element, text)) kinds.push("date");
  if (isRating(element, words, text)) kinds.push("rating");
  if (isAuthor(element, words)) kinds.push("author");
  const label = (/^[\s(]*[\d.,\s]*[kKM]?[\s)]*$/.test(text) && controlLabel(element)) || text;
  if (text.length <= 90 && label.length <= 90 && HELPFUL_TEXT.test(label)) kinds.push("answer");
  else if (label && label.length <= 60 && ACTION_TEXT.test(label))
    kinds.push(ANSWER_TEXT.test(label) ? "answer" : "action");
  return kinds;
}

/** Stars in one drawing, which says what it shows. */
function isDrawnRating(drawing: Element): boolean {
  const title = drawing.firstElementChild?.localName === "title" ? drawing.firstElementChild.textContent : "";
  return looksLikeRating(line(title)) || looksLikeRating(line(drawing.getAttribute("aria-label")));
}

/** What a control without a text is called: pictures of buttons carry their names. */
function controlLabel(element: Element): string {
  if (element.localName === "button" || element.getAttribute("role") === "button")
    return element.getAttribute("aria-label") ?? "";
  const inLink = element.localName === "img" && /^(?:a|button)$/.test(element.parentElement?.localName ?? "");
  return inLink ? element.getAttribute("alt") || element.getAttribute("title") || "" : "";
}

/** Text that stands directly in the element; long text is of no interest here. */
export function ownText(element: Element): string {
  let text = "";
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue;
    if (text.length > 400) return "";
  }
  return text.replace(/\s+/g, " ").trim();
}

export function isDate(element: Element, text: string): boolean {
  if (element.localName === "time" || element.localName === "relative-time") return true;
  if (element.hasAttribute("datetime") || stampOf(element) || /date|time/i.test(element.getAttribute("itemprop") ?? ""))
    return true;
  if (text && looksLikeDate(text)) return true;
  const title = element.getAttribute("title") ?? element.getAttribute("aria-label");
  return Boolean(title && text.length < 40 && looksLikeDate(title) && /\d{4}/.test(title));
}

const STAMPED = [
  "data-datetime",
  "data-date",
  "data-time",
  "data-timestamp",
  "data-utime",
  "data-content",
  "data-created",
];

/** A time that a script is to show: ISO text, or seconds or milliseconds since 1970, in an element named after dates. */
export function stampOf(element: Element): string | undefined {
  for (const name of STAMPED) {
    const value = element.getAttribute(name)?.trim() ?? "";
    if (/^(?:19|20)\d\d-\d\d-\d\d(?:[T ].{0,30})?$/.test(value)) return value;
    if (!/^1\d{9}(?:\d{3})?$/.test(value)) continue;
    return new Date(Number(value) * (value.length === 10 ? 1000 : 1)).toISOString();
  }
  return undefined;
}

const WORDS = /\p{L}{3,}\s+\p{L}{2,}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]{4,}/u;

export function isRating(element: Element, words: string[], text: string): boolean {
  if (text && looksLikeRating(text)) return true;
  for (const name of ["aria-label", "title", "alt"]) {
    const value = element.getAttribute(name);
    if (value && looksLikeRating(value)) return true;
  }
  // A class name alone does not make a rating of words.
  return isStarry(words) && !/^(?:form|label|input)$/.test(element.localName) && !WORDS.test(text);
}

function isAuthor(element: Element, words: string[]): boolean {
  if (element.localName === "cite" || element.getAttribute("rel") === "author") return true;
  if (["author", "author-name", "data-author", "data-username"].some((name) => element.getAttribute(name))) return true;
  if (words.some((word) => AUTHOR_WORD.test(word)) && (element.textContent?.length ?? 999) < 200) return true;
  const href = element.localName === "a" ? (element.getAttribute("href") ?? "") : "";
  return /\/(?:users?|u|profile|profil|member|people|author|@[\w.-]+)(?:\/|\.php|$)|[?&](?:user|user_?id|uid|member)=|\/\/(?:profile|profiles|user|members?)\.|\buser\?id=|mode=viewprofile|^\/@/i.test(
    href,
  );
}

function mark(element: Element, kind: MarkKind, marks: Marks): void {
  const kinds = marks.kinds.get(element) ?? new Set();
  kinds.add(kind);
  marks.kinds.set(element, kinds);
  let at: Element | null = element;
  for (let level = 0; at && level < REACH; level += 1, at = at.parentElement) {
    const tally = marks.tallies.get(at) ?? { date: 0, rating: 0, author: 0, action: 0, answer: 0 };
    tally[kind] += 1;
    marks.tallies.set(at, tally);
  }
}
