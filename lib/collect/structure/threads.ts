/** Who answers whom: by nesting, or by how far a comment is indented. */

import { NEST_WORD, wordsOf } from "../document/vocabulary";
import type { RawReview } from "../site";
import { signature } from "./groups";
import { isShopReply } from "./record";

export interface Placed {
  element: Element;
  record: RawReview;
}

/** Sets `replyTo`, `depth` and the kind of answers, in place; `placed` is in document order. */
export function thread(placed: Placed[]): void {
  const byElement = new Map(placed.map((item) => [item.element, item]));
  const parents = new Map<Placed, Placed | undefined>();
  for (const item of placed) parents.set(item, parentByNesting(item, byElement) ?? parentBeside(item, byElement));
  if ([...parents.values()].every((parent) => parent === undefined)) byIndent(placed, parents);
  for (const item of placed) connect(item, parents);
}

function connect(item: Placed, parents: Map<Placed, Placed | undefined>): void {
  const parent = parents.get(item);
  if (!parent || (item.record.kind === "reply" && item.record.replyTo)) return;
  let depth = 0;
  for (let at: Placed | undefined = item; at && depth < 100; at = parents.get(at)) depth += 1;
  item.record.depth = depth - 1;
  item.record.replyTo = parent.record.nativeId ?? parent.record.selector;
  if (parent.record.kind === "review" && item.record.rating === undefined) {
    item.record.kind = isShopReply(item.element) ? "reply" : "comment";
  }
}

function parentByNesting(item: Placed, byElement: Map<Element, Placed>): Placed | undefined {
  for (let at = item.element.parentElement; at; at = at.parentElement) {
    const outer = byElement.get(at);
    if (outer) return outer;
  }
  return undefined;
}

/** `<li><article/><ol class="children"><li>…`: the list of answers stands beside the one record it answers. */
function parentBeside(item: Placed, byElement: Map<Element, Placed>): Placed | undefined {
  let list: Element | null = item.element;
  for (let level = 0; list?.parentElement && level < 10; level += 1, list = list.parentElement) {
    const named = /^[ou]l$/.test(list.localName) || wordsOf(list).some((word) => NEST_WORD.test(word));
    if (!named && (level > 4 || byElement.has(list) || !isOneOfMany(list.parentElement))) continue;
    const parent = onlyRecordBefore(list, byElement);
    if (parent) return parent;
  }
  return undefined;
}

/** A thread of which the page has several: what stands below its first record answers it. */
function isOneOfMany(thread: Element): boolean {
  const name = signature(thread);
  const others = [...(thread.parentElement?.children ?? [])].slice(0, 60);
  return others.some((other) => other !== thread && signature(other) === name);
}

function onlyRecordBefore(list: Element, byElement: Map<Element, Placed>): Placed | undefined {
  let found: Placed | undefined;
  for (let beside = list.previousElementSibling; beside; beside = beside.previousElementSibling) {
    if (signature(beside) === signature(list)) return undefined;
    const inside = [beside, ...beside.querySelectorAll("*")].filter((element) => byElement.has(element));
    if (inside.length > 1 || (inside.length === 1 && found)) return undefined;
    found ??= inside[0] && byElement.get(inside[0]);
  }
  return found;
}

/** Flat threads say their depth in an attribute, a class, a margin, or the width of an empty picture. */
function byIndent(placed: Placed[], parents: Map<Placed, Placed | undefined>): void {
  const indents = placed.map(({ element }) => indentOf(element));
  const least = Math.min(...indents);
  const stack: { item: Placed; indent: number }[] = [];
  placed.forEach((item, index) => {
    const indent = indents[index] ?? 0;
    while (stack.length && (stack.at(-1)?.indent ?? 0) >= indent) stack.pop();
    if (indent > least) parents.set(item, stack.at(-1)?.item);
    stack.push({ item, indent });
  });
}

function indentOf(element: Element): number {
  for (const name of ["data-depth", "depth", "data-level", "aria-level", "indent", "data-indent"]) {
    const own = element.getAttribute(name) ?? element.querySelector(`[${name}]`)?.getAttribute(name);
    if (own && /^\d+$/.test(own)) return Number(own);
  }
  const level = element.getAttribute("class")?.match(/(?:^|[\s_-])(?:depth|level|indent|lvl)[-_]?(\d+)/i);
  if (level) return Number(level[1]);
  const style = element.getAttribute("style")?.match(/(?:margin|padding)-(?:left|inline-start):\s*([\d.]+)/);
  if (style) return Number(style[1]);
  return Number(
    element.querySelector('img[src*="s.gif"][width], img[src*="spacer"][width]')?.getAttribute("width") ?? 0,
  );
}
