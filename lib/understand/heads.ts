/** What was learnt: small layers over the encoder's sentence vector. Loaded by `lib/models/heads`, passed in as an argument. */

/** The classes a sentence head tells apart; their order is the order of its outputs. */
export const CLASSES = ["negative", "neutral", "positive"] as const;
export type Class = (typeof CLASSES)[number];

/** Version of everything that makes a finding (sentence rules, heads, flags). Raised by hand: older findings are made again. */
export const HEADS_VERSION = 1;

/** A dense layer, row-major: `weights[row * inputs + column]`. */
export interface Dense {
  inputs: number;
  outputs: number;
  weights: Float32Array;
  bias: Float32Array;
}

export interface Heads {
  /** Sentence vector, centred on its language, to logits of `CLASSES`. One layer, or several with ReLU between. */
  sentiment: Dense[];
  /** Divides the logits so that probabilities mean what they say (Guo et al. 2017, arXiv:1706.04599). */
  temperature: number;
  /** What a review's sentences say about its stars: see `stars.ts`. */
  stars: Dense;
  /** Mean vector of review sentences per language (BCP 47 primary tag). */
  means: Map<string, Float32Array>;
  /** Mean for a language that has none of its own. */
  prior: Float32Array;
}
