/**
 * What each place of a group's records holds, learnt by comparing the records: names differ and are short, labels repeat,
 * the words of people are the longest. This needs no class names, so it also works where they are hashes.
 */

import { ASPECT_TEXT, EXPAND_TEXT, FROM_TEXT, VARIANT_TEXT, VERIFIED_TEXT } from "../document/phrases";
import { looksLikeDate, looksLikeRating } from "../document/signals";
import { BODY_WORD, wordsOf } from "../document/vocabulary";
import type { Marks } from "./marks";
import { isHeadedByNames, scoreAuthor, scoreTitle } from "./role-scores";
import { type Unit, unitsOf } from "./units";

/** One place in the build of the records, with what it holds in those looked at. */
export interface Slot {
  key: string;
  /** Share of records that have it (0–1). */
  present: number;
  /** Different texts per text (0–1). */
  distinct: number;
  /** Characters: median, and the longest. */
  median: number;
  longest: number;
  /** Characters in all records. */
  letters: number;
  /** Position among the places of a record, 0 first. */
  order: number;
  units: Unit[];
}

export interface Roles {
  author?: string;
  title?: string;
  /** The place with most words. */
  main?: string;
  /** Places that tell of the author, the purchase or the page; no words of the review. */
  about: Set<string>;
  /** Places that are short beside the words of the review, which says nothing where those are missing. */
  brief: Set<string>;
  /** Median length of the longest place: 0 when there are no words. */
  prose: number;
  /** Share of records that have the place of the author (0–1). */
  authored: number;
}

const SAMPLE = 40;
const NOTHING: Roles = { about: new Set(), brief: new Set(), prose: 0, authored: 0 };

/** @returns no roles for fewer than two records: there is nothing to compare */
export function rolesOf(records: Element[], isOther: (element: Element) => boolean, marks: Marks): Roles {
  const step = Math.max(1, Math.ceil(records.length / SAMPLE));
  const sample = records.filter((_, index) => index % step === 0);
  if (sample.length < 2) return NOTHING;
  const slots = slotsOf(sample, isOther);
  const bodies = slots.filter((slot) => mayBeBody(slot, marks));
  const main = bodies.sort((a, b) => weightOf(b) - weightOf(a))[0];
  const compared = { slots, marks, main };
  const named = best(slots, (slot) => scoreAuthor(slot, compared), 1.5);
  const headed = best(
    slots.filter((slot) => slot !== named && slot !== main),
    (slot) => scoreTitle(slot, compared),
    2,
  );
  // Where only one of them is found and reads like names, it is who wrote.
  const author = named ?? (headed && isHeadedByNames(headed, compared) ? headed : undefined);
  const title = headed === author ? undefined : headed;
  const others = slots.filter((slot) => slot !== main && slot !== title);
  const about = new Set(others.filter((slot) => isAbout(slot, marks)).map(({ key }) => key));
  const brief = new Set(others.filter((slot) => isBrief(slot, main)).map(({ key }) => key));
  return {
    author: author?.key,
    title: title?.key,
    main: main?.key,
    about,
    brief,
    prose: main?.median ?? 0,
    authored: author?.present ?? 0,
  };
}

function best(slots: Slot[], score: (slot: Slot) => number, least: number): Slot | undefined {
  let top: { slot: Slot; points: number } | undefined;
  for (const slot of slots) {
    const points = score(slot);
    if (points >= least && (!top || points > top.points)) top = { slot, points };
  }
  return top?.slot;
}

