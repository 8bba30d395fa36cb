/** One selector for all records of a page, made of names that stay: it must find exactly the records, or say what it finds. */
import type { Root } from "../document/roots";
import { type Handle, handlesOf, idHandle, tagHandle } from "./handles";

export interface Found {
  selector: string;
  /** What it finds: these are the records. */
  members: Element[];
}

/** Elements around a record whose names may be needed. */
const HIGHEST = 8;
const MOST = 160;
/** Agreement with the records wanted (0–1) below which a selector is of no use. */
const LEAST = 0.75;

/** @returns undefined when nothing tells these records from the rest of the page */
export function selectorFor(element: Element, wanted: readonly Element[], roots: readonly Root[]): Found | undefined {
  const simple = candidatesOf(element);
  const best = bestOf(simple, element, wanted, roots);
  if (best?.fit === 1) return strengthened(best, roots);
  const refined = bestOf(refinedBy(simple, element, wanted, roots), element, wanted, roots);
  const better = refined && refined.points > (best?.points ?? 0) ? refined : best;
  return better && better.fit >= LEAST ? strengthened(better, roots) : undefined;
}

/** A selector of nothing but tags would fit half of the web: what every record is built of is put into it. */
function strengthened({ selector, members }: Found, roots: readonly Root[]): Found {
  if (/[.#[:-]/.test(selector)) return { selector, members };
  const [first, ...others] = members;
  const parts = first ? partsOf(first).filter((part) => others.every((other) => partsOf(other).includes(part))) : [];
  const strong =
    selector +
    parts
      .slice(0, 3)
      .map((part) => `:has(> ${part})`)
      .join("");
  const same = matchesOf(strong, roots);
  return same.length === members.length ? { selector: strong, members: same } : { selector, members };
}

/** Tags two and three levels down, the deepest first: `div > span`. */
function partsOf(element: Element): string[] {
  const tag = ({ localName }: Element) => CSS.escape(localName);
  const two = [...element.children].flatMap((child) => [...child.children].map((inner) => [child, inner]));
  const three = two.flatMap(([child, inner]) =>
    [...(inner?.children ?? [])].map((innermost) => [child, inner, innermost]),
  );
  return [
    ...new Set([...three, ...two].slice(0, 60).map((path) => path.flatMap((at) => (at ? tag(at) : [])).join(" > "))),
  ];
}

interface Rated extends Found {
  /** 1: exactly the records wanted. */
  fit: number;
  points: number;
}

/** What a selector that is longer or less telling must find better to be worth it. */
const COST = 0.02;
const EXACT = 0.12;

/** The cheapest that fits exactly, or else the best in fit and cost. */
function bestOf(
  candidates: readonly Handle[],
  element: Element,
  wanted: readonly Element[],
  roots: readonly Root[],
): Rated | undefined {
  const set = new Set(wanted);
  let best: Rated | undefined;
  for (const { selector, cost } of candidates) {
    if (best && best.points >= 1 + EXACT - cost * COST) break; // those that follow cost more
    const members = matchesOf(selector, roots);
    if (!members.includes(element) || (wanted.length > 1 && members.length < 2)) continue;
    const both = members.filter((member) => set.has(member)).length;
    const fit = (2 * both) / (members.length + wanted.length);
    const points = fit - cost * COST + (fit === 1 ? EXACT : 0);
    if (!best || points > best.points) best = { selector, members, fit, points };
  }
  return best;
}

export function matchesOf(selector: string, roots: readonly Root[]): Element[] {
  return roots.flatMap((root) => [...root.querySelectorAll(selector)]);
}

function candidatesOf(element: Element): Handle[] {
  const tag = tagHandle(element);
  const own = handlesOf(element).slice(0, 8);
  const few = own.slice(0, 4);
  const pairs = few.flatMap((one, index) =>
    few.slice(index + 1).map((two) => ({ selector: one.selector + two.selector, cost: one.cost + two.cost })),
  );
  const named = [...own, ...pairs];
  const tagged = named.map(({ selector, cost }) => ({ selector: tag.selector + selector, cost: cost + 0.5 }));
  const bare = [tag, ...named, ...(element.localName.includes("-") ? [] : tagged)];
  const inside = [tag, ...few, ...tagged.slice(0, 3)];
  return [...bare, ...inContext(element, inside)].sort((a, b) => a.cost - b.cost).slice(0, MOST);
}

/** The record as a child or a part of something named; by its tags from the top where nothing around it has a name. */
function inContext(element: Element, inside: readonly Handle[]): Handle[] {
  const found: Handle[] = [];
  const tag = tagHandle(element).selector;
  let between = "";
  let at = element.parentElement;
  for (let height = 1; at && height <= HIGHEST; height += 1, at = at.parentElement) {
    const id = idHandle(at);
    const around = [...(id ? [id] : []), ...handlesOf(at).slice(0, 3), ...(isLandmark(at) ? [tagHandle(at)] : [])];
    for (const { selector, cost } of around) {
      for (const own of inside) {
        const joined = cost + own.cost + height * 0.3;
        found.push({ selector: `${selector} > ${between}${own.selector}`, cost: joined });
        if (own.selector !== tag) found.push({ selector: `${selector} ${own.selector}`, cost: joined + 0.2 });
      }
    }
    between = `${CSS.escape(at.localName)} > ${between}`;
  }
  const chain = chainOf(element);
  return [
    ...found,
    { selector: chain, cost: 14 },
    ...inside.map(({ selector, cost }) => ({
      selector: chain.replace(/[^>]*$/, ` ${selector}`).trim(),
      cost: cost + 13,
    })),
  ];
}

function isLandmark(element: Element): boolean {
  return (
    /^(?:main|section|article|aside|ol|ul|table|tbody|dl)$/.test(element.localName) || element.localName.includes("-")
  );
}

/** Tags from the top of the tree down. */
function chainOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at.localName !== "html"; at = at.parentElement)
    steps.unshift(CSS.escape(at.localName));
  return steps.join(" > ");
}

/** Markers that every record has, and what else a selector finds has not: `li:has(time)`. */
function refinedBy(
  simple: readonly Handle[],
  element: Element,
  wanted: readonly Element[],
  roots: readonly Root[],
): Handle[] {
  const set = new Set(wanted);
  const wide = simple
    .filter(({ selector }) => {
      const members = new Set(matchesOf(selector, roots));
      return wanted.every((member) => members.has(member)) && members.size < 4 * set.size + 20;
    })
    .slice(0, 4);
  const markers = markersOf(element).filter(({ selector }) => wanted.every((member) => member.querySelector(selector)));
  return wide
    .flatMap((one) =>
      markers
        .slice(0, 8)
        .map(({ selector, cost }) => ({ selector: `${one.selector}:has(${selector})`, cost: one.cost + cost + 1 })),
    )
    .sort((a, b) => a.cost - b.cost);
}

function markersOf(element: Element): Handle[] {
  const found = new Map<string, Handle>();
  for (const inner of [...element.querySelectorAll("*")].slice(0, 120)) {
    for (const handle of [...handlesOf(inner).slice(0, 3), tagHandle(inner)]) {
      if (!/^(?:div|span|p|a|b|i|svg|path)$/.test(handle.selector)) found.set(handle.selector, handle);
    }
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost);
}
