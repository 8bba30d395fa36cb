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
 * @param wanted reviews that must use a term
 * @param most number of anchors at most
 */
export function chooseAnchors(
  index: TermIndex,
  vectors: readonly Float32Array[],
  reviewOf: readonly string[],
  wanted: number,
  most: number,
): Anchor[] {
  const candidates = rankTerms(index, vectors, reviewOf, wanted);
  const anchors: Anchor[] = [];
  for (const candidate of candidates) {
    const home = anchors.find((anchor) => belongs(candidate, anchor));
    if (home) attach(home, candidate, vectors);
    else if (anchors.length < most) anchors.push(begin(candidate));
  }
  return anchors;
}

function rankTerms(
  index: TermIndex,
  vectors: readonly Float32Array[],
  reviewOf: readonly string[],
  wanted: number,
): Candidate[] {
  const everyone = new Set(reviewOf).size;
  const foreign = foreignAspects(index, reviewOf, everyone);
  const candidates: Candidate[] = [];
  for (const term of index.terms.values()) {
    if (foreign.has(term.key)) continue;
    const heard = new Set([...term.sentences].map((i) => reviewOf[i])).size;
    // What nearly everyone says is the name of the thing, not a matter of its own.
    const enough = term.aspect || term.length > 1 || everyone <= 12 ? wanted : Math.max(wanted, 3);
    if (heard < enough || (!term.aspect && heard > 0.5 * everyone && everyone > 8)) continue;
    const { centre, coherence } = shapeOf(term, vectors);
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

/** Centre of a term's sentences, and their mean similarity to each other without themselves. */
function shapeOf(term: Term, vectors: readonly Float32Array[]): { centre: Float32Array; coherence: number } {
  const own = [...term.sentences].map((i) => vectors[i] as Float32Array);
  const mean = meanOf(own) as Float32Array;
  const n = own.length;
  const coherence = n > 1 ? (n * dot(mean, mean) - 1) / (n - 1) : 0;
  return { centre: normalise(mean), coherence };
}

function belongs({ term, centre }: Candidate, anchor: Anchor): boolean {
  let common = 0;
  for (const sentence of term.sentences) if (anchor.sentences.has(sentence)) common++;
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

function begin({ term, centre }: Candidate): Anchor {
  return { lead: term, terms: [term], centre, sentences: new Set(term.sentences) };
}

function attach(anchor: Anchor, { term }: Candidate, vectors: readonly Float32Array[]): void {
  anchor.terms.push(term);
  for (const sentence of term.sentences) anchor.sentences.add(sentence);
  anchor.centre = normalise(meanOf([...anchor.sentences].map((i) => vectors[i] as Float32Array)) as Float32Array);
}
