/** What a page says of all its reviews together: how many there are and what they give on average, where its data does not. */
import { COMMENT_COUNTS, REVIEW_COUNTS } from "../document/phrases";
import { looksLikeRating } from "../document/signals";
import { line, SILENT } from "../document/text";
import { ELSEWHERE_WORD, QUESTION_WORD, wordsOf } from "../document/vocabulary";
import type { RawReview, RawSubject } from "../site";

/** Lines with totals are short. */
const LONGEST = 120;
/** Elements looked at around the records and around the head line. */
const MOST = 1500;
/** How far above the list of records, and above the head line, totals may stand. */
const REACH = 3;

type Totals = Pick<RawSubject, "rating" | "ratingScale" | "ratingCount">;

/**
 * @param shown the elements of the records, with what was read
 * @returns the words of the page; nothing where it says less than was read
 */
export function readTotals(document: Document, shown: Map<Element, RawReview>): Totals {
  const records = [...shown.values()].filter(({ kind }) => kind !== "reply");
  const reviews = records.some(({ kind }) => kind === "review") || records.length === 0;
  const least = records.filter(({ kind }) => (reviews ? kind === "review" : kind === "comment")).length;
  const patterns = reviews ? REVIEW_COUNTS : COMMENT_COUNTS;
  const totals: Totals = {};
  for (const area of areasOf(document, shown)) {
    for (const element of elementsOf(area, shown)) {
      const found = totalsIn(element, patterns, least);
      if (!found) continue;
      totals.ratingCount ??= found.ratingCount;
      if (!reviews) return totals;
      if (totals.rating === undefined && found.rating !== undefined) {
        totals.rating = found.rating;
        totals.ratingScale = found.ratingScale;
      }
      if (totals.rating !== undefined) return totals;
    }
  }
  return totals;
}

/** First the list of records and what stands around it, then what stands around the head line. */
function* areasOf(document: Document, shown: Map<Element, RawReview>): Generator<Element> {
  const [first, last] = [shown.keys().next().value, [...shown.keys()].at(-1)];
  let list = first?.parentElement ?? null;
  while (list && last && !list.contains(last)) list = list.parentElement;
  const heading = document.querySelector("h1");
  for (const start of [list, heading?.parentElement ?? null]) {
    let at = start;
    for (let level = 0; at && level <= REACH && !/^(?:body|html)$/.test(at.localName); level += 1)
      at = at.parentElement;
    if (start) yield start;
    for (let area = start?.parentElement; area && start !== at && area !== at; area = area.parentElement) yield area;
  }
}

function* elementsOf(area: Element, shown: Map<Element, RawReview>): Generator<Element> {
  const walker = area.ownerDocument.createTreeWalker(area, NodeFilter.SHOW_ELEMENT, (node) => {
    const element = node as Element;
    const leftOut =
      SILENT.has(element.localName) || shown.has(element) || /^(?:nav|footer|aside)$/.test(element.localName);
    return leftOut || isElsewhere(element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  for (let count = 0; count < MOST && walker.nextNode(); count += 1) yield walker.currentNode as Element;
}

/** Other products have totals of their own, and questions are none. */
function isElsewhere(element: Element): boolean {
  return wordsOf(element).some((word) => ELSEWHERE_WORD.test(word) || QUESTION_WORD.test(word));
}

function totalsIn(element: Element, patterns: readonly RegExp[], least: number): Totals | undefined {
  const count = countIn(element, patterns);
  if (!count?.[1] || numberOf(count[1]) < least) return undefined;
  const inner = [...element.children].find((child) => countIn(child, patterns));
  if (inner) return totalsIn(inner, patterns, least);
  const beside = [element, element.parentElement, element.parentElement?.parentElement].flatMap((at) =>
    at ? (ratingIn(at) ?? []) : [],
  )[0];
  return { ratingCount: count[0].trim(), ...beside };
}

function countIn(element: Element, patterns: readonly RegExp[]): RegExpMatchArray | undefined {
  for (const text of [wordsIn(element), line(element.getAttribute("aria-label"))]) {
    if (!text || text.length > LONGEST) continue;
    for (const pattern of patterns) {
      const match = text.match(pattern);
      if (match?.[1]) return match;
    }
  }
  return undefined;
}

/** The words of a short line; those of different elements stand apart, as they do on the page. */
function wordsIn(element: Element): string {
  if (element.childElementCount > 12 || (element.textContent?.length ?? 0) > LONGEST * 4) return "";
  const parts: string[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) parts.push(walker.currentNode.nodeValue ?? "");
  const text = line(parts.join(" "));
  return text.length <= LONGEST ? text : "";
}

/** An average has a fraction or its scale beside it: "5 stars" is a line of a histogram. */
function ratingIn(element: Element): Totals | undefined {
  const labels = [element, ...element.querySelectorAll("[aria-label], [title], [alt]")].slice(0, 12);
  for (const inner of labels) {
    for (const name of ["aria-label", "title", "alt"]) {
      const label = line(inner.getAttribute(name));
      if (
        label.length <= 60 &&
        looksLikeRating(label) &&
        /\d[.,]\d|\d\s?(?:\/|out of|von|sur|de|su|из)\s?\d/.test(label)
      )
        return { rating: label };
    }
  }
  const text = wordsIn(element);
  const said = text.match(
    /(?<![\d.,])(\d{1,2}[.,]\d{1,2})(?![\d.,%]|\s?[kKmM]\b|\p{L})(?:\s?(?:\/|out of|von|sur|de|su|из|av|van|z)\s?(5|10|100)\b)?/u,
  );
  const value = Number(said?.[1]?.replace(",", "."));
  if (!said || !(value > 0 && value <= (said[2] ? Number(said[2]) : 10))) return undefined;
  const scale = said[2] ? Number(said[2]) : value > 5 ? 10 : undefined;
  return { rating: value, ...(scale ? { ratingScale: scale } : {}) };
}

function numberOf(count: string): number {
  const digits = Number(count.replace(/\D/g, ""));
  return /[km万]/i.test(count) ? digits * 1000 : digits;
}
