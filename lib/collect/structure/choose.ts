/** Decides which groups are the page's records, and at which of several nested levels one record begins and ends. */

import type { Slices } from "../document/slices";
import { REPLY_WORD, wordsOf } from "../document/vocabulary";
import { ENOUGH, type Evidence, weigh } from "./evidence";
import { depthOf, type Group, signature } from "./groups";
import { widen } from "./levels";
import type { Marks } from "./marks";
import { type Own, ownOf } from "./own";
import type { RunGroup } from "./runs";

export interface Chosen {
  element: Element;
  evidence: Evidence;
  /** All elements of the same make, to compare with. */
  group: Element[];
}

export interface Ranked {
  group: Group;
  evidence: Evidence;
  rank: number;
}

export async function choose(groups: Group[], runs: RunGroup[], marks: Marks, slices: Slices): Promise<Chosen[]> {
  const ranked: Ranked[] = [];
  for (const group of groups) {
    if (slices.due()) await slices.rest();
    const evidence = weigh(group, marks);
    if (isRecordLike(evidence)) ranked.push({ group, evidence, rank: rankOf(evidence) });
  }
  const all = withRuns(ranked, runs, marks).sort((a, b) => b.rank - a.rank || levelOf(b.group) - levelOf(a.group));
  const chosen = new Map<Element, Chosen>();
  let best: Evidence | undefined;
  for (const candidate of all) {
    if (slices.due()) await slices.rest();
    if (best && !standsBeside(candidate.evidence, best) && !areAnswers(candidate, chosen)) continue;
    const { group, evidence } = best ? candidate : widen(candidate, marks);
    if (best && isPartOf(group, chosen)) continue;
    const fitting = group.members.filter((member) => fits(member, evidence, chosen, marks));
    for (const element of fitting) chosen.set(element, { element, evidence, group: fitting });
    if (fitting.length > 0) best ??= evidence;
  }
  return [...chosen.values()];
}

/** Runs of siblings take the place of groups of their parts, unless those are records themselves beyond doubt. */
function withRuns(ranked: Ranked[], runs: RunGroup[], marks: Marks): Ranked[] {
  let all = ranked;
  for (const run of runs) {
    const evidence = weigh(run, marks);
    if (!isRecordLike(evidence)) continue;
    const rank = rankOf(evidence);
    const isRival = ({ group }: Ranked) =>
      group.members.some((member) => run.container.contains(member) || member.contains(run.container)) ||
      ("container" in group && run.container.contains(group.container as Element));
    if (all.some((other) => isRival(other) && other.rank > rank * 1.3)) continue;
    all = [...all.filter((other) => !isRival(other)), { group: run, evidence, rank }];
  }
  return all;
}

/** Elements that are called answers and stand in records, with as much of their own as answers have. */
function areAnswers({ group, evidence }: Ranked, chosen: Map<Element, Chosen>): boolean {
  if (evidence.date < 0.5 && evidence.author < 0.5) return false;
  return group.members.every((member) => {
    if (!wordsOf(member).some((word) => /^(?:repl(?:y|ies)|antwort|answer|response)$/.test(word))) return false;
    for (let at = member.parentElement; at; at = at.parentElement) if (chosen.has(at)) return true;
    return false;
  });
}

/** What stands exactly once in nearly every record is a part of it, unless it is called an answer. */
function isPartOf({ members }: Group, chosen: Map<Element, Chosen>): boolean {
  const held = new Map<Element, number>();
  let group: Element[] = [];
  for (const member of members) {
    let outer = member.parentElement;
    while (outer && !chosen.has(outer)) outer = outer.parentElement;
    if (!outer) return false;
    held.set(outer, (held.get(outer) ?? 0) + 1);
    group = chosen.get(outer)?.group ?? group;
  }
  if (group.length < 2 || held.size < group.length * 0.6) return false;
  const once = [...held.values()].every((count) => count === 1);
  return once && !members.some((member) => wordsOf(member).some((word) => REPLY_WORD.test(word)));
}

/**
 * Somebody, some day or some judgement beside the text, and enough that speaks for it;
 * without any of them only texts that are called comments or reviews and stand in a row.
 */
export function isRecordLike(evidence: Evidence): boolean {
  const { points, date, author, rating, answer, count, datesEach, authorsEach, named, letters } = evidence;
  if (count < 1 || points < ENOUGH || datesEach > 25 || (count < 3 && authorsEach > 12)) return false;
  const known = Number(date >= 0.5) + Number(author >= 0.5) + Number(rating >= 0.5) + Number(answer >= 0.5);
  const bare = known === 0 && named && count >= 3 && letters >= 15;
  return known >= 2 || (known === 1 && points >= ENOUGH + 1) || bare;
}

