/** Finds the words of a record: what is left when names, dates, stars, controls and boilerplate are taken away. */
import { fold, isCut, withoutCutMark } from "../document/fold";
import { EXPAND_TEXT, QUOTE_HEAD } from "../document/phrases";
import { isDateLine } from "../document/signals";
import { line, readText, SILENT } from "../document/text";
import { ABOUT_WORD, BODY_WORD, FURNITURE_WORD, wordsOf } from "../document/vocabulary";
import type { MarkKind, Marks } from "./marks";

export interface Surroundings {
  isOther: (element: Element) => boolean;
  marks: Marks;
  /** Short texts that most records of the group show alike. */
  boilerplate: Set<string>;
  /** Elements already read as author, title, date or rating. */
  taken: Set<Element>;
  /** Elements in places that hold no words of the review, as the other records show. */
  about?: Set<Element>;
  /** The element in the place with most words: nothing that holds it is left out for its name. */
  main?: Element;
}

export interface Body {
  text: string;
  element: Element;
  /** The page shows only the beginning. */
  cut: boolean;
}

export function readBody(record: Element, around: Surroundings): Body | undefined {
  const skip = (element: Element) => isNoBody(element, around);
  const weights = weighTexts(record, skip);
  const whole = weights.get(record) ?? 0;
  if (whole === 0) return undefined;
  const element = narrow(namedBody(record, weights, whole, around.about !== undefined) ?? record, weights);
  const text = withoutDoubles(readText(element, skip));
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text)) return undefined;
  if (!text) return undefined;
  const shown = (isCut(text) ? withoutCutMark(text) : text).replace(LEFT_OVER, "").replace(LEFT_LINE, "");
  return { text: shown, element, cut: isCut(text) && isShortened(text, shown, record) };
}

/** What is left of "Ann: …" once the name is taken away. */
const LEFT_OVER = /^(?:[:,–—|·•]\s*)+/u;

/** A first line of nothing but "by", "on" or signs. */
const LEFT_LINE =
  /^(?:by|von|par|por|di|от|on|at|posted|wrote|said|says|\P{L})?[^\p{L}\p{N}\p{Extended_Pictographic}\n]*\n+/iu;

/** Dots alone are a matter of style; dots with a way to see the rest are not, nor is a "read more" behind dots. */
function isShortened(text: string, shown: string, record: Element): boolean {
  if (!ENDS_IN_DOTS.test(shown)) return false;
  if (shown !== text) return true;
  const controls = [...record.querySelectorAll("button, a, [role=button], summary, span")].slice(0, 200);
  return controls.some((control) => {
    const label = control.childElementCount < 4 ? line(control.textContent) : "";
    return label.length < 40 && EXPAND_TEXT.test(label || line(control.getAttribute("aria-label")));
  });
}

const ENDS_IN_DOTS = /(?:…|\.{3})\s*$/;

function isNoBody(element: Element, { isOther, marks, boilerplate, taken, about, main }: Surroundings): boolean {
  if (isOther(element) || taken.has(element) || about?.has(element)) return true;
  if (element.localName === "form" || element.localName === "button" || isQuoted(element)) return true;
  if (main && element.contains(main)) return false;
  const kinds = marks.kinds.get(element);
  const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
  if (kinds && (kinds.has("action") || kinds.has("answer"))) return true;
  if (kinds && text.length < 60 && tellsFact(element, kinds, text)) return true;
  if ((text.length < 80 && boilerplate.has(text)) || CLOCK.test(text)) return true;
  return (
    element.localName !== "p" &&
    text.length < 400 &&
    wordsOf(element).some((word) => word !== "summary" && (FURNITURE_WORD.test(word) || ABOUT_WORD.test(word))) &&
    !wordsOf(element).some((word) => BODY_WORD.test(word))
  );
}

/** Words of somebody else that an answer repeats, when it is said whose they are. */
function isQuoted(element: Element): boolean {
  if (element.hasAttribute("data-quote")) return true;
  if (
    element.localName !== "blockquote" &&
    !wordsOf(element).some((word) => /^(?:b?b?quote|quotebox|zitat)$/.test(word))
  )
    return false;
  const head = (element.textContent ?? "").trim().slice(0, 80);
  return element.querySelector("cite") !== null || QUOTE_HEAD.test(head);
}

