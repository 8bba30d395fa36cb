/** From the word that was pointed at outwards: which of the elements around it is the record. */

import type { Root } from "../document/roots";
import type { MarkKind, Marks } from "../structure/marks";
import { ownOf } from "../structure/own";
import { unitsOf } from "../structure/units";
import { alikeOf } from "./alike";

/** An element around the place pointed at, and its like. */
export interface Level {
  element: Element;
  members: Element[];
}

/** Members looked at closely. */
const SAMPLE = 8;
const HIGHEST = 25;
const FACTS = ["date", "author", "rating"] as const;

/**
 * @param known elements that the readers took for records by themselves
 * @returns a level for each element from the start outwards, the smallest first
 */
export function levelsAround(start: Element, roots: readonly Root[], known: ReadonlySet<Element>): Level[] {
  const levels: Level[] = [];
  let at: Element | null = start;
  while (at && levels.length < HIGHEST && !/^(?:body|html)$/.test(at.localName)) {
    levels.push({ element: at, members: alikeOf(at, roots, known) });
    at = at.parentElement;
  }
  return levels;
}

/** @returns how much the members look like one record each; comparable within a page */
export function scoreOf(members: readonly Element[], marks: Marks, known: ReadonlySet<Element>): number {
  const sample = spread(members, SAMPLE);
  const set = new Set(members);
  const seen = sample.map((member) => lookAt(member, (inner) => inner !== member && set.has(inner), marks));
  const mean = (value: (look: Look) => number) => seen.reduce((sum, look) => sum + value(look), 0) / seen.length;
  const facts = FACTS.reduce((sum, kind) => sum + mean((look) => Math.min(1, look.counts.get(kind) ?? 0)), 0);
  const controls = mean((look) => ((look.counts.get("answer") ?? 0) > 0 ? 1 : 0));
  const crowd = Math.max(1, ...FACTS.map((kind) => mean((look) => look.counts.get(kind) ?? 0) / 1.6));
  const worded = Math.min(1, (median(seen.map(({ letters }) => letters)) + 2) / 30);
  const told = facts + controls * 0.5 + 0.35 * Math.min(4, variety(seen)) + 0.15;
  const score = (Math.sqrt(members.length) * told ** 2 * worded) / crowd ** 2;
  return score * (1 + 3 * agreement(members, known));
}

interface Look {
  counts: Map<MarkKind, number>;
  letters: number;
  /** Place in the record → its texts. */
  texts: Map<string, string[]>;
}

function lookAt(member: Element, isOther: (element: Element) => boolean, marks: Marks): Look {
  const counts = new Map<MarkKind, number>();
  const count = (element: Element, inside: ReadonlySet<MarkKind>): void => {
    const kinds = marks.kinds.get(element) ?? NONE;
    // A name in a link in a box, all three called author, is one author.
    for (const kind of kinds) if (!inside.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const below = kinds.size > 0 ? new Set([...inside, ...kinds]) : inside;
    for (const child of element.children) if (!isOther(child)) count(child, below);
  };
  count(member, NONE);
  const texts = new Map<string, string[]>();
  for (const { key, text } of unitsOf(member, isOther)) texts.set(key, [...(texts.get(key) ?? []), text]);
  return { counts, letters: ownOf(member, isOther, marks).letters, texts };
}

const NONE: ReadonlySet<MarkKind> = new Set();

/** How many places hold one text each that differs from member to member: who, when, what. */
function variety(seen: readonly Look[]): number {
  const places = new Set(seen.flatMap(({ texts }) => [...texts.keys()]));
  let varied = 0;
  for (const place of places) {
    const held = seen.flatMap(({ texts }) => (texts.has(place) ? [texts.get(place) ?? []] : []));
    const once = held.filter((list) => list.length === 1).length;
    const different = new Set(held.map((list) => list.join("\n"))).size;
    if (once >= seen.length * 0.6 && different >= held.length * 0.6 && different > 1) varied += 1;
  }
  return varied;
}

/** How well the members are the records that the readers found (0–1). */
function agreement(members: readonly Element[], known: ReadonlySet<Element>): number {
  const both = members.filter((member) => known.has(member)).length;
  return both === 0 ? 0 : (2 * both) / (members.length + known.size);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** At most `most` of a list, from all over it, the first among them. */
export function spread<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, index) => list[Math.floor(index * step)]).filter(
    (item): item is T => item !== undefined,
  );
}
