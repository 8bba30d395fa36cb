/** Finds the title of a record: a real heading, something named so, or the place where all records of the group have one. */
import { looksLikeDate, looksLikeRating } from "../document/signals";
import { line, readText } from "../document/text";
import { TITLE_WORD, wordsOf } from "../document/vocabulary";
import type { Surroundings } from "./body";
import { inOther } from "./within";

export interface Found {
  text: string;
  element: Element;
}

/** @param usual the element in the place where records of this group have their title */
export function readTitle(
  record: Element,
  around: Surroundings,
  author: string | undefined,
  usual: Element | undefined,
): Found | undefined {
  const headings = [
    ...record.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading], [itemprop=name], [itemprop=headline]"),
  ];
  // Real headings come before elements that only look like one: class names call many things a heading.
  const named = [
    ...record.querySelectorAll(
      "[class*=title i], [class*=headline i], [class*=heading i], [data-hook*=title], [data-testid*=title], [slot=title]",
    ),
  ].filter((other) => wordsOf(other).some((word) => TITLE_WORD.test(word)) || other.getAttribute("slot") === "title");
  for (const element of [...headings, ...named, ...(usual ? [usual] : [])]) {
    const text = titleIn(element, record, around);
    if (text && text !== author) return { text, element };
  }
  return undefined;
}

function titleIn(element: Element, record: Element, around: Surroundings): string | undefined {
  if (!mayBeTitle(element, record, around)) return undefined;
  const text = readText(element, (inner) => around.marks.kinds.get(inner)?.has("rating") ?? false);
  if (text.length > 200 || !/\p{L}{2}|[\p{Script=Han}\p{Extended_Pictographic}]/u.test(text) || text.includes("\n\n"))
    return undefined;
  if (around.boilerplate.has(text) || looksLikeDate(text) || looksLikeRating(text)) return undefined;
  return line(text);
}

function mayBeTitle(element: Element, record: Element, { isOther, taken }: Surroundings): boolean {
  if (inOther(element, record, isOther) || taken.has(element)) return false;
  if ([...taken].some((other) => element.contains(other) || other.contains(element))) return false;
  const frame = element.closest("blockquote, [class*=product i], [class*=author i], [class*=user i]");
  return !frame || frame === record || !record.contains(frame);
}
