/** What sets a group of people apart from all others. */
import type { SegmentBasis, Trait } from "../../domain";
import { contentWords } from "../words";
import { isOwn } from "./basis";
import type { Feature } from "./features";
import { adjusted, fisher, liftOf, type Table } from "./significance";

/** Shown at most, and of one kind. */
const MOST_TRAITS = 6;
const MOST_OF_KIND = 2;
/** Less of a difference is of no use to anybody, however sure it is. */
const SMALLEST_LIFT = 1.25;
/** What fewer of them show does not describe them. */
const SMALLEST_SHARE = 0.1;
/** Called chance above this; far above it nothing is said at all. */
export const SURE = 0.05;
const HARDLY_CHANCE = 0.1;
/** The same people by another name. */
const SAME_PEOPLE = 0.75;

interface Measured extends Table {
  feature: Feature;
  chance: number;
  q: number;
  lift: number;
  telling: number;
}

/**
 * Counted per person. Every feature that two people show is looked at, and all of them are adjusted for, whether they are shown or not;
 * what the group was made by is not looked at, since it says nothing new.
 * @param people numbers of those inside; everybody else is outside
 * @param all how many people there are
 * @returns at most six, most telling first: those hardly due to chance, by how much they tell (share inside × log lift)
 */
export function traitsOf(
  people: ReadonlySet<number>,
  all: number,
  features: readonly Feature[],
  basis: SegmentBasis,
): Trait[] {
  const sure = measure(people, all, features, basis).filter(isWorthSaying);
  sure.sort(
    (a, b) =>
      Number(b.q <= SURE) - Number(a.q <= SURE) ||
      b.telling - a.telling ||
      (a.feature.key < b.feature.key ? -1 : Number(a.feature.key > b.feature.key)),
  );
  const chosen: Measured[] = [];
  for (const one of sure) {
    const ofKind = chosen.filter(({ feature }) => feature.kind === one.feature.kind).length;
    if (chosen.length >= MOST_TRAITS || ofKind >= MOST_OF_KIND) continue;
    if (!chosen.some((other) => saysTheSame(other, one, people))) chosen.push(one);
  }
  return chosen.map(({ feature: { kind, topic, polarity }, inside, of, outside, ofOutside, lift, q }) => {
    const side = polarity ? { polarity } : {};
    return { kind, topic, ...side, inside, of, outside, ofOutside, lift, q };
  });
}

/** Whether these people differ from the others in anything, beyond chance. */
export function differ(
  people: ReadonlySet<number>,
  all: number,
  features: readonly Feature[],
  basis: SegmentBasis,
  q = SURE,
): boolean {
  return measure(people, all, features, basis).some((one) => one.q <= q && isWorthSaying(one));
}

function measure(
  people: ReadonlySet<number>,
  all: number,
  features: readonly Feature[],
  basis: SegmentBasis,
): Measured[] {
  const seen = features.filter((feature) => feature.people.size >= 2 && !isOwn(feature, basis));
  const tables = seen.map((feature) => tableOf(feature, people, all));
  const chances = tables.map(fisher);
  const qs = adjusted(chances);
  return tables.map((table, i) => {
    const lift = liftOf(table);
    const telling = (table.inside / (table.of || 1)) * Math.log(lift);
    return { ...table, feature: seen[i] as Feature, chance: chances[i] ?? 1, q: qs[i] ?? 1, lift, telling };
  });
}

function tableOf({ people: showing, among }: Feature, people: ReadonlySet<number>, all: number): Table {
  const inside = countShared(people, showing);
  const of = among ? countShared(people, among) : people.size;
  return { inside, of, outside: showing.size - inside, ofOutside: (among?.size ?? all) - of };
}

function countShared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of small) if (large.has(one)) shared++;
  return shared;
}

function isWorthSaying({ inside, of, lift, chance }: Measured): boolean {
  return inside >= Math.max(2, SMALLEST_SHARE * of) && lift >= SMALLEST_LIFT && chance <= HARDLY_CHANCE;
}

/** Speaking of a theme and complaining about it, a theme and its word, or two marks of the same people. */
function saysTheSame(a: Measured, b: Measured, people: ReadonlySet<number>): boolean {
  if (a.feature.kind === b.feature.kind && a.feature.key === b.feature.key) return true;
  if (sharesAWord(a.feature, b.feature)) return true;
  const mine = [...a.feature.people].filter((person) => people.has(person));
  const shared = mine.filter((person) => b.feature.people.has(person)).length;
  return shared / (mine.length + b.inside - shared || 1) >= SAME_PEOPLE;
}

function sharesAWord(a: Feature, b: Feature): boolean {
  if (a.kind !== "word" && b.kind !== "word") return false;
  const stems = new Set(contentWords(a.topic).map(({ stem }) => stem));
  return contentWords(b.topic).some(({ stem }) => stems.has(stem));
}
