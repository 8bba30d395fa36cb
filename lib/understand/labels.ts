/** Names themes from their own words: class-based TF-IDF (Grootendorst 2022, arXiv:2203.05794), weighed for how names read. */
import type { Term, TermIndex } from "./terms";

export interface ThemeName {
  label: string;
  keywords: string[];
  /** Key of the term that gave the label. */
  key: string;
}

interface Scored {
  term: Term;
  score: number;
  inside: number;
}

const KEYWORDS = 6;
/** A name must be said in this share of a theme's sentences, at least twice. */
const COVERAGE = 0.08;

/**
 * @param members indices of the theme's sentences
 * @param total number of sentences in all
 * @param taken labels given already, so that no two themes share one
 * @returns undefined when the theme's sentences share no word that could name it
 */
export function nameTheme(
  members: readonly number[],
  index: TermIndex,
  total: number,
  taken: ReadonlySet<string>,
): ThemeName | undefined {
  const scored = scoreTerms(members, index, total);
  const best = scored.find(({ term }) => !taken.has(term.key));
  if (!best) return undefined;
  const label = display(preferPhrase(best, scored, taken).term);
  const keywords = distinct(
    scored.map(({ term }) => display(term).toLowerCase()),
    label.toLowerCase(),
  );
  return { label, keywords: keywords.slice(0, KEYWORDS), key: best.term.key };
}

function scoreTerms(members: readonly number[], index: TermIndex, total: number): Scored[] {
  const counts = new Map<string, number>();
  for (const member of members) {
    for (const key of index.bySentence[member] ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const needed = Math.max(2, members.length * COVERAGE);
  const scored: Scored[] = [];
  for (const [key, inside] of counts) {
    const term = index.terms.get(key);
    if (term && inside >= needed) scored.push({ term, inside, score: scoreOf(term, inside, members.length, total) });
  }
  return scored.sort((a, b) => b.score - a.score || (a.term.key < b.term.key ? -1 : 1));
}

/** Said often here, seldom elsewhere; phrases say more than words. */
function scoreOf(term: Term, inside: number, size: number, total: number): number {
  const coverage = inside / size;
  const rarity = Math.log(1 + total / term.sentences.size);
  const own = inside / term.sentences.size;
  return Math.sqrt(coverage) * rarity * (0.4 + own) * (1 + 0.35 * (term.length - 1));
}

/** "Battery" becomes "Battery life" when most of its sentences say so. */
function preferPhrase(best: Scored, scored: readonly Scored[], taken: ReadonlySet<string>): Scored {
  const words = best.term.key.split("\u0000")[1] ?? "";
  const longer = scored.find(
    ({ term, inside }) =>
      term.length > best.term.length &&
      inside >= best.inside * 0.5 &&
      !taken.has(term.key) &&
      ` ${term.key.split("\u0000")[1]} `.includes(` ${words} `),
  );
  return longer ?? best;
}

/** The commonest spelling, with a capital at the start: "Battery life", "USB cable", "电池". */
function display(term: Term): string {
  const [surface = ""] = [...term.surfaces].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  const plain = /\p{Ll}/u.test(surface) && term.language !== "de" ? surface.toLowerCase() : surface;
  const shown = term.length > 0 && plain === plain.toUpperCase() && plain.length > 5 ? plain.toLowerCase() : plain;
  const [first = ""] = shown;
  return first.toUpperCase() + shown.slice(first.length);
}

/** Leaves out words that the label or an earlier keyword already holds. */
function distinct(keywords: readonly string[], label: string): string[] {
  const out: string[] = [];
  for (const keyword of keywords) {
    if (label.includes(keyword) || out.some((known) => known.includes(keyword) || keyword.includes(known))) continue;
    out.push(keyword);
  }
  return [label, ...out];
}
