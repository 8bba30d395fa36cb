/** Reads reviews and comments off the document itself: groups of like elements with a person, a day or stars beside a text. */

import { pathTo } from "../document/path";
import { ASPECT_TEXT } from "../document/phrases";
import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import { readText, SILENT } from "../document/text";
import { wordsOf } from "../document/vocabulary";
import type { RawReview } from "../site";
import { type Chosen, choose } from "./choose";
import { byPosition, groupAlike } from "./groups";
import { type Marks, ownText, scan } from "./marks";
import { withoutPositions } from "./native-id";
import { readRecord } from "./record";
import { type Roles, rolesOf } from "./roles";
import { findRuns } from "./runs";
import { readShopReply, type ShopReply } from "./shop-reply";
import { readStarRows } from "./star-rows";
import { type Placed, thread } from "./threads";

export interface Structure {
  reviews: RawReview[];
  /** The element of each record, in the order of `reviews`. */
  elements: Element[];
}

export async function readStructure(roots: Root[], slices: Slices): Promise<Structure> {
  const marks = await scan(roots, slices);
  const groups = await groupAlike(marks, slices);
  const runs = await findRuns(marks, slices);
  const chosen = await choose(groups, runs, marks, slices);
  const placed = await readAll(withoutQuestion(chosen), marks, slices);
  for (const { originals } of runs) leadBack(placed, originals);
  identify(placed);
  rateByRows(placed);
  shareScale(placed.map(({ record }) => record));
  thread(placed);
  return { reviews: placed.map(({ record }) => record), elements: placed.map(({ element }) => element) };
}

/** What is asked at the head of a page of answers is what the page is about, not an answer. */
function withoutQuestion(chosen: Chosen[]): Chosen[] {
  const asked = new Set(chosen.filter(({ element }) => isAsked(element)));
  return asked.size === 1 && chosen.length > 1 ? chosen.filter((item) => !asked.has(item)) : chosen;
}

function isAsked(element: Element): boolean {
  let at: Element | null = element;
  for (let level = 0; at && level < 4; level += 1, at = at.parentElement) {
    const words = wordsOf(at);
    if (words.some((word) => /^(?:answers?|comments?|repl(?:y|ies))$/.test(word))) return false;
    if (words.includes("question")) return true;
  }
  return false;
}

/** Copies lead back to the elements they were made of: to the one with the words, or the first. */
function leadBack(placed: Placed[], originals: Map<Element, Element[]>): void {
  for (const item of placed) {
    const run = originals.get(item.element);
    if (!run?.[0]) continue;
    const words = item.record.body.split("\n")[0]?.slice(0, 40) || (item.record.title ?? "");
    item.element = run.find((element) => readText(element).includes(words)) ?? run[0];
    item.record.selector = pathTo(item.element);
  }
}

async function readAll(chosen: Chosen[], marks: Marks, slices: Slices): Promise<Placed[]> {
  const elements = new Set(chosen.map(({ element }) => element));
  const placed: Placed[] = [];
  const boilerplates = new Map<Element[], Set<string>>();
  const learnt = new Map<Element[], Roles>();
  for (const item of chosen.sort((a, b) => byPosition(a.element, b.element, marks))) {
    await (slices.due() ? slices.rest() : undefined);
    const boilerplate = boilerplates.get(item.group) ?? boilerplateOf(item.group);
    boilerplates.set(item.group, boilerplate);
    const isRecord = (element: Element) => element !== item.element && elements.has(element);
    const said = item.evidence.rating >= 0.3 ? readShopReply(item.element, isRecord) : undefined;
    const reply =
      said && ![...elements].some((element) => overlap(element, said.element, item.element)) ? said : undefined;
    const isOther = (element: Element) => element === reply?.element || isRecord(element);
    const roles = learnt.get(item.group) ?? rolesOf(item.group, (inner) => elements.has(inner), marks);
    learnt.set(item.group, roles);
    const record = readRecord(item, { isOther, marks, boilerplate }, roles);
    if (record) placed.push({ element: item.element, record });
    if (record && reply?.record.body) placed.push(answering(reply, record));
  }
  return placed;
}

/** Whether an answer was chosen as a record of its own already. */
function overlap(element: Element, reply: Element, record: Element): boolean {
  return element !== record && record.contains(element) && (element.contains(reply) || reply.contains(element));
}

function answering({ element, record }: ShopReply, to: RawReview): Placed {
  return { element, record: { ...record, replyTo: to.nativeId ?? to.selector, selector: pathTo(element) } };
}

/** Short texts that stand in at least half of the records: labels of the template, nobody's words. */
export function boilerplateOf(group: Element[]): Set<string> {
  const counts = new Map<string, number>();
  const sample = group.slice(0, 60);
  for (const element of sample) {
    const texts = new Set<string>();
    for (const inner of element.querySelectorAll("*")) {
      const text = SILENT.has(inner.localName) ? "" : ownText(inner);
      if (text && text.length < 80) texts.add(text);
    }
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const enough = Math.max(3, sample.length / 2);
  const often = [...counts].filter(([text, count]) => count >= enough && !ASPECT_TEXT.test(text));
  return new Set(often.map(([text]) => text));
}

/** Where no record says its stars in any other way. */
function rateByRows(placed: Placed[]): void {
  const own = placed.filter(({ record }) => record.kind !== "reply");
  if (own.length < 2 || own.some(({ record }) => record.rating !== undefined)) return;
  const elements = new Set(own.map(({ element }) => element));
  const ratings = readStarRows([...elements], (element) => elements.has(element));
  for (const { element, record } of own) {
    const rating = ratings.get(element);
    if (rating) Object.assign(record, rating, { kind: "review" });
  }
}

/** One page gives stars on one scale: where one record has nine, five is not all. */
function shareScale(records: RawReview[]): void {
  const bare = records.filter(
    ({ rating, ratingScale }) => rating !== undefined && (!ratingScale || ratingScale === 10),
  );
  const values = bare.map(({ rating }) => ({ rating, value: barePoints(rating) }));
  if (!values.some(({ value }) => value !== undefined && value > 5 && value <= 10)) return;
  bare.forEach((record, index) => {
    if (values[index]?.value !== undefined) record.ratingScale = 10;
  });
}

/** The number of a rating that does not say its scale. */
function barePoints(rating: number | string | undefined): number | undefined {
  if (typeof rating === "number") return rating;
  const numbers = rating?.match(/\d+(?:[.,]\d+)?/g) ?? [];
  return numbers.length === 1 && !/[%★⭐]|star|stern|étoile|estrell|stell|звезд/i.test(rating ?? "")
    ? Number(numbers[0]?.replace(",", "."))
    : undefined;
}

function identify(placed: Placed[]): void {
  const own = placed.filter(({ record }) => record.kind !== "reply");
  const ids = withoutPositions(own.map(({ record }) => record.nativeId));
  own.forEach(({ record }, index) => {
    record.nativeId = ids[index];
  });
}
