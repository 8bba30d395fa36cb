/** Reads known records as on any page: what a recipe leaves open, and what its fields are learnt from. */

import type { Slices } from "../document/slices";
import type { RawReview } from "../site";
import { weigh } from "../structure/evidence";
import type { Marks } from "../structure/marks";
import { withoutPositions } from "../structure/native-id";
import { readRecord } from "../structure/record";
import { rolesOf } from "../structure/roles";
import { readShopReply, type ShopReply } from "../structure/shop-reply";
import { boilerplateOf } from "../structure/structure";

export interface AsAny {
  record?: RawReview;
  /** The shop's answer inside the record. */
  reply?: ShopReply;
}

/** @returns by element, in the order given; a record that says nothing has no `record` */
export async function readAsAny(elements: Element[], marks: Marks, slices: Slices): Promise<Map<Element, AsAny>> {
  const set = new Set(elements);
  const boilerplate = boilerplateOf(elements);
  const roles = rolesOf(elements, (inner) => set.has(inner), marks);
  const evidence = weigh({ key: "", members: elements }, marks);
  const read = new Map<Element, AsAny>();
  for (const element of elements) {
    if (slices.due()) await slices.rest();
    const isRecord = (inner: Element) => inner !== element && set.has(inner);
    const reply = evidence.rating >= 0.3 ? readShopReply(element, isRecord) : undefined;
    const isOther = (inner: Element) => inner === reply?.element || isRecord(inner);
    const record = readRecord({ element, evidence, group: elements }, { isOther, marks, boilerplate }, roles);
    read.set(element, { record, reply: reply?.record.body ? reply : undefined });
  }
  dropPositions([...read.values()]);
  return read;
}

function dropPositions(read: readonly AsAny[]): void {
  const records = read.flatMap(({ record }) => record ?? []);
  const ids = withoutPositions(records.map(({ nativeId }) => nativeId));
  records.forEach((record, index) => {
    record.nativeId = ids[index];
  });
}