/** Once the records of a page are known, others beside them need more than a likeness, and as much known of each. */
function standsBeside(evidence: Evidence, best: Evidence): boolean {
  if (evidence.points < ENOUGH + 1.5 || !(evidence.named || evidence.answer >= 0.4)) return false;
  return (["date", "author"] as const).every((fact) => best[fact] < 0.8 || evidence[fact] >= 0.5);
}

/**
 * More records, and more known of each, is the better level; a list of records has many dates and few members,
 * the head line of a record has hardly any words.
 */
export function rankOf({ count, completeness, points, datesEach, letters }: Evidence): number {
  const crowded = datesEach > 3 ? 3 / datesEach : 1;
  const worded = Math.min(1, (letters / Math.max(1, datesEach) + 1) / 40);
  return Math.sqrt(count) * (completeness + 0.1) ** 2 * crowded * worded * (1 + Math.min(points, 12) / 24);
}

function levelOf({ members: [first] }: Group): number {
  return first ? depthOf(first) : 0;
}

/**
 * A member is a record of its own unless it is a part of one already chosen or merely holds some:
 * an answer inside a record, and a comment around its answers, both have words, and the same facts, of their own.
 */
function fits(member: Element, evidence: Evidence, chosen: Map<Element, Chosen>, marks: Marks): boolean {
  const inner = chosen.size ? [...member.querySelectorAll("*")].filter((element) => chosen.has(element)) : [];
  const taken = new Set(inner);
  const own = ownOf(member, (element) => taken.has(element), marks);
  if (saysNothingOfItself(member, evidence, marks)) return false;
  if (own.letters === 0 || (chosen.size > 0 && !hasFact(own) && !evidenceIsBare(evidence))) return false;
  if (inner[0]) {
    const innerOwn = ownOf(inner[0], () => false, marks);
    return (isAlike(member, inner[0]) || holdsItsAnswers(member, inner, evidence)) && sharesFacts(innerOwn, own);
  }
  let outer = member.parentElement;
  while (outer && !chosen.has(outer)) outer = outer.parentElement;
  if (!outer) return true;
  const alike = chosen.get(outer)?.evidence === evidence;
  if (isPart(member) || (!alike && own.letters < LEAST_ANSWER)) return false;
  const rest = ownOf(outer, (element) => element === member || (element !== outer && chosen.has(element)), marks);
  const named = wordsOf(member).some((word) => REPLY_WORD.test(word));
  return rest.letters > 0 && sharesFacts(own, rest) && (named || sharesFacts(rest, own));
}

/** Among records with dates and authors an element without any mark is a head line or an advertisement. */
function saysNothingOfItself(member: Element, { date, author, rating }: Evidence, marks: Marks): boolean {
  return date + author + rating >= 1.6 && !marks.tallies.has(member);
}

/** Built alike: the same tag around children with the same names. */
function isAlike(one: Element, two: Element): boolean {
  return one.localName === two.localName && signature(one) === signature(two);
}

/** A comment may hold the answers to it; a list, a section or an article that holds comments is none. */
function holdsItsAnswers(member: Element, inner: Element[], { named, count }: Evidence): boolean {
  const single = wordsOf(member).some((word) =>
    /^(?:comment|review|reply|kommentar|commentaire|bewertung|avis)$/.test(word),
  );
  return named && (inner.length === 1 || count > 1) && (single || count > 1);
}

/** Characters an answer inside a record has at least; head lines have fewer. */
const LEAST_ANSWER = 12;

function isPart(element: Element): boolean {
  return wordsOf(element).some((word) =>
    /^(?:head|header|heading|footer|meta|info|details|byline|toolbar)$/.test(word),
  );
}

/** A group that shows nothing but texts; it is only looked at where there is no better one. */
function evidenceIsBare({ completeness }: Evidence): boolean {
  return completeness === 0;
}

function hasFact({ kinds }: Own): boolean {
  return kinds.has("date") || kinds.has("author") || kinds.has("rating");
}

/** Author and date are said once for each record: what one shows, the other must show too. */
function sharesFacts(a: Own, b: Own): boolean {
  const facts = (["author", "date"] as const).filter((kind) => a.kinds.has(kind));
  return facts.length > 0 && facts.every((kind) => b.kinds.has(kind));
}
