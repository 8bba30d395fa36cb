/**
 * From texts to token ids, as the encoder was trained to see them.
 */
import type { PreTrainedTokenizer } from "@huggingface/transformers";

/** A piece of a token is at most 16 characters, so what lies beyond cannot be within the model's 512 tokens. */
const LONGEST_PIECE = 16;
/** Names of control tokens: written by a reviewer they are words like any other. */
const CONTROL_TOKENS = /<(\/?s|pad|unk|mask)>/g;

export interface TokeniseRules {
  prefix: string;
  maxTokens: number;
}

/** Ids per text with begin and end tokens; at most `maxTokens`, the end token kept. */
export function tokenise(tokenizer: PreTrainedTokenizer, texts: readonly string[], rules: TokeniseRules): number[][] {
  return texts.map((text) => {
    const readable = text.slice(0, rules.maxTokens * LONGEST_PIECE).replace(CONTROL_TOKENS, "‹$1›");
    const ids: number[] = tokenizer.encode(rules.prefix + readable);
    return ids.length <= rules.maxTokens ? ids : [...ids.slice(0, rules.maxTokens - 1), ...ids.slice(-1)];
  });
}
