/** How well what is judged is found, and how it is judged. */
import type { AspectMention } from "../../lib/domain";
import { macroF1 } from "../train/scores";
import type { MarkedText } from "./aspect-sets";

export interface AspectScores {
  texts: number;
  /** Terms people marked. */
  terms: number;
  precision: number;
  recall: number;
  /** A term counts when it is the same words, whatever article, case and plural. */
  termF1: number;
  /** Over terms that share a word with one marked. */
  overlapF1: number;
  /** Of positive against negative, over terms that were found (sharing a word). */
  polarityMacroF1: number;
  /** What saying the most frequent side always would give. */
  mostFrequent: number;
  /** Of the marked terms and implied things found by place, those in the right general category. */
  category?: number;
}

interface Tally {
  right: number;
  found: number;
  marked: number;
  touching: number;
  reached: number;
  sides: { truth: number; guess: number }[];
  categories: boolean[];
}

/** @param found for each text what was found in it, with places in the text */
export function scoreAspects(texts: readonly MarkedText[], found: readonly (readonly AspectMention[])[]): AspectScores {
  const tally: Tally = { right: 0, found: 0, marked: 0, touching: 0, reached: 0, sides: [], categories: [] };
  texts.forEach((text, i) => {
    count(tally, text, found[i] ?? []);
  });
  const precision = tally.right / Math.max(1, tally.found);
  const recall = tally.right / Math.max(1, tally.marked);
  const truth = tally.sides.map((side) => side.truth);
  const usual = truth.filter((side) => side > 0).length * 2 >= truth.length ? 1 : -1;
  return {
    texts: texts.length,
    terms: tally.marked,
    precision,
    recall,
    termF1: harmonic(precision, recall),
    overlapF1: harmonic(tally.touching / Math.max(1, tally.found), tally.reached / Math.max(1, tally.marked)),
    polarityMacroF1: macroF1(tally.sides, [-1, 1]),
    mostFrequent: macroF1(
      truth.map((side) => ({ truth: side, guess: usual })),
      [-1, 1],
    ),
    ...(tally.categories.length > 0
      ? { category: tally.categories.filter(Boolean).length / tally.categories.length }
      : {}),
  };
}

function count(tally: Tally, { text, aspects }: MarkedText, mentions: readonly AspectMention[]): void {
  const terms = aspects.filter(({ term }) => term);
  const said = mentions.filter(({ term }) => term !== undefined);
  const left = terms.map(({ term = "" }) => keyOf(term));
  tally.marked += terms.length;
  tally.found += said.length;
  for (const { term = "" } of said) {
    const at = left.indexOf(keyOf(term));
    if (at >= 0) left.splice(at, 1);
    tally.right += Number(at >= 0);
    tally.touching += Number(terms.some((one) => shareWord(one.term ?? "", term)));
  }
  for (const one of aspects) compare(tally, text, one, mentions);
}

function compare(
  tally: Tally,
  text: string,
  marked: MarkedText["aspects"][number],
  mentions: readonly AspectMention[],
): void {
  const hit = mentions.find((mention) =>
    marked.term
      ? mention.term !== undefined && shareWord(marked.term, mention.term)
      : marked.implied !== undefined && overlaps(text, marked.implied, mention),
  );
  if (marked.term) tally.reached += Number(hit !== undefined);
  if (!hit) return;
  if (marked.category) tally.categories.push(hit.category === marked.category);
  if (marked.term && marked.polarity !== "neutral")
    tally.sides.push({ truth: marked.polarity === "positive" ? 1 : -1, guess: hit.sentiment.score >= 0 ? 1 : -1 });
}

function overlaps(text: string, words: string, { start, end }: AspectMention): boolean {
  const at = text.indexOf(words);
  return at >= 0 && start < at + words.length && end > at;
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(keyOf(a).split(" "));
  const joined = keyOf(b);
  return (
    joined.split(" ").some((word) => words.has(word)) ||
    (/[\p{Script=Han}]/u.test(a) && (a.includes(b) || b.includes(a)))
  );
}

/** Words without articles, case and the plural's s. */
function keyOf(term: string): string {
  const words = term.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words
    .filter((word) => !/^(?:the|a|an|its|my|this)$/u.test(word))
    .map((word) => (/[a-z]{2}[^s]s$/u.test(word) ? word.slice(0, -1) : word))
    .join(" ");
}

function harmonic(a: number, b: number): number {
  return a + b > 0 ? (2 * a * b) / (a + b) : 0;
}
