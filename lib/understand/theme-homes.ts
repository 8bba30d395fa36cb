/** Which theme of the first level each sentence belongs to: by its words, by likeness, or to the whole and the rest. */
import { type Anchor, anchorOf, NO_TERM } from "./anchors";
import { dot, nearestCentre } from "./centres";
import { tellingTerm } from "./labels";
import { blend, wordWeights } from "./theme-features";
import { judgesWhole } from "./theme-general";
import { linkGroups } from "./theme-linkage";
import { countReviews, evenly, type Material } from "./theme-material";

export interface Top {
  anchor: Anchor;
  /** Indices of its sentences. */
  members: number[];
  kind: "matter" | "general" | "rest";
  /** Of a theme that was made before and is held. */
  id?: string;
}

/** A sentence that says none of a theme's words must be this near to it (cosine in topic space). */
const NEAR = 0.34;
/** What saying a theme's leading word is worth beside similarity, when several themes could have a sentence. */
const LEAD_BONUS = 0.12;
/** Likeness of leftover sentences that make a theme of their own (mean cosine of the blend). */
const ALIKE = 0.3;
/** A leftover sentence goes to the nearest theme from here on … */
const LEAST = 0.2;
/** … and from less, when else more than this share of all sentences would be the rest. */
const LARGEST_REST = 0.08;
/** Leftover sentences that are grouped; more are taken evenly. */
const SAMPLE = 300;

/**
 * @param tops themes that are there already, held ones with their sentences
 * @param wanted reviews that must touch a theme
 * @param most themes of the first level at most, without the whole and the rest
 */
export function houseSentences(material: Material, tops: readonly Top[], wanted: number, most: number): Top[] {
  const home = new Int32Array(material.sentences.length).fill(-1);
  for (const [k, top] of tops.entries()) for (const i of top.members) home[i] = k;
  const housed = tops.map((top) => ({ ...top, members: [...top.members] }));
  const settle = (i: number, k: number) => {
    home[i] = k;
    housed[k]?.members.push(i);
  };
  byWords(material, housed, home, settle);
  withGeneral(material, housed, home, settle);
  byLikeness(material, housed, NEAR, home, settle);
  const kept = dissolveSmall(housed, material, wanted);
  const loose = looseSentences(kept, material);
  for (const top of alikeTops(loose, material, kept, wanted, most)) kept.push(top);
  return gatherRest(kept, material);
}

type Settle = (sentence: number, top: number) => void;

/** The best of the themes whose words a sentence says, the leading word before others. */
function byWords({ vectors, index }: Material, tops: readonly Top[], home: Int32Array, settle: Settle): void {
  const sayers = new Map<string, number[]>();
  for (const [k, { anchor }] of tops.entries()) {
    for (const { key } of anchor.terms) sayers.set(key, [...(sayers.get(key) ?? []), k]);
  }
  for (const [i, vector] of vectors.entries()) {
    if ((home[i] as number) >= 0) continue;
    const named = new Set((index.bySentence[i] ?? []).flatMap((key) => sayers.get(key) ?? []));
    const k = bestNamed(vector, index.bySentence[i] ?? [], tops, named);
    if (k >= 0) settle(i, k);
  }
}

/** @returns which of the named themes fits best; −1 for none */
export function bestNamed(
  vector: Float32Array,
  keys: readonly string[],
  tops: readonly { anchor: Pick<Anchor, "centre" | "lead"> }[],
  named: Iterable<number>,
): number {
  let best = { k: -1, fit: Number.NEGATIVE_INFINITY };
  for (const k of named) {
    const { centre, lead } = (tops[k] as (typeof tops)[number]).anchor;
    const fit = dot(vector, centre) + (keys.includes(lead.key) ? LEAD_BONUS : 0);
    if (fit > best.fit || (fit === best.fit && k < best.k)) best = { k, fit };
  }
  return best.k;
}

