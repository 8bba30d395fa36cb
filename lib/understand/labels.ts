/**
 * Names themes in their reviewers' words and language: "Battery life", not "battery, life, day". Words are weighed by class-based TF-IDF
 * (Grootendorst 2022, arXiv:2203.05794): often said in the theme, seldom elsewhere.
 */
import type { Anchor } from "./anchors";
import { aspectName } from "./aspects";
import type { Term, TermIndex } from "./terms";
import { commonest, evenly, type Material } from "./theme-material";

export interface ThemeName {
  label: string;
  /** The label first, then other words of the theme. */
  keywords: string[];
}

const KEYWORDS = 6;
/** Sentences that names and keywords are found in; more change nothing. */
const ENOUGH = 400;
/** A phrase replaces the general name when this share of the sentences that name the theme says it. */
const PHRASE_SHARE = 0.45;
/** A word is half a name when this share of the sentences that say it go on to a thing it describes. */
const OPENING_SHARE = 0.5;
/** A term that names a group on its own is said by this share of it. */
const TELLING_SHARE = 0.3;
/** What names a thing is the better name; "loud" and "stopped working" are good enough where nothing does. */
const MANNER = 0.6;
/** Inside a theme the reviewers' own word says more than a general matter. */
const ASPECT = 0.5;
const NOUNLIKE = 0.45;
/** The collection's language names a theme when this share of its sentences is in it. */
const COMMON_SHARE = 0.2;

type Lexicon = Pick<Material, "index" | "sentences" | "language">;

/** @param all sentences of the theme */
export function nameTheme(anchor: Anchor, all: readonly number[], material: Lexicon): ThemeName {
  const members = evenly(all, ENOUGH);
  const language = languageOf(members, material);
  const counts = countTerms(members, material.index.bySentence, material.index.terms);
  const label =
    phraseName(anchor, counts, language) ?? completed(anchor, counts) ?? leadName(anchor, material.language, language);
  return { label, keywords: keywordsOf(label, counts, material, anchor) };
}

/** @returns the share of a theme's sentences that say a name, 0–1; 0 for what is no term of theirs */
export function shareSaying(label: string, all: readonly number[], material: Lexicon): number {
  const members = evenly(all, ENOUGH);
  const { counts, of } = countedNames(members, material);
  const said = [...counts].filter(([term]) => shownName(term, material.language).toLowerCase() === label.toLowerCase());
  return said.reduce((most, [, count]) => Math.max(most, count), 0) / Math.max(1, of);
}

/** Keywords for a theme whose label is given: by hand, or by its kind. */
export function nameGiven(label: string, members: readonly number[], material: Lexicon): ThemeName {
  const counts = countTerms(evenly(members, ENOUGH), material.index.bySentence, material.index.terms);
  return { label, keywords: keywordsOf(label, counts, material) };
}

/**
 * Names parts of one theme so that they differ from it and from each other.
 * @param others names of other themes, which would mislead here
 * @returns a name for each part; undefined for one that nothing can name
 */
export function nameParts(
  parts: readonly (readonly number[])[],
  whole: Pick<ThemeName, "label">,
  material: Lexicon,
  others: Iterable<string> = [],
): (ThemeName | undefined)[] {
  const used = new Set([whole.label, ...others].map((label) => label.toLowerCase()));
  const thinned = parts.map((members) => evenly(members, ENOUGH));
  const among = countedNames(thinned.flat(), material);
  return thinned.map((members) => {
    const language = languageOf(members, material);
    const ranked = rankNames(members, material, among).filter(
      ({ term }) => !used.has(shownName(term, material.language).toLowerCase()) && !repeats(term, whole.label),
    );
    const free = ranked.find(({ term }) => speaks(term, language)) ?? ranked[0];
    if (!free) return undefined;
    const label = shownName(free.term, material.language);
    used.add(label.toLowerCase());
    return nameGiven(label, members, material);
  });
}

/** @returns the term that could name these sentences, said by a good share of them; undefined when none is */
export function tellingTerm(members: readonly number[], material: Lexicon): Term | undefined {
  const [best] = rankNames(members, material).filter(
    ({ term, count }) => count >= TELLING_SHARE * members.length && term.nounness >= NOUNLIKE,
  );
  return best?.term;
}

interface Counted {
  counts: Map<Term, number>;
  of: number;
}

function countedNames(members: readonly number[], { index }: Pick<Lexicon, "index">): Counted {
  const nouns = countTerms(members, index.bySentence, index.terms);
  const manners = countTerms(members, index.mannersBySentence, index.manners);
  return { counts: new Map([...nouns, ...manners]), of: members.length };
}

