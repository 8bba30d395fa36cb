/**
 * From texts to tokens, as the encoder was trained to see them, with the place of each token in its text.
 */
import type { PreTrainedTokenizer } from "@huggingface/transformers";
import { placesOf } from "./token-places";

/** A piece of a token is at most 16 characters, so what lies beyond cannot be within the model's 512 tokens. */
const LONGEST_PIECE = 16;
/** Names of control tokens: written by a reviewer they are words like any other. */
const CONTROL_TOKENS = /<(\/?s|pad|unk|mask)>/g;

export interface TokeniseRules {
  prefix: string;
  maxTokens: number;
}

export interface TokenisedText {
  /** With begin and end tokens, at most `maxTokens`. */
  ids: number[];
  /** Position in `ids` of the first token of the text itself, and of the first behind it. */
  from: number;
  to: number;
  /** UTF-16 places of those tokens in the text. */
  starts: Uint32Array;
  ends: Uint32Array;
}

/** The end token is kept where a text is cut. */
export function tokenise(
  tokenizer: PreTrainedTokenizer,
  texts: readonly string[],
  { prefix, maxTokens }: TokeniseRules,
): TokenisedText[] {
  return texts.map((text) => {
    // of the same length, so that places stay right
    const readable = text.slice(0, maxTokens * LONGEST_PIECE).replace(CONTROL_TOKENS, "‹$1›");
    const { ids: all, tokens } = tokenizer._tokenizer.encode(prefix + readable);
    const ids = all.length <= maxTokens ? all : [...all.slice(0, maxTokens - 1), ...all.slice(-1)];
    const places = placesOf(prefix + readable, tokens.slice(1, ids.length - 1));
    const from =
      1 +
      Math.max(
        0,
        places.ends.findIndex((end) => end > prefix.length),
      );
    const own = (list: Uint32Array) => list.slice(from - 1).map((at) => Math.max(0, at - prefix.length));
    return { ids, from, to: ids.length - 1, starts: own(places.starts), ends: own(places.ends) };
  });
}
