/** Which options an answer in words means: by the words they are written in, else by the nearest vector. */
import { dot, unit, type Vector } from "../vectors";
import { contentWords } from "../words";

/** An option spoken of only after one of these, in the same part of a sentence, is not the one chosen. */
const REFUSED =
  /(?:\b(?:not|never|rather than|instead of|over|(?<!\b(?:nothing (?:more|better)|other) )than|without|less|least|worst|no(?! (?:doubt|question|other)))|n['’]t)\b[^,.;!?]*$|(?<!\p{L})(?:не|ни|без|вместо|чем|хуже)(?!\p{L})[^,.;!?]*$|(?:不是|不要|不想|不会|不选|没有|而不是|比)[^，。；！？]*$/iu;
const PART_END = /[,.;:!?，。；：！？\n]|\s(?:but|and|while|но|а|и)\s|但是?|而且?/giu;
/** How much nearer than the second one the nearest option must be, and than the mean of all: vectors of short texts lie close together. */
const NEARER = 0.01;
const ABOVE_MEAN = 0.02;

/** An option in an answer. */
export interface Mention {
  /** Place among the options. */
  option: number;
  /** Where in the text. */
  at: number;
  refused: boolean;
}

/** @returns options in the order in which a text first names each, in its own words or by what sets it apart from the others */
export function mentionsOf(text: string, options: readonly string[], language: string): Mention[] {
  const plain = folded(text);
  const telling = tellingStems(options, language);
  const found = options.flatMap((option, i): Mention[] => {
    const at = placeOf(plain, folded(option), telling[i] ?? [], language);
    return at === undefined ? [] : [{ option: i, at, refused: refusedAt(plain, at) }];
  });
  return found.sort((a, b) => a.at - b.at || a.option - b.option);
}

/** @returns the option whose vector is clearly nearest to the answer's; undefined where none is */
export function nearestOption(answer: Vector, options: readonly Vector[]): number | undefined {
  if (options.length === 0) return undefined;
  const wanted = unit(answer);
  const near = options.map((option, i) => ({ i, similarity: dot(wanted, unit(option)) }));
  near.sort((a, b) => b.similarity - a.similarity || a.i - b.i);
  const mean = near.reduce((sum, { similarity }) => sum + similarity, 0) / near.length;
  const [first, second] = near;
  if (!first) return undefined;
  const clear = first.similarity - (second?.similarity ?? -1) >= NEARER && first.similarity - mean >= ABOVE_MEAN;
  return clear || near.length === 1 ? first.i : undefined;
}

/** Stems that no other option has; all of its own where others have them all. */
function tellingStems(options: readonly string[], language: string): string[][] {
  const stems = options.map((option) => [...new Set(contentWords(option, language).map(({ stem }) => stem))]);
  return stems.map((own, i) => {
    const others = new Set(stems.flatMap((one, j) => (j === i ? [] : one)));
    const apart = own.filter((stem) => !others.has(stem));
    return apart.length > 0 ? apart : own;
  });
}

function placeOf(text: string, option: string, telling: readonly string[], language: string): number | undefined {
  const whole = option === "" ? -1 : wholeAt(text, option);
  if (whole >= 0) return whole;
  if (telling.length === 0) return undefined;
  const words = contentWords(text, language);
  const first = words.find(({ stem }) => stem === telling[0]);
  const named = telling.filter((stem) => words.some((word) => word.stem === stem));
  return named.length === telling.length && first ? text.indexOf(first.surface) : undefined;
}

/** Not within a longer word: "cup" is not in "cupboard". */
function wholeAt(text: string, option: string): number {
  const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\s\p{P}]+$/u.test(option);
  for (let at = text.indexOf(option); at >= 0; at = text.indexOf(option, at + 1)) {
    const before = text[at - 1] ?? "";
    const after = text[at + option.length] ?? "";
    if (!spaced || !(/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after))) return at;
  }
  return -1;
}

function refusedAt(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const ends = [...before.matchAll(PART_END)].at(-1);
  return REFUSED.test(before.slice(ends ? ends.index + ends[0].length : 0));
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}
