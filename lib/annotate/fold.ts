/**
 * How two writings of the same words are made equal. Readers of structured data, of `textContent` and of
 * `innerText` disagree about whitespace, soft hyphens, quotation marks and dashes; letters, digits and
 * symbols (emoji, currency) they agree on. A fold removes characters and never changes one, so a position in
 * folded text can be walked back to the text it came from.
 */

/** The characters a fold removes. */
export type Fold = RegExp;

/** Keeps letters, digits, marks and symbols: the usual comparison. */
export const WORDS: Fold = /[\s\p{P}\p{Cf}\p{Cc}\p{Variation_Selector}]+/gu;

/** Keeps punctuation too: for quotes that consist of nothing else ("?!"). */
export const MARKS: Fold = /[\s\p{Cf}\p{Cc}\p{Variation_Selector}]+/gu;

/** Removes only what nobody sees: tells `3.5` from `35` and `don't` from `dont`. */
const VISIBLE: Fold = /[\s\p{Cf}\p{Cc}]+/gu;

const TYPOGRAPHY: [pattern: RegExp, plain: string][] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4`]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\u2026/g, "..."],
];

/** The fold that leaves something of this quote to search for; undefined when nothing visible is in it. */
export function foldFor(text: string): Fold | undefined {
  return [WORDS, MARKS].find((fold) => text.replace(fold, "") !== "");
}

/** True when two texts differ at most in whitespace, invisible characters, typographic variants and at their very ends. */
export function sameWriting(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  const inner = text.replace(VISIBLE, "").replace(/^\p{P}+(?=[^\p{P}])|(?<=[^\p{P}])\p{P}+$/gu, "");
  return TYPOGRAPHY.reduce((sum, [pattern, to]) => sum.replace(pattern, to), inner);
}

/** What a fold removes at the ends of a quote: its opening and closing marks. */
export function edgesOf(text: string, fold: Fold): { opening: string; closing: string } {
  const runs = [...text.matchAll(new RegExp(fold.source, fold.flags))];
  const opening = runs.find((run) => run.index === 0)?.[0] ?? "";
  const closing = runs.find((run) => run.index + run[0].length === text.length)?.[0] ?? "";
  return { opening: opening.trim(), closing: closing.trim() };
}

/**
 * Walks from a position in folded text back into the text.
 * @param kept how many UTF-16 units of the folded text lie before the position
 * @param after true for the end of a passage: the position behind the last kept unit, not before the next
 */
export function unfoldedOffset(text: string, fold: Fold, kept: number, after: boolean): number {
  const runs = new RegExp(fold.source, fold.flags);
  let left = kept;
  let from = 0;
  for (const run of text.matchAll(runs)) {
    const length = run.index - from;
    if (after ? left <= length : left < length) return from + left;
    left -= length;
    from = run.index + run[0].length;
  }
  return Math.min(from + left, text.length);
}