/** @param among sentences from which the members must be told apart, theirs included */
function rankNames(members: readonly number[], material: Lexicon, among?: Counted) {
  const own = countedNames(members, material);
  return [...own.counts]
    .filter(([, count]) => count >= 2)
    .map(([term, count]) => {
      const kind = term.aspect ? ASPECT : term.nounness >= NOUNLIKE ? 1 : MANNER;
      const phrase = 1 + 0.25 * (Math.min(2, term.length) - 1);
      const distinct = among ? distinctness(term, own, among) : 1;
      const weight = distinct * kind * phrase * classWeight(term, count, own.of, material.sentences.length);
      return { term, count, weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.term.key < b.term.key ? -1 : 1));
}

/** 1 when only these sentences say it, 0 when the others say it as often. */
function distinctness(term: Term, own: Counted, among: Counted): number {
  const count = own.counts.get(term) ?? 0;
  const others = among.of - own.of;
  const elsewhere = others > 0 ? ((among.counts.get(term) ?? count) - count) / others : 0;
  return Math.max(0, 1 - (elsewhere * own.of) / count);
}

/** Share of the class that says it, times how rare it is elsewhere. */
function classWeight(term: Term, count: number, members: number, all: number): number {
  return (count / members) * Math.log(1 + all / term.sentences.size);
}

function keywordsOf(label: string, counts: Map<Term, number>, { sentences }: Lexicon, anchor?: Anchor): string[] {
  let members = 1;
  for (const count of counts.values()) members = Math.max(members, count);
  const others = [...counts]
    .filter(([term, count]) => !term.aspect && term.nounness >= NOUNLIKE && (count > 1 || anchor?.terms.includes(term)))
    .map(([term, count]) => {
      const own = anchor?.terms.includes(term) ? 2 : 1;
      return { term, weight: own * (0.5 + 0.5 * term.length) * classWeight(term, count, members, sentences.length) };
    })
    .sort((a, b) => b.weight - a.weight || (a.term.key < b.term.key ? -1 : 1));
  return distinct(
    others.map(({ term }) => display(term).toLowerCase()),
    label.toLowerCase(),
  );
}

function countTerms(
  members: readonly number[],
  bySentence: readonly string[][],
  terms: TermIndex["terms"],
): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const member of members) {
    for (const key of bySentence[member] ?? []) {
      const term = terms.get(key);
      if (term) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return counts;
}

/** One language for all names of a page where it can be, else the theme's own. */
function languageOf(members: readonly number[], { sentences, language }: Lexicon): string {
  const languages = members.map((i) => sentences[i]?.language ?? "und");
  const common = languages.filter((one) => one === language).length;
  return common >= 2 && common >= COMMON_SHARE * members.length ? language : commonest(languages);
}

/** "Sound" becomes "Noise cancelling" when that is what is nearly always said. */
function phraseName(anchor: Anchor, counts: Map<Term, number>, language: string): string | undefined {
  const named = Math.max(...anchor.terms.map((term) => counts.get(term) ?? 0));
  const phrases = anchor.terms.filter(
    (term) => term.length > 1 && term.language === language && term.nounness >= NOUNLIKE,
  );
  const best = phrases.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
  return best && (counts.get(best) ?? 0) >= Math.max(2, named * PHRASE_SHARE) ? display(best) : undefined;
}

/** "Thick" becomes "Thick frames": a word that mostly stands before others is half a name. */
function completed({ lead }: Anchor, counts: Map<Term, number>): string | undefined {
  if (lead.aspect || lead.length > 1) return undefined;
  const opened = [...counts].filter(([term]) => term.key.startsWith(`${lead.key} `));
  const said = opened.reduce((sum, [, count]) => sum + count, 0);
  const [best] = opened.sort((a, b) => b[1] - a[1] || (a[0].key < b[0].key ? -1 : 1));
  if (!best || best[1] < 2 || said < OPENING_SHARE * (counts.get(lead) ?? 0)) return undefined;
  return display(best[0]);
}

/** General matters have a name in the page's language, whichever language says most about them. */
function leadName({ lead, terms }: Anchor, common: string, language: string): string {
  if (!lead.aspect) return display(lead);
  const own = aspectName(lead.aspect, common) ?? aspectName(lead.aspect, language);
  if (own) return own;
  const word = terms.find((term) => term.language === language);
  return word ? display(word) : (aspectName(lead.aspect, "en") ?? lead.aspect);
}

function speaks(term: Term, language: string): boolean {
  return term.aspect !== undefined || term.language === language;
}

function shownName(term: Term, language: string): string {
  return (term.aspect && (aspectName(term.aspect, language) ?? aspectName(term.aspect, "en"))) || display(term);
}

/** A part called like its theme, or by a word of its theme's name, says nothing new. */
function repeats(term: Term, label: string): boolean {
  return !term.aspect && label.toLowerCase().includes(display(term).toLowerCase());
}

const displayed = new WeakMap<Term, string>();

/** The commonest spelling, with a capital at the start: "Battery life", "USB cable", "电池". */
export function display(term: Term): string {
  const known = displayed.get(term) ?? spelling(term);
  displayed.set(term, known);
  return known;
}

function spelling(term: Term): string {
  const [surface = ""] = [...term.surfaces].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  const shouted = surface === surface.toUpperCase() && surface.length > 5;
  const sentenceCase = shouted || (/^\p{Lu}\p{Ll}/u.test(surface) && term.language !== "de");
  const shown = sentenceCase ? surface.toLowerCase() : surface;
  const [first = ""] = shown;
  return first.toUpperCase() + shown.slice(first.length);
}

/** Leaves out words that the label or an earlier keyword already holds. */
function distinct(keywords: readonly string[], label: string): string[] {
  const out: string[] = [];
  for (const keyword of keywords) {
    if (label.includes(keyword) || out.some((known) => known.includes(keyword) || keyword.includes(known))) continue;
    out.push(keyword);
    if (out.length === KEYWORDS - 1) break;
  }
  return [label, ...out];
}
