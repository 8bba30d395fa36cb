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

/** Measures as the field names them; the interface says in plain words what each counts (text `qualityMetric`). */
export const METRICS = ["macro_f1", "f1", "term_f1", "accuracy", "precision", "recall"] as const;

/** What was tested on; the interface describes each (text `qualitySet`), so a new one needs its words in every language. */
export const TEST_SETS = ["own_sentences", "app_reviews", "held_sentences", "mixed_in", "clothing"] as const;

export interface Figure {
  metric: (typeof METRICS)[number];
  /** 0–1, 1 is faultless. */
  value: number;
  on: (typeof TEST_SETS)[number];
  /** How many texts were tested on, where the set has one size. */
  of?: number;
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
const OWN = { on: "own_sentences", of: 312 } as const;
const f1 = (intent: Intent, value: number): [LabelKind, Figure] => [
  `intent:${intent}`,
  { metric: "f1", value, ...OWN },
];
const FIGURES: ReadonlyMap<LabelKind, Figure> = new Map<LabelKind, Figure>([
  ["sentiment", { metric: "macro_f1", value: 0.904, on: "app_reviews", of: 500 }],
  ["aspects", { metric: "term_f1", value: 0.512, ...OWN }],
  ["emotions", { metric: "macro_f1", value: 0.487, ...OWN }],
  ["satisfied", { metric: "accuracy", value: 0.869, on: "clothing" }],
  ["recommends", { metric: "accuracy", value: 0.879, on: "clothing" }],
  // Of rules the figure of first sight is shown: on what they were corrected by they do better.
  ["personal-data", { metric: "f1", value: 0.857, on: "held_sentences", of: 159 }],
  ["entities", { metric: "f1", value: 0.848, on: "held_sentences", of: 169 }],
  ["flag:incentivised", { metric: "f1", value: 0.625, on: "held_sentences", of: 47 }],
  ["flag:off-topic", { metric: "f1", value: 0.81, on: "mixed_in", of: 1781 }],
  f1("praise", 0.79),
  f1("complaint", 0.804),
  f1("problem", 0.438),
  f1("request", 0.722),
  f1("question", 0.8),
  f1("comparison", 0.314),
  f1("motive", 0.6),
  f1("situation", 0.409),
  f1("user", 0.341),
  f1("switching", 0.625),
  f1("churn", 0.509),
  f1("recommendation", 0.732),
  f1("return", 0.591),
]);

export const MEASURED: ReadonlyMap<LabelKind, Measured> = new Map([
  ...LEARNT.map((kind): [LabelKind, Measured] => [kind, { how: "model", figure: FIGURES.get(kind) }]),
  ...RULED.map((kind): [LabelKind, Measured] => [kind, { how: "rules", figure: FIGURES.get(kind) }]),
]);

/** @returns what is known of a kind of label; without a figure it is unmeasured */
export function measuredOf(kind: LabelKind): Measured {
  return MEASURED.get(kind) ?? { how: "rules" };
}
