/** Names themes in their reviewers' words and language: "Battery life", not "battery, life, day". */
import type { Anchor } from "./anchors";
import { aspectName } from "./aspects";
import type { Term, TermIndex } from "./terms";

export interface ThemeName {
  label: string;
  /** The label first, then other words of the theme. */
  keywords: string[];
}

const KEYWORDS = 6;
/** A phrase replaces the general name when this share of the sentences that name the theme says it. */
const PHRASE_SHARE = 0.45;

/**
 * @param members sentences of the theme
 * @param language the one most of them are in
 */
export function nameTheme(anchor: Anchor, members: readonly number[], language: string, index: TermIndex): ThemeName {
  const inside = countInside(members, index);
  const label = phraseName(anchor, inside, language) ?? leadName(anchor, language);
  const others = [...inside]
    .filter(([term]) => !term.aspect && term.nounness >= 0.45)
    .map(([term, count]) => ({
      term,
      weight: (count * count * (0.5 + 0.5 * term.length)) / term.sentences.size + (anchor.terms.includes(term) ? 1 : 0),
    }))
    .sort((a, b) => b.weight - a.weight || (a.term.key < b.term.key ? -1 : 1));
  return {
    label,
    keywords: distinct(
      others.map(({ term }) => display(term).toLowerCase()),
      label.toLowerCase(),
    ),
  };
}

function countInside(members: readonly number[], index: TermIndex): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const member of members) {
    for (const key of index.bySentence[member] ?? []) {
      const term = index.terms.get(key);
      if (term) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return counts;
}

/** "Sound" becomes "Noise cancelling" when that is what is nearly always said. */
function phraseName(anchor: Anchor, inside: Map<Term, number>, language: string): string | undefined {
  const named = Math.max(...anchor.terms.map((term) => inside.get(term) ?? 0));
  const phrases = anchor.terms.filter((term) => term.length > 1 && term.language === language && term.nounness >= 0.45);
  const best = phrases.sort((a, b) => (inside.get(b) ?? 0) - (inside.get(a) ?? 0))[0];
  return best && (inside.get(best) ?? 0) >= Math.max(2, named * PHRASE_SHARE) ? display(best) : undefined;
}

function leadName({ lead, terms }: Anchor, language: string): string {
  if (!lead.aspect) return display(lead);
  const own = aspectName(lead.aspect, language);
  if (own) return own;
  const word = terms.find((term) => term.language === language);
  return word ? display(word) : (aspectName(lead.aspect, "en") ?? lead.aspect);
}

/** The commonest spelling, with a capital at the start: "Battery life", "USB cable", "电池". */
export function display(term: Term): string {
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
  }
  return [label, ...out].slice(0, KEYWORDS);
}
