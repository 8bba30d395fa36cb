/** What can be done with groups of reviewers by hand. */
import type { FilterChoice, HandSegment, Persona, Segment } from "../../lib/domain";
import { FACETS, type Facet, type ReviewFilter } from "../../lib/report/facets";

/** A group as a person makes it; what it says is computed from its reviews. */
export type GroupDraft = Pick<HandSegment, "id" | "name" | "basis" | "reviewIds">;

/** Fewer people than this are a hint at most. */
export const FEW_PEOPLE = 8;
export const LONGEST_GROUP_NAME = 80;

/** All of them reject with a `Problem` when they fail. */
export interface SegmentActions {
  save(group: GroupDraft): Promise<void>;
  /** An empty name gives back the one it was found under. */
  name(segmentId: string, name: string): Promise<void>;
  remove(segmentId: string): Promise<void>;
  /** How many reviews fit now, and how many people wrote them. */
  preview(choices: FilterChoice[]): Promise<{ reviews: number; reviewers: number }>;
}

/** The same as acts of a person: each says what was done and offers to take it back. They reject when nothing was done. */
export interface SegmentEditing {
  preview: SegmentActions["preview"];
  make(group: GroupDraft): Promise<void>;
  rename(segment: Segment, name: string): Promise<void>;
  remove(segment: Segment): Promise<void>;
}

/** @returns what narrows the list, as a group keeps it; words that were looked for come last */
export function choicesOf(filter: ReviewFilter, query: string): FilterChoice[] {
  const choices = [...filter].map(([facet, values]): FilterChoice => ({ facet, values: [...values] }));
  const words = query.trim();
  return words === "" ? choices : [...choices, { facet: "query", values: [words] }];
}

/** @returns the list narrowed as a group keeps it; facets nobody knows are passed over */
export function filterOf(choices: readonly FilterChoice[]): { filter: ReviewFilter; query: string } {
  const filter = new Map<Facet, readonly string[]>();
  for (const { facet, values } of choices) {
    const known = FACETS.find((one) => one === facet);
    if (known) filter.set(known, values);
  }
  const words = choices.find(({ facet }) => facet === "query")?.values;
  return { filter, query: words?.join(" ") ?? "" };
}

/** @returns the group as it can be made again after it was deleted; undefined for one that Earshot found */
export function draftOf(segment: Segment): GroupDraft | undefined {
  const { id, name = "", basis, reviewIds } = segment;
  if (basis.kind === "chosen") return { id, name, basis, reviewIds };
  return basis.kind === "filter" || basis.kind === "merged" ? { id, name, basis } : undefined;
}

/**
 * @param hand groups a person made
 * @returns the groups behind the personas, each once, in the order of the personas; then those of a person's own that nobody fits at
 * present, without reviewers. A described persona and one from a file have no group that could be changed
 */
export function segmentsOf(personas: readonly Persona[], hand: readonly HandSegment[] = []): Segment[] {
  const found = personas.filter(({ byHand, copyOf }) => !byHand || copyOf !== undefined);
  const shown = new Map(found.map(({ segment }) => [segment.id, segment]));
  return [...shown.values(), ...hand.filter(({ id }) => !shown.has(id)).map(emptySegment)];
}

function emptySegment({ id, subjectId, name, basis, reviewIds = [] }: HandSegment): Segment {
  const nobody = { reviewers: 0, share: 0, thin: true, traits: [], quotes: [] };
  return { id, subjectId, name, basis, byHand: true, reviewIds, ...nobody };
}
