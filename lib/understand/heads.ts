/** What was learnt beside the reader network: how its outputs become chances, and light layers over whole reviews. */
import type { Intent } from "../domain";

/** Version of everything that makes a finding (sentence rules, reader, heads, flags). Raised by hand: older findings are made again. */
export const HEADS_VERSION = 4;

/** A dense layer, row-major: `weights[row * inputs + column]`. */
export interface Dense {
  inputs: number;
  outputs: number;
  weights: Float32Array;
  bias: Float32Array;
}

/** Platt's line: logit · slope + offset gives calibrated log odds (Platt 1999). */
export interface Line {
  slope: number;
  offset: number;
}

/** Fitted on products, departments and sentences that the network had not seen. */
export interface Calibration {
  /** Divide the logits (Guo et al. 2017, arXiv:1706.04599). */
  sentiment: number;
  emotion: number;
  side: number;
  /** Added to the outside tag's logit: how easily a word is taken for a judged thing. */
  outside: number;
  /** Log odds of each intent, and the chance above which it is reported. */
  intents: Record<Intent, Line & { from: number }>;
  /** Chance that a review's label is right, from the logit of its distance to neutral. */
  review: Line;
}

export interface Heads {
  calibration: Calibration;
  /** What a review's sentences say about its stars, whether its writer is satisfied, and whether they recommend: see `stars.ts`. */
  stars: Dense;
  satisfied: Dense;
  recommends: Dense;
  /** Mean vector of review sentences per language (BCP 47 primary tag), for themes, codes and search. */
  means: Map<string, Float32Array>;
  /** Mean for a language that has none of its own. */
  prior: Float32Array;
}
