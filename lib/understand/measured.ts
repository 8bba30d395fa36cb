/**
 * How each kind of label is made and how good it was found to be: what the interface says beside it. A kind without a figure is unmeasured and is
 * called so. Figures are copied from docs/quality.md when a command printed them, never estimated.
 */
import { INTENTS, type Intent, type ReviewFlag } from "../domain";

/** Every kind of label that is shown or exported. */
export type LabelKind =
  | "sentiment"
  | "aspects"
  | `intent:${Intent}`
  | "emotions"
  | "satisfied"
  | "recommends"
  | "contradicts"
  | "entities"
  | "personal-data"
  | `flag:${ReviewFlag}`;

export interface Figure {
  /** Name of the measure as the field uses it: "macro-F1", "precision", "mean absolute error". */
  metric: string;
  value: number;
  /** On what, in English: kind of text and how many. */
  on: string;
}

export interface Measured {
  /** A learnt head decides, or rules written by hand do. */
  how: "model" | "rules";
  figure?: Figure;
}

const RULED: readonly LabelKind[] = [
  "contradicts",
  "entities",
  "personal-data",
  "flag:spam",
  "flag:no-words",
  "flag:instructions",
  "flag:duplicate",
  "flag:incentivised",
  "flag:off-topic",
];
const LEARNT: readonly LabelKind[] = [
  "sentiment",
  "aspects",
  "emotions",
  "satisfied",
  "recommends",
  ...INTENTS.map((intent): LabelKind => `intent:${intent}`),
];

/** What was counted, by kind; `npm run eval:understand` and `npm run eval:signals` print these. */
const FIGURES: ReadonlyMap<LabelKind, Figure> = new Map();

export const MEASURED: ReadonlyMap<LabelKind, Measured> = new Map([
  ...LEARNT.map((kind): [LabelKind, Measured] => [kind, { how: "model", figure: FIGURES.get(kind) }]),
  ...RULED.map((kind): [LabelKind, Measured] => [kind, { how: "rules", figure: FIGURES.get(kind) }]),
]);

/** @returns what is known of a kind of label; without a figure it is unmeasured */
export function measuredOf(kind: LabelKind): Measured {
  return MEASURED.get(kind) ?? { how: "rules" };
}