/** A date, a rating or the link of a person, and not a sentence that has one in it. */
function tellsFact(element: Element, kinds: Set<MarkKind>, text: string): boolean {
  if (kinds.has("author") && element.localName === "a") return true;
  if (kinds.has("date") && (element.localName !== "p" || isDateLine(text))) return isDateLine(text) || text.length < 24;
  return kinds.has("rating") && (element.localName !== "p" || text.length < 24);
}

/** The time of day, where the day stands in another element. */
const CLOCK = /^\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:am|pm|uhr|h)?$/i;

/** Characters of text below each element, without what is skipped. */
function weighTexts(record: Element, skip: (element: Element) => boolean): Map<Element, number> {
  const weights = new Map<Element, number>();
  const weigh = (element: Element): number => {
    let sum = 0;
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) sum += (child.nodeValue ?? "").replace(/\s+/g, " ").trim().length;
      else if (child.nodeType === Node.ELEMENT_NODE) {
        const inner = child as Element;
        if (inner.localName === "img") sum += 1;
        if (!SILENT.has(inner.localName) && !skip(inner)) sum += weigh(inner);
      }
    }
    weights.set(element, sum);
    return sum;
  };
  weigh(record);
  return weights;
}

/** Characters beside a named body that may be labels; more are words of the author too. */
const MOST_LEFT = 30;

/**
 * An element named as a body that holds most of the text.
 * @param compared what is no text of the author was found by comparison: then nearly all that is left is
 */
function namedBody(
  record: Element,
  weights: Map<Element, number>,
  whole: number,
  compared: boolean,
): Element | undefined {
  let best: { element: Element; score: number } | undefined;
  let apart = false;
  for (const [element, weight] of weights) {
    if (element === record || weight === 0) continue;
    const words = wordsOf(element);
    const hits = words.filter((word) => BODY_WORD.test(word)).length;
    if (hits === 0 && element.localName !== "blockquote") continue;
    const score =
      weight / whole +
      Math.min(hits, 2) * 0.15 -
      (words.some((word) => /^(?:head|header|footer|author|meta|user|info|wrapper|container)$/.test(word)) ? 0.3 : 0);
    if (best && weight > 4 && compared) apart ||= !best.element.contains(element) && !element.contains(best.element);
    const enough = compared ? whole - weight <= Math.max(MOST_LEFT, whole * 0.1) : weight >= whole * 0.25;
    if (enough && weight >= whole * 0.25 && (!best || score >= best.score)) best = { element, score };
  }
  // Two bodies side by side: what was liked and what was not.
  return apart ? undefined : best?.element;
}

/** Goes down while one child holds nearly all of the text. */
function narrow(start: Element, weights: Map<Element, number>): Element {
  let element = start;
  for (;;) {
    const weight = weights.get(element) ?? 0;
    const heavy = [...element.children].find(
      (child) => (weights.get(child) ?? 0) >= weight * 0.95 && child.localName !== "p",
    );
    if (!heavy || INLINE.test(heavy.localName)) return element;
    element = heavy;
  }
}

const INLINE = /^(?:a|b|i|em|strong|font|u)$/;

/** Pages hold a short and a full version side by side; the short one goes. */
function withoutDoubles(text: string): string {
  const lines = text.split("\n");
  if (lines.length < 2 || lines.length > 400) return text;
  const keep = lines.filter((current, index) => {
    if (current.length < 20) return true;
    const short = fold(withoutCutMark(current).replace(/(?:…|\.{3})\s*$/, ""));
    return !lines.some(
      (other, at) => at !== index && other.length > current.length && isCut(current) && fold(other).startsWith(short),
    );
  });
  const half = keep.length / 2;
  const doubled =
    Number.isInteger(half) &&
    keep.slice(0, half).join("\n") === keep.slice(half).join("\n") &&
    keep.join("").length > 60;
  return (doubled ? keep.slice(0, half) : keep).join("\n").trim();
}
