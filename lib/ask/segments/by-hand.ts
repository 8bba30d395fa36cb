/** Groups that a person made: their reviews are looked up anew whenever reviews are added. */
import type { HandSegment, SegmentBasis } from "../../domain";

/** A segment made by hand with the reviews that its filters leave or that were picked; for a merged one those of its parts are taken. */
export interface HandGroup {
  segment: HandSegment;
  reviewIds: readonly string[];
}

export interface Gathered {
  segment: HandSegment;
  basis: SegmentBasis;
  reviewIds: string[];
  /** Parts of a merged one that are no longer there. */
  gone: string[];
}

/**
 * @param found reviews of every group that was found, by the id of the segment it is or may become
 * @returns each with its reviews, in the given order; a merged one lacks parts that are gone, and one inside itself is taken once
 */
export function gatherByHand(hand: readonly HandGroup[], found: ReadonlyMap<string, readonly string[]>): Gathered[] {
  const own = new Map(hand.map((group) => [group.segment.id, group]));
  const collect = (id: string, inside: ReadonlySet<string>): readonly string[] | undefined => {
    const group = own.get(id);
    if (!group) return found.get(id);
    const { basis } = group.segment;
    if (basis.kind !== "merged") return group.reviewIds;
    const parts = basis.of.filter((part) => !inside.has(part));
    return parts.flatMap((part) => collect(part, new Set([...inside, part])) ?? []);
  };
  return hand.map(({ segment, reviewIds }) => {
    const { basis, id } = segment;
    if (basis.kind !== "merged") return { segment, basis, reviewIds: [...reviewIds], gone: [] };
    const gone = basis.of.filter((part) => part !== id && !collect(part, new Set([id, part]))?.length);
    return { segment, basis, reviewIds: [...new Set(collect(id, new Set([id])))], gone };
  });
}
