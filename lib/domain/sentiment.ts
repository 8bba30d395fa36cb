/** How a statement feels. A sentence may praise one thing and blame another: then it is mixed, as a review may be. */
export type Polarity = "positive" | "negative" | "neutral" | "mixed";

/** A measured sentiment: `score` runs from −1 (bad) to 1 (good). */
export interface Sentiment {
  label: Polarity;
  score: number;
  /** Chance that the label is right, 0–1, as calibrated on texts that were not learnt from; absent where it was not measured. */
  confidence?: number;
}
