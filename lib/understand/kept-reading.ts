/** What one pass said about a text, small enough to be kept, so that no text passes the encoder twice. */
import type { TextReading } from "../models/model";
import { halfOf, numberOf } from "./half";
import { quantise } from "./vectors";

/** About two kilobytes for a sentence of twenty words. */
export interface KeptReading {
  /** As it is stored with sentences: the largest entry is ±127. */
  vector: Int8Array;
  sentence: Float32Array;
  /** UTF-16 places of tokens: all starts, then all ends. */
  places: Uint16Array;
  /** Logits of tokens, row-major, in half precision: an error below a thousandth of each. */
  tokens: Uint16Array;
}

/** @param reading of a text whose tokens lie within its first 65,535 units, as the encoder's always do */
export function keep({ vector, sentence, tokens }: TextReading): KeptReading {
  return {
    vector: quantise(vector),
    sentence,
    places: Uint16Array.of(...tokens.starts, ...tokens.ends),
    tokens: Uint16Array.from(tokens.values, halfOf),
  };
}

/** @returns the reading as `keep` left it; `quantise` of its vector gives exactly the vector kept */
export function recall({ vector, sentence, places, tokens }: KeptReading): TextReading {
  const count = places.length / 2;
  return {
    vector: Float32Array.from(vector),
    sentence,
    tokens: {
      starts: Uint32Array.from(places.subarray(0, count)),
      ends: Uint32Array.from(places.subarray(count)),
      values: Float32Array.from(tokens, numberOf),
    },
  };
}
