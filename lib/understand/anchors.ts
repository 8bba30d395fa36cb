/**
 * Picks what a page's themes are about: words, phrases and general aspects that several reviewers use and whose sentences
 * resemble each other. Words give themes names people understand; vectors say which words belong together.
 */
import { dot } from "./centres";
import type { Term, TermIndex } from "./terms";
import { meanOf, normalise } from "./vectors";

/** A theme in the making: its first term, and others that are about the same. */
export interface Anchor {
  lead: Term;
  terms: Term[];
  /** Normalised mean of its sentences' vectors. */
  centre: Float32Array;
  sentences: Set<number>;
  /** Sum of those vectors. */
  sum: Float64Array;
  /** It was made before and stays as it is. */
  held?: true;
}

export interface AnchorRules {
  /** Reviews that must use a term. */
  wanted: number;
  /** Number of anchors at most, held ones included. */
  most: number;
  /** Anchors that are there already; their sentences make no others. */
  held?: readonly Anchor[];
}

/** Matters of one kind of subject: on a page about something else, their words mean something else ("another story"). */
const WORLDS: readonly (readonly string[])[] = [
  ["story", "characters", "writing"],
  ["room", "location", "staff", "food", "atmosphere"],
  ["food", "atmosphere", "staff", "recipe", "cooking", "texture"],
  ["account", "ads"],
];
/** Share of reviews that must touch a world by this one matter alone, or by two of its matters together. */
const AT_HOME = 0.15;

interface Candidate {
  term: Term;
  score: number;
  centre: Float32Array;
}

/** Worth of a term by kind: aspects are known to matter, phrases say more than words. */
const KIND = { aspect: 1.5, phrase: 1.25, word: 0.9 };
/** A term most of whose sentences an anchor has belongs to it. */
const CONTAINED = 0.5;
/** Terms whose sentences mean the same (cosine of their centres in topic space). */
const SAME_MATTER = 0.62;
/** Mean similarity of a single word's sentences below which it is used for anything. */
const COHERENT = 0.06;

/**
 * @param vectors topic-space vector of each sentence
 * @param reviewOf number of the review of each sentence
 * @returns the held anchors first, then new ones, best first
 */
export function chooseAnchors(
  index: TermIndex,
  vectors: readonly Float32Array[],
  reviewOf: readonly string[],
  { wanted, most, held = [] }: AnchorRules,
): Anchor[] {
  const taken = new Set(held.flatMap((anchor) => [...anchor.sentences]));
  const candidates = rankTerms(index, vectors, reviewOf, wanted, taken);
  const anchors: Anchor[] = [...held];
  for (const candidate of candidates) {
    const home = anchors.find((anchor) => belongs(candidate, anchor));
    if (home?.held) home.terms.push(candidate.term);
    else if (home) attach(home, candidate, vectors);
    else if (anchors.length < most) anchors.push(begin(candidate, vectors));
  }
  return anchors;
}

/**
 * An anchor of a theme that was made before: its centre is that of its sentences, its words are those said mostly there.
 * @param before sentences that were in any theme
 */
export function holdAnchor(
  members: ReadonlySet<number>,
  before: ReadonlySet<number>,
  index: TermIndex,
  vectors: readonly Float32Array[],
): Anchor {
  const terms = [...index.terms.values()]
    .map((term) => ({ term, inside: overlap(term.sentences, members), known: overlap(term.sentences, before) }))
    .filter(({ inside, known }) => inside >= 2 && inside >= CONTAINED * known)
    .sort((a, b) => b.inside - a.inside || (a.term.key < b.term.key ? -1 : 1))
    .map(({ term }) => term);
  return { ...anchorOf(terms[0] ?? NO_TERM, terms, members, vectors), held: true };
}

function overlap(some: ReadonlySet<number>, others: ReadonlySet<number>): number {
  let common = 0;
  for (const one of some) if (others.has(one)) common++;
  return common;
}

function rankTerms(
  index: TermIndex,
  vectors: readonly Float32Array[],
  reviewOf: readonly string[],
  wanted: number,
  taken: ReadonlySet<number>,
): Candidate[] {
  const everyone = new Set(reviewOf).size;
  const foreign = foreignAspects(index, reviewOf, everyone);
  const candidates: Candidate[] = [];
  for (const term of index.terms.values()) {
    if (foreign.has(term.key)) continue;
    const free = taken.size === 0 ? [...term.sentences] : [...term.sentences].filter((i) => !taken.has(i));
    const heard = new Set(free.map((i) => reviewOf[i])).size;
    // What nearly everyone says is the name of the thing, not a matter of its own.
    const enough = term.aspect || term.length > 1 || everyone <= 12 ? wanted : Math.max(wanted, 3);
    if (heard < enough || (!term.aspect && heard > 0.5 * everyone && everyone > 8)) continue;
    const { centre, coherence } = shapeOf(free, vectors);
    if (!term.aspect && term.length === 1 && coherence < COHERENT) continue;
    const kind = term.aspect ? KIND.aspect : term.length > 1 ? KIND.phrase : KIND.word;
    const score = Math.log2(heard) * (0.12 + Math.max(0, coherence)) * kind * (0.3 + term.nounness) + heard * 0.002;
    candidates.push({ term, centre, score });
  }
  return candidates.sort((a, b) => b.score - a.score || (a.term.key < b.term.key ? -1 : 1));
}

