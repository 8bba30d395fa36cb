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
const SENTENCES = "312 English sentences written for this test by one person";
const PRODUCTS = "clothing reviews of products left out, at their frequency of stars";
const f1 = (intent: Intent, value: number): [LabelKind, Figure] => [
  `intent:${intent}`,
  { metric: "F1", value, on: SENTENCES },
];
const FIGURES: ReadonlyMap<LabelKind, Figure> = new Map<LabelKind, Figure>([
  ["sentiment", { metric: "macro-F1", value: 0.92, on: "250 English app reviews, positive against negative" }],
  ["aspects", { metric: "F1 of terms", value: 0.423, on: SENTENCES }],
  ["emotions", { metric: "macro-F1", value: 0.494, on: SENTENCES }],
  ["satisfied", { metric: "accuracy", value: 0.888, on: PRODUCTS }],
  ["recommends", { metric: "accuracy", value: 0.882, on: PRODUCTS }],
  f1("praise", 0.764),
  f1("complaint", 0.782),
  f1("problem", 0.419),
  f1("request", 0.857),
  f1("question", 0.792),
  f1("comparison", 0.421),
  f1("motive", 0.345),
  f1("situation", 0.239),
  f1("user", 0.317),
  f1("switching", 0.711),
  f1("churn", 0.343),
  f1("recommendation", 0.683),
  f1("return", 0.564),
]);

export const MEASURED: ReadonlyMap<LabelKind, Measured> = new Map([
  ...LEARNT.map((kind): [LabelKind, Measured] => [kind, { how: "model", figure: FIGURES.get(kind) }]),
  ...RULED.map((kind): [LabelKind, Measured] => [kind, { how: "rules", figure: FIGURES.get(kind) }]),
]);

/** @returns what is known of a kind of label; without a figure it is unmeasured */
export function measuredOf(kind: LabelKind): Measured {
  return MEASURED.get(kind) ?? { how: "rules" };
}