function slotsOf(records: Element[], isOther: (element: Element) => boolean): Slot[] {
  const found = new Map<string, { units: Unit[]; records: Set<Element>; order: number }>();
  for (const record of records) {
    for (const [order, unit] of unitsOf(record, (element) => element !== record && isOther(element)).entries()) {
      const slot = found.get(unit.key) ?? { units: [], records: new Set(), order: 0 };
      slot.units.push(unit);
      slot.records.add(record);
      slot.order += order;
      found.set(unit.key, slot);
    }
  }
  return [...found].map(([key, slot]) => {
    const lengths = slot.units.map(({ text }) => text.length).sort((a, b) => a - b);
    return {
      key,
      present: slot.records.size / records.length,
      distinct: new Set(slot.units.map(({ text }) => text)).size / slot.units.length,
      median: lengths[Math.floor(lengths.length / 2)] ?? 0,
      longest: lengths.at(-1) ?? 0,
      letters: lengths.reduce((sum, length) => sum + length, 0),
      order: slot.order / slot.units.length,
      units: slot.units,
    };
  });
}

/** Share of a slot's texts that pass a test. */
export function shareOf(slot: Slot, test: (unit: Unit) => boolean): number {
  return slot.units.filter(test).length / slot.units.length;
}

/** The same few words in most records. */
export function isLabel(slot: Slot): boolean {
  return slot.units.length >= 3 && slot.distinct <= 1.01 / Math.max(2, slot.units.length / 2);
}

function mayBeBody(slot: Slot, marks: Marks): boolean {
  if (isLabel(slot) || shareOf(slot, ({ text }) => /[\p{L}\p{Extended_Pictographic}]/u.test(text)) < 0.5) return false;
  return shareOf(slot, (unit) => isMarkOnly(unit, marks)) < 0.5;
}

/** Words that are nothing but a date, a rating or a control. */
function isMarkOnly({ element, text }: Unit, marks: Marks): boolean {
  const kinds = marks.kinds.get(element);
  if (kinds?.has("action") || kinds?.has("answer")) return true;
  return text.length < 60 && Boolean(kinds?.size || looksLikeDate(text) || looksLikeRating(text));
}

/** Long and named texts before all; what stands in few records weighs what it is. */
function weightOf(slot: Slot): number {
  const named = slot.units[0] && wordsOf(slot.units[0].element).some((word) => BODY_WORD.test(word));
  return slot.letters * (named ? 1.5 : 1) * (slot.units[0]?.element.matches("h1, h2, h3, h4, h5, h6") ? 0.5 : 1);
}

/** A place, a variant, a label, a date, whatever the words beside it are. */
function isAbout(slot: Slot, marks: Marks): boolean {
  if (isLabel(slot)) return slot.longest <= 60 && shareOf(slot, ({ text }) => ASPECT_TEXT.test(text)) < 0.5;
  if (shareOf(slot, ({ text }) => SAYS_ABOUT.some((pattern) => pattern.test(text))) >= 0.5) return true;
  return shareOf(slot, (unit) => isMarkOnly(unit, marks)) >= 0.5;
}

/** Short wherever it stands and shorter than the words of the review: a rank, a room, a number. */
function isBrief(slot: Slot, main: Slot | undefined): boolean {
  if (!main) return false;
  if (slot.units.some(({ element }) => /^(?:p|blockquote)$/.test(element.localName)) || isSibling(slot, main))
    return false;
  if (shareOf(slot, ({ text }) => ASPECT_TEXT.test(text)) >= 0.5) return false;
  return slot.longest <= 60 && slot.median <= 36 && slot.letters / slot.units.length <= 0.6 * mean(main);
}

const SAYS_ABOUT = [/^level \d+$/i, VARIANT_TEXT, VERIFIED_TEXT, FROM_TEXT, EXPAND_TEXT];

function mean(slot: Slot): number {
  return slot.letters / slot.units.length;
}

/** Lines of one text stand side by side in one element, which holds nothing else. */
function isSibling(slot: Slot, main: Slot): boolean {
  const [one, two] = [slot.units[0]?.element, main.units[0]?.element];
  if (!one || !two || one.localName !== two.localName || one.localName === "div" || one.localName === "td")
    return false;
  const cut = (key: string) => key.slice(0, key.lastIndexOf(">"));
  const broken = [...(two.parentElement?.children ?? [])].some(({ localName }) => localName === "br");
  return cut(slot.key) === cut(main.key) && one.className === two.className && (broken || slot.order > main.order);
}