/** Keys of aspects whose world this page is not of. */
function foreignAspects(index: TermIndex, reviewOf: readonly string[], everyone: number): Set<string> {
  const heardOf = (aspects: readonly string[]) => {
    const sentences = aspects.flatMap((aspect) => [...(index.terms.get(`#${aspect}`)?.sentences ?? [])]);
    return new Set(sentences.map((i) => reviewOf[i])).size / Math.max(1, everyone);
  };
  const home = new Set<string>();
  for (const world of WORLDS) {
    const present = world.filter((aspect) => heardOf([aspect]) > 0.04);
    if (present.length >= 2 && heardOf(world) >= AT_HOME) for (const aspect of world) home.add(aspect);
  }
  const foreign = WORLDS.flat().filter((aspect) => !home.has(aspect) && heardOf([aspect]) < AT_HOME);
  return new Set(foreign.map((aspect) => `#${aspect}`));
}

/** Centre of sentences, and their mean similarity to each other without themselves. */
function shapeOf(
  sentences: readonly number[],
  vectors: readonly Float32Array[],
): { centre: Float32Array; coherence: number } {
  const own = sentences.map((i) => vectors[i] as Float32Array);
  const mean = meanOf(own) as Float32Array;
  const n = own.length;
  const coherence = n > 1 ? (n * dot(mean, mean) - 1) / (n - 1) : 0;
  return { centre: normalise(mean), coherence };
}

function belongs({ term, centre }: Candidate, anchor: Anchor): boolean {
  if (anchor.held) return anchor.terms.includes(term) || dot(centre, anchor.centre) >= SAME_MATTER;
  const common = overlap(term.sentences, anchor.sentences);
  const contained = common / term.sentences.size >= CONTAINED;
  if (term.aspect) return contained && term.sentences.size < 0.4 * anchor.sentences.size;
  return contained || isSaidWith(term, anchor.lead, common) || dot(centre, anchor.centre) >= SAME_MATTER;
}

/** "Ear pads" is about the pads, and "pads" about the ear pads when it is mostly those. */
function isSaidWith(term: Term, lead: Term, common: number): boolean {
  const [words, leadWords] = [` ${wordsOfKey(term)} `, ` ${wordsOfKey(lead)} `];
  if (term.language !== lead.language || lead.aspect) return false;
  return words.includes(leadWords) || (leadWords.includes(words) && common >= 0.2 * term.sentences.size);
}

function wordsOfKey(term: Term): string {
  return term.key.slice(term.language.length + 1);
}

function begin({ term }: Candidate, vectors: readonly Float32Array[]): Anchor {
  return anchorOf(term, [term], term.sentences, vectors);
}

/** An anchor around these sentences. */
export function anchorOf(
  lead: Term,
  terms: Term[],
  members: Iterable<number>,
  vectors: readonly Float32Array[],
): Anchor {
  const width = vectors[0]?.length ?? 0;
  const anchor = {
    lead,
    terms,
    centre: new Float32Array(width),
    sentences: new Set<number>(),
    sum: new Float64Array(width),
  };
  gather(anchor, members, vectors);
  return anchor;
}

function attach(anchor: Anchor, { term }: Candidate, vectors: readonly Float32Array[]): void {
  anchor.terms.push(term);
  gather(anchor, term.sentences, vectors);
}

function gather(anchor: Anchor, members: Iterable<number>, vectors: readonly Float32Array[]): void {
  for (const i of members) {
    const vector = vectors[i];
    if (!vector || anchor.sentences.has(i)) continue;
    anchor.sentences.add(i);
    for (let d = 0; d < vector.length; d++) anchor.sum[d] = (anchor.sum[d] as number) + (vector[d] as number);
  }
  anchor.centre = normalise(Float32Array.from(anchor.sum));
}

/** Stands where nothing is said together. */
export const NO_TERM: Term = {
  key: "",
  length: 1,
  sentences: new Set(),
  surfaces: new Map(),
  language: "",
  nounness: 0,
};
