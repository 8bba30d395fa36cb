/**
 * A second coder who codes blind. What it is given holds definitions, and examples that do not touch the passages it codes; `blindInput`, the only
 * maker of that, drops the others. There is no field in which a person's codes of these passages could be carried.
 */
import type { CodeExample, CodingBasis, CodingUnitKind, QuotedText } from "../../domain";
import { confidenceOf, linkOf } from "./confidence";
import { type Lesson, learnCode } from "./learn";
import { type CodeSpace, type Located, placeIn } from "./space";
import { touchesSample } from "./touching";

declare const BLIND: unique symbol;

/** One text of a definition. */
export interface DefinitionText extends Located {
  text: string;
  /** False: it says what does not belong. */
  yes: boolean;
  /** It may be a passage of a review: words given as an example, or a code named by a passage. */
  passage: boolean;
}

/** A code as it is brought: everything that is known of it. */
export interface TaughtCode {
  id: string;
  definition: readonly DefinitionText[];
  examples: readonly CodeExample[];
}

export interface BlindParts {
  basis: CodingBasis;
  /** What is coded as one. */
  kind: CodingUnitKind;
  /** The passages to be coded, without anything that was said about them. */
  units: readonly QuotedText[];
  codes: readonly TaughtCode[];
  space: CodeSpace;
  /** Passage of each row of the space. */
  places: readonly { reviewId: string; start: number; end: number }[];
}

/** What the machine codes by. Made by `blindInput` alone. */
export interface BlindInput {
  readonly [BLIND]: true;
  readonly basis: CodingBasis;
  readonly space: CodeSpace;
  /** Rows of the space that each unit covers. */
  readonly units: readonly (readonly number[])[];
  readonly codes: readonly BlindCode[];
}

export interface BlindCode {
  readonly id: string;
  readonly lessons: readonly Lesson[];
  /** Examples among the lessons. */
  readonly yes: number;
  readonly no: number;
}

/** What the machine said about one unit; nothing where none of its sentences is known any more. */
export interface BlindDecision {
  codeIds: string[];
  /** 0–1, in the order of the codes. */
  chances: number[];
}

/**
 * Takes out of what is known of the codes all that touches the sample: examples in its passages, and passages that say the same in the same
 * words, those of a definition too. With the basis `definition` no example is taken at all.
 */
export function blindInput({ basis, kind, units, codes, space, places }: BlindParts): BlindInput {
  const touches = touchesSample(units);
  const blind = codes.map(({ id, definition, examples }): BlindCode => {
    const kept = basis === "examples" ? examples.filter((example) => !touches.passage(example)).sort(byPlace) : [];
    const said = definition.filter(({ text, passage }) => !passage || !touches.words(text));
    const lessons = [
      ...kept.map((example): Lesson => ({ row: placeIn(space, example), yes: example.yes, weight: 1, judged: true })),
      ...said.map((text): Lesson => ({ row: placeIn(space, text), yes: text.yes, weight: 1, judged: false })),
    ];
    const yes = kept.filter((example) => example.yes).length;
    return { id, lessons, yes, no: kept.length - yes };
  });
  return { basis, space, units: rowsOfUnits(units, kind, places), codes: blind } as unknown as BlindInput;
}

/** In an order of their own: when they were judged says nothing, not even in the last digit of a sum. */
function byPlace(a: CodeExample, b: CodeExample): number {
  return a.reviewId === b.reviewId ? a.start - b.start : a.reviewId < b.reviewId ? -1 : 1;
}

/** Sentences that lie in the unit for at least half of their length. */
function rowsOfUnits(units: readonly QuotedText[], kind: CodingUnitKind, places: BlindParts["places"]): number[][] {
  const byReview = new Map<string, number[]>();
  for (const [row, { reviewId }] of places.entries()) {
    const rows = byReview.get(reviewId);
    if (rows) rows.push(row);
    else byReview.set(reviewId, [row]);
  }
  return units.map((unit) => {
    const rows = byReview.get(unit.reviewId) ?? [];
    if (kind === "review") return rows;
    return rows.filter((row) => {
      const { start, end } = places[row] as (typeof places)[number];
      return Math.min(end, unit.end) - Math.max(start, unit.start) >= (end - start) / 2;
    });
  });
}

/**
 * Chance from which a code is given. Agreement beyond chance is best far below one half, as F1 is (Lipton, Elkan, Naryanaswamy 2014). Chosen over
 * product features, app reviews and every second intent of BANKING77, none of which the machine is measured on; mean κ of the three kinds is within
 * 0.015 of its best there, and as flat around it (`npm run eval:second -- --choose`).
 */
export const THRESHOLD: Readonly<Record<CodingBasis, number>> = { definition: 0.35, examples: 0.2 };

/** @returns one decision a unit, in order; deterministic */
export function codeBlind({ basis, space, units, codes }: BlindInput): (BlindDecision | undefined)[] {
  const chances = codes.map(({ lessons }) => {
    const learnt = learnCode(space, lessons);
    const link = linkOf(learnt, lessons);
    return learnt.scores.map((score) => confidenceOf(score, link));
  });
  return units.map((rows) => {
    if (rows.length === 0) return undefined;
    const own = chances.map((all) => Math.max(...rows.map((row) => all[row] as number)));
    return { chances: own, codeIds: codes.flatMap(({ id }, c) => ((own[c] as number) >= THRESHOLD[basis] ? id : [])) };
  });
}

/** @returns codes the machine has nothing to code by: no words of a definition, no example that belongs */
export function codesWithoutBasis({ codes }: BlindInput): string[] {
  return codes.flatMap(({ id, lessons }) => (lessons.some(({ yes }) => yes) ? [] : id));
}
