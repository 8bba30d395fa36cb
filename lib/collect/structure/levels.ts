/** Finds where a record begins: its head line may stand beside the element that was recognised, inside of one wrapper. */
import type { Ranked } from "./choose";
import { ENOUGH, type Evidence, weigh } from "./evidence";
import type { Marks } from "./marks";

/** How far above the recognised element its whole record may lie. */
const REACH = 5;

/** @returns the group itself, or that of wrappers which hold one member each and tell more about it */
export function widen(candidate: Ranked, marks: Marks): Ranked {
  const { members } = candidate.group;
  if (members.length < 2) return candidate;
  let best = candidate;
  let at = members;
  for (let level = 0; level < REACH; level += 1) {
    const outer = wrappersOf(at, members);
    if (!outer) break;
    at = outer;
    if (!tellMore(outer, best.group.members, marks)) continue;
    const group = { key: `${candidate.group.key}^${level + 1}`, members: outer };
    const evidence = weigh(group, marks);
    if (evidence.points >= ENOUGH && gains(evidence, best.evidence)) best = { group, evidence, rank: candidate.rank };
  }
  return best;
}

/** Their parents, when each of them holds exactly one member and nearly all are of one make. */
function wrappersOf(elements: Element[], members: Element[]): Element[] | undefined {
  const parents = elements.map(({ parentElement }) => parentElement);
  const distinct = new Set(parents);
  if (distinct.size < members.length || distinct.has(null)) return undefined;
  const wrappers = parents.filter((parent) => parent !== null);
  const names = new Set(wrappers.map(({ localName }) => localName));
  if (names.size > 1 || names.has("body")) return undefined;
  const all = new Set<Element>(wrappers);
  const nested = wrappers.some((wrapper) => {
    for (let at = wrapper.parentElement; at; at = at.parentElement) if (all.has(at)) return true;
    return false;
  });
  return nested ? undefined : wrappers;
}

/** Marks that most wrappers have besides those of the elements inside. */
function tellMore(outer: Element[], inner: Element[], marks: Marks): boolean {
  return (["date", "author", "rating", "answer"] as const).some((kind) => {
    const count = (element: Element | undefined) => (element && marks.tallies.get(element)?.[kind]) || 0;
    return outer.filter((element, index) => count(element) > count(inner[index])).length >= outer.length * 0.6;
  });
}

function gains(outer: Evidence, inner: Evidence): boolean {
  return outer.completeness >= inner.completeness - 0.05 && outer.datesEach <= inner.datesEach + 3;
}
