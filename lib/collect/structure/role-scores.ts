/** How much speaks for a place of the records being the name of the author, or the title of the review. */
import { FROM_TEXT, VARIANT_TEXT, VERIFIED_TEXT } from "../document/phrases";
import { looksLikeDate, looksLikeRating } from "../document/signals";
import { line } from "../document/text";
import { AUTHOR_WORD, TITLE_WORD, wordsOf } from "../document/vocabulary";
import type { Marks } from "./marks";
import { isLabel, type Slot, shareOf } from "./roles";

export interface Compared {
  slots: Slot[];
  marks: Marks;
  /** The place with most words. */
  main?: Slot;
}

const SENTENCE = /[!?…:]$|\p{Ll}{3}\.$|[。！？]$|\n/u;
const NO_NAME_WORD =
  /^(?:date|time|location|country|badges?|count|counts|stats|text|body|content|reply|rank|icon|level|response|variant|size|color|verified)$/;

export function scoreAuthor(slot: Slot, compared: Compared): number {
  if (slot === compared.main || slot.present < 0.5 || !isNameLike(slot, compared)) return 0;
  const first = slot.units[0];
  if (!first) return 0;
  const words = [...wordsOf(first.element), ...namesAround(first)];
  let points = 0.4;
  if (words.some((word) => AUTHOR_WORD.test(word))) points += 3;
  if (words.some((word) => /^(?:name|fn|nick|nickname)$/.test(word))) points += 2;
  if (shareOf(slot, (unit) => compared.marks.kinds.get(unit.element)?.has("author") ?? false) >= 0.5) points += 2;
  if (shareOf(slot, isPictured) >= 0.5) points += 2.5;
  points += nearDate(slot, compared);
  if (slot.order < 1.5) points += 0.75;
  if (shareOf(slot, ({ text }) => /さん$|님$|\*{2,}|^@/.test(text)) >= 0.5) points += 2;
  if (slot.distinct < 0.4 && slot.units.length >= 5) points -= 2;
  if (shareOf(slot, ({ text }) => text.split(/\s+/).length > 4) >= 0.3) points -= 1.5;
  if (standsAsHeading(first.element, compared)) points -= 2;
  if (words.some((word) => TITLE_WORD.test(word))) points -= 2;
  if (words.some((word) => NO_NAME_WORD.test(word))) points -= 2.5;
  return points;
}

/** A heading that holds nothing else says its name for the words in it. */
function namesAround({ element, text }: { element: Element; text: string }): string[] {
  const parent = element.parentElement;
  return parent && line(parent.textContent) === text ? wordsOf(parent) : [];
}

/** In a heading, unless that has the date as well and is a head line. */
function standsAsHeading(element: Element, { marks }: Compared): boolean {
  const heading = element.closest("h1, h2, h3, h4, h5, h6");
  return heading !== null && !(marks.tallies.get(heading)?.date ?? 0);
}

export function isNameLike(slot: Slot, { marks }: Compared): boolean {
  if (slot.median < 2 || slot.median > 30 || slot.longest > 80 || isLabel(slot)) return false;
  if (slot.units.some(({ loose }) => loose)) return false;
  const wrong = shareOf(
    slot,
    ({ element, text }) =>
      SENTENCE.test(text) ||
      !/\p{L}/u.test(text) ||
      looksLikeDate(text) ||
      looksLikeRating(text) ||
      [VARIANT_TEXT, VERIFIED_TEXT, FROM_TEXT].some((pattern) => pattern.test(text)) ||
      ["action", "answer", "rating"].some((kind) => marks.kinds.get(element)?.has(kind as "action")),
  );
  return wrong < 0.25;
}

/** A picture or control beside it is labelled with the same name. */
function isPictured({ element, text }: { element: Element; text: string }): boolean {
  let around: Element | null = element;
  for (let level = 0; level < 4 && around?.parentElement; level += 1) {
    if (around.parentElement.childElementCount > 12) break;
    around = around.parentElement;
  }
  const labelled = [...(around?.querySelectorAll("img[alt], [aria-label]") ?? [])].slice(0, 12);
  return labelled.some((other) => {
    const label = other.getAttribute("alt") ?? other.getAttribute("aria-label") ?? "";
    return label.length < 80 && label.includes(text);
  });
}

function nearDate(slot: Slot, { slots, marks }: Compared): number {
  const element = slot.units[0]?.element;
  for (const other of slots) {
    const beside = other.units[0]?.element;
    if (other === slot || !beside || !element) continue;
    if (shareOf(other, (unit) => marks.kinds.get(unit.element)?.has("date") || looksLikeDate(unit.text)) < 0.5)
      continue;
    if (beside.parentElement === element.parentElement) return 1.5;
    if (
      beside.parentElement?.parentElement?.contains(element) ||
      element.parentElement?.parentElement?.contains(beside)
    )
      return 0.75;
  }
  return 0;
}

/** Short names beside the dates, in nearly every record. */
export function isHeadedByNames(slot: Slot, compared: Compared): boolean {
  if (slot.present < 0.8 || !isNameLike(slot, compared) || nearDate(slot, compared) === 0) return false;
  return shareOf(slot, ({ text }) => text.split(/\s+/).length > 3) < 0.2;
}

export function scoreTitle(slot: Slot, compared: Compared): number {
  const first = slot.units[0];
  if (!first || slot.present < 0.3 || slot.median < 2 || slot.longest > 200 || isLabel(slot)) return 0;
  if (compared.main && slot.order > compared.main.order) return 0;
  if (shareOf(slot, ({ text }) => looksLikeDate(text) || looksLikeRating(text) || VARIANT_TEXT.test(text)) > 0.3)
    return 0;
  if (
    shareOf(
      slot,
      ({ text }) => VERIFIED_TEXT.test(text) || FROM_TEXT.test(text) || !/\p{L}{2}|\p{Script=Han}/u.test(text),
    ) > 0.3
  )
    return 0;
  const words = wordsOf(first.element);
  let points = 0;
  if (first.element.matches("h1, h2, h3, h4, h5, h6, h3 *, h4 *, h5 *, h6 *")) points += 3;
  else if (words.some((word) => TITLE_WORD.test(word))) points += 3;
  else if (first.element.matches("strong, b, strong *, b *")) points += 1.2;
  if (nearRating(slot, compared)) points += 1;
  if (shareOf(slot, ({ text }) => text.split(/\s+/).length > 1) > 0.4) points += 0.3;
  if (slot.distinct < 0.3 && slot.units.length > 5) points -= 2;
  if (words.some((word) => AUTHOR_WORD.test(word) || NO_NAME_WORD.test(word))) points -= 2;
  return points;
}

function nearRating(slot: Slot, { marks }: Compared): boolean {
  const parent = slot.units[0]?.element.parentElement;
  return [...(parent?.children ?? [])].some((child) => marks.kinds.get(child)?.has("rating"));
}
