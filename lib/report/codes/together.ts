/** Which codes stand together. */
import { type CodedPassage, type Coding, overlaps, usesOf } from "./coding";

/** `passage`: on one passage or on two that overlap; else in one sentence, or in one review or page. */
export const NEARNESS = ["passage", "sentence", "review"] as const;
export type Nearness = (typeof NEARNESS)[number];

export interface TogetherCell {
  /** Passages, sentences or reviews that have both codes. */
  both: number;
  /** Those that have at least one of them. */
  either: number;
  /**
   * both ÷ either, 0–1 (Jaccard, 1901). Where n12 of n1 and n2 have both, this is n12 ÷ (n1 + n2 − n12), the c-coefficient as ATLAS.ti
   * names it; unlike there a passage counts once, however many it overlaps, so it never exceeds 1.
   */
  coefficient: number;
  /** Ids of the passages behind `both`. */
  passages: readonly string[];
}

export interface Together {
  within: Nearness;
  /** The most used first. */
  codeIds: readonly string[];
  /** The same for both orders; undefined for a code with itself, and where one is a part of the other and so always with it. */
  cell(one: string, other: string): TogetherCell | undefined;
  /** Passages left out: they stand in no known sentence. */
  left: number;
}

interface Unit {
  /** What has one of both codes by itself: what `either` counts. */
  own: ReadonlySet<string>;
  /** What is there, too. */
  here: ReadonlySet<string>;
  passages: readonly CodedPassage[];
}

/** @returns counts over all pairs of codes in use. Passages of different coders count as those of one: give one coder's alone to part them */
export function togetherOf(coding: Coding, within: Nearness): Together {
  const coded = coding.passages.filter(({ codeIds }) => codeIds.size > 0);
  const codeIds = usesOf(coding).map(({ codeId }) => codeId);
  const numbers = new Map(codeIds.map((id, i) => [id, i]));
  const keyOf = (one: string, other: string) => {
    const [a = 0, b = 0] = [numbers.get(one), numbers.get(other)];
    return Math.min(a, b) * codeIds.length + Math.max(a, b);
  };
  const single = new Map<string, number>();
  const pairs = new Map<number, { both: number; own: number; passages: Set<string> }>();
  for (const { own, here, passages } of within === "passage" ? passageUnits(coded) : sharedUnits(coded, within)) {
    for (const id of own) single.set(id, (single.get(id) ?? 0) + 1);
    for (const [key, [one, other]] of pairsOf(own, here, keyOf)) {
      const pair = pairs.get(key) ?? { both: 0, own: 0, passages: new Set() };
      pair.both++;
      if (own.has(one) && own.has(other)) pair.own++;
      for (const { id, codeIds } of passages) if (codeIds.has(one) || codeIds.has(other)) pair.passages.add(id);
      pairs.set(key, pair);
    }
  }
  const isAbove = (one: string, other: string) => coding.above.get(one)?.includes(other) ?? false;
  return {
    within,
    codeIds,
    left: within === "sentence" ? coded.filter(({ sentences }) => sentences.length === 0).length : 0,
    cell(one, other) {
      if (one === other || (coding.rolledUp && (isAbove(one, other) || isAbove(other, one)))) return undefined;
      const { both = 0, own = 0, passages = [] } = pairs.get(keyOf(one, other)) ?? {};
      const either = (single.get(one) ?? 0) + (single.get(other) ?? 0) - own;
      return { both, either, coefficient: either === 0 ? 0 : both / either, passages: [...passages] };
    },
  };
}

function pairsOf(
  own: ReadonlySet<string>,
  here: ReadonlySet<string>,
  keyOf: (one: string, other: string) => number,
): Map<number, [string, string]> {
  const pairs = new Map<number, [string, string]>();
  for (const one of own) for (const other of here) if (one !== other) pairs.set(keyOf(one, other), [one, other]);
  return pairs;
}

/** A passage has its own codes, and those of passages that overlap it beside it. */
function passageUnits(coded: readonly CodedPassage[]): Unit[] {
  const byText = grouped(coded.map((passage) => [passage.textId, passage]));
  return coded.map((passage) => {
    const beside = (byText.get(passage.textId) ?? []).filter((other) => overlaps(passage, other));
    return { own: passage.codeIds, here: codesIn(beside), passages: [passage] };
  });
}

function sharedUnits(coded: readonly CodedPassage[], within: "sentence" | "review"): Unit[] {
  const placed = coded.flatMap((passage): [string, CodedPassage][] =>
    within === "review" ? [[passage.textId, passage]] : passage.sentences.map(({ id }) => [id, passage]),
  );
  return [...grouped(placed).values()].map((passages) => {
    const here = codesIn(passages);
    return { own: here, here, passages };
  });
}

function codesIn(passages: readonly CodedPassage[]): Set<string> {
  return new Set(passages.flatMap(({ codeIds }) => [...codeIds]));
}

function grouped(placed: readonly (readonly [string, CodedPassage])[]): Map<string, CodedPassage[]> {
  const groups = new Map<string, CodedPassage[]>();
  for (const [key, passage] of placed) {
    const group = groups.get(key);
    if (group) group.push(passage);
    else groups.set(key, [passage]);
  }
  return groups;
}
