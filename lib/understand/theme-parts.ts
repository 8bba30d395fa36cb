/** The second level: what exactly is said inside a theme, where several reviewers say the same. */
import { nearestCentre } from "./centres";
import { linkGroups } from "./theme-linkage";
import { evenly } from "./theme-material";
import { meanOf, normalise } from "./vectors";

export interface Part {
  members: number[];
  /** Normalised mean of the members' blends. */
  centre: Float32Array;
  /** Of a part that was made before and is held. */
  id?: string;
}

export interface PartRules {
  /** Reviews that must touch a part. */
  wanted: number;
  /** Every sentence goes to its nearest part, however far. */
  undivided?: boolean;
}

/** Mean cosine of the blends at which sentences say the same. */
const ALIKE = 0.45;
/** A sentence that is in no group goes to a part from this likeness on. */
const LEAST = 0.25;
/** Fewer sentences are one thing. */
const FEWEST = 6;
const MOST_PARTS = 12;
/** Of the sentences that are grouped: less is a detail. */
const SMALLEST_SHARE = 0.02;
/** Sentences of a theme that are grouped; more are taken evenly, the others join their nearest part. */
const SAMPLE = 200;

/**
 * @param members sentences of the theme
 * @param blendOf what they are grouped by (`blend`)
 * @param reviewOf id of the review of a sentence
 * @returns at least two parts, or none
 */
export function findParts(
  members: readonly number[],
  blendOf: (i: number) => Float32Array,
  reviewOf: (i: number) => string,
  rules: PartRules,
): Part[] {
  if (members.length < FEWEST) return [];
  const sample = evenly(members, SAMPLE);
  const wanted = Math.max(rules.wanted, Math.ceil(SMALLEST_SHARE * sample.length));
  const enough = (group: readonly number[]) => new Set(group.map(reviewOf)).size >= wanted;
  const groups = linkGroups(sample.map(blendOf), ALIKE)
    .map((group) => group.map((k) => sample[k] as number))
    .filter(enough)
    .slice(0, MOST_PARTS);
  const grouped = new Set(groups.flat());
  const parts = groups.map((group) => ({ members: group, centre: centreOf(group, blendOf) }));
  joinParts(
    parts,
    members.filter((i) => !grouped.has(i)),
    blendOf,
    rules.undivided,
  );
  return parts.length > 1 ? parts : [];
}

/** Puts sentences to the parts they are like; the others stay in the theme alone. */
export function joinParts(
  parts: Part[],
  others: readonly number[],
  blendOf: (i: number) => Float32Array,
  undivided = false,
): void {
  const centres = parts.map(({ centre }) => centre);
  for (const i of others) {
    const near = nearestCentre(blendOf(i), centres);
    if (near.index >= 0 && (undivided || near.similarity >= LEAST)) parts[near.index]?.members.push(i);
  }
}

/** A part that was made before, around the sentences it had. */
export function holdPart(id: string, members: number[], blendOf: (i: number) => Float32Array): Part {
  return { id, members, centre: centreOf(members, blendOf) };
}

/** @returns which of the parts' centres a blend is like; −1 when it is like none */
export function nearestPart(vector: Float32Array, centres: readonly Float32Array[]): number {
  const near = nearestCentre(vector, centres);
  return near.similarity >= LEAST ? near.index : -1;
}

function centreOf(members: readonly number[], blendOf: (i: number) => Float32Array): Float32Array {
  return normalise(meanOf(members.map(blendOf)) ?? new Float32Array());
}