/** Judgements on the whole that name no matter are a theme of their own. */
function withGeneral(material: Material, tops: Top[], home: Int32Array, settle: Settle): void {
  const { texts, sentences } = material;
  const judging = texts.flatMap((text, i) =>
    (home[i] as number) < 0 && judgesWhole(text, sentences[i]?.language ?? "und") ? [i] : [],
  );
  let k = tops.findIndex(({ kind }) => kind === "general");
  if (k < 0 && judging.length > 0)
    k = tops.push({ anchor: looseAnchor(judging, material), members: [], kind: "general" }) - 1;
  for (const i of judging) settle(i, k);
}

function byLikeness({ vectors }: Material, tops: readonly Top[], least: number, home: Int32Array, settle: Settle) {
  const centres = tops.map(({ anchor, kind }) =>
    kind === "rest" ? new Float32Array(anchor.centre.length) : anchor.centre,
  );
  for (const [i, vector] of vectors.entries()) {
    if ((home[i] as number) >= 0) continue;
    const near = nearestCentre(vector, centres);
    if (near.similarity >= least) settle(i, near.index);
  }
}

function dissolveSmall(tops: readonly Top[], material: Material, wanted: number): Top[] {
  return tops.filter((top) => top.id !== undefined || countReviews(top.members, material) >= wanted);
}

function looseSentences(tops: readonly Top[], { sentences }: Material): number[] {
  const housed = new Set(tops.flatMap(({ members }) => members));
  return sentences.flatMap((_, i) => (housed.has(i) ? [] : [i]));
}

/** Sentences alike that name nothing together ("stopped working after a week") make a theme when a word of theirs can name it. */
function alikeTops(loose: number[], material: Material, tops: readonly Top[], wanted: number, most: number): Top[] {
  const sample = evenly(loose, SAMPLE);
  const weights = wordWeights(material.index, material.sentences.length);
  const blends = sample.map((i) =>
    blend(material.vectors[i] as Float32Array, material.index.bySentence[i] ?? [], weights),
  );
  const room = most - tops.filter(({ kind }) => kind === "matter").length;
  const least = Math.max(wanted, Math.min(3, material.reviews.size));
  const found: Top[] = [];
  for (const group of linkGroups(blends, ALIKE)) {
    const members = group.map((k) => sample[k] as number);
    if (found.length >= room) break;
    if (countReviews(members, material) < least) continue;
    const lead = tellingTerm(members, material);
    if (lead)
      found.push({ anchor: { ...looseAnchor(members, material), lead, terms: [lead] }, members, kind: "matter" });
  }
  return found;
}

/** Whatever is left goes to the nearest theme or is the rest, which stays small. */
function gatherRest(tops: Top[], material: Material): Top[] {
  const living = tops.filter(({ kind }) => kind !== "rest");
  if (living.length === 0) return tops;
  const centres = living.map(({ anchor }) => anchor.centre);
  const near = looseSentences(tops, material).map((i) => ({
    i,
    ...nearestCentre(material.vectors[i] as Float32Array, centres),
  }));
  near.sort((a, b) => a.similarity - b.similarity || a.i - b.i);
  const held = tops.find(({ kind }) => kind === "rest");
  const room = Math.floor(LARGEST_REST * material.sentences.length) - (held?.members.length ?? 0);
  const far = near.filter(({ similarity }, rank) => similarity < LEAST && rank < room);
  for (const { i, index } of near.slice(far.length)) living[index]?.members.push(i);
  const members = [...(held?.members ?? []), ...far.map(({ i }) => i)];
  if (members.length === 0) return living;
  return [...living, { anchor: looseAnchor(members, material), ...held, members, kind: "rest" }];
}

/** An anchor without words: found by likeness alone. */
export function looseAnchor(members: readonly number[], { vectors }: Pick<Material, "vectors">): Anchor {
  return anchorOf(NO_TERM, [], members, vectors);
}
