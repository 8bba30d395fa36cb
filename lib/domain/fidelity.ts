/** Ways to foretell the stars people gave: those of the survey, and what any method must beat. */
export const FIDELITY_METHODS = ["plain", "combined", "calibrated", "engine-number", "category-mean"] as const;
export type FidelityMethod = (typeof FIDELITY_METHODS)[number];

/** How near a way came to held-out people of one product. */
export interface FidelityRow {
  method: FidelityMethod;
  /** Shares of the points 1–5 it foretold. */
  pmf: number[];
  mean: number;
  /** 1 − largest distance of the cumulated shares, 0–1. */
  ks: number;
  /** Pearson correlation over people between points from their words and their stars; absent where nothing varies, or no words are read. */
  pearson?: number;
}

/** How well the panel foretells the stars that its own kind gave. */
export interface Fidelity {
  checked: boolean;
  /** Why it was not checked. */
  why?: "no-stars" | "few-reviewers";
  /** Reviewers with stars and words: learnt from, and kept away. */
  heldIn: number;
  heldOut: number;
  /** Fewest reviewers with stars for a check. */
  needed: number;
  /** Shares of stars of those kept away. */
  people?: number[];
  /** KS similarity of one half of these people with the other, in the mean over splits: what chance alone makes of so few. */
  ceiling?: number;
  rows: FidelityRow[];
  /** Of the run's own method. `close`: within what two halves of the people differ; `rough`; `poor`. */
  verdict?: "close" | "rough" | "poor";
  /** Points 1–5 → points 1–5 as learnt on held-in people: cumulated shares before and after. */
  map?: CalibrationMap;
}

/** Monotone map of a mean score to a distribution over stars (proportional odds): cut-offs and slope learnt on held-in people. */
export interface CalibrationMap {
  slope: number;
  /** Four, rising. */
  cuts: number[];
  learntFrom: number;
}

/** Over all products of the library with enough stars. */
export interface LibraryFidelity {
  products: number;
  /** Products with too few reviewers or no stars. */
  left: number;
  /** Fewest products for a correlation. */
  needed: number;
  rows: LibraryFidelityRow[];
  /** Mean correlation of two halves of the people, over products: the ceiling ρ is measured by. */
  halves?: number;
}

export interface LibraryFidelityRow {
  method: FidelityMethod;
  products: number;
  /** Mean over products. */
  ks: number;
  /** Correlation of the products' mean scores with the people's, and the same over `halves` (correlation attainment ρ). */
  correlation?: number;
  rho?: number;
}
