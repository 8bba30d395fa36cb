/** What only the eye tells apart; `3.5` and `35`, `don't` and `dont` stay different. */
const INVISIBLE = /[\s\p{Cf}\p{Cc}\p{Variation_Selector}]+/gu;
/** Marks at the very ends: a quote is often cut without them. */
const OUTER_MARKS = /^\p{P}+(?=[^\p{P}])|(?<=[^\p{P}])\p{P}+$/gu;

const TYPOGRAPHY: [pattern: RegExp, plain: string][] = [
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4`]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\u2026/g, "..."],
];

/** True when two texts differ at most in whitespace, invisible characters, typographic variants and at their very ends. */
export function sameWriting(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  const inner = text.replace(INVISIBLE, "").replace(OUTER_MARKS, "");
  return TYPOGRAPHY.reduce((sum, [pattern, to]) => sum.replace(pattern, to), inner);
}
