/** Which words decided a sentence's sentiment: the reader is linear in pieces, so each token's part in what it says can be told exactly. */
import type { Span } from "../domain";
import type { TokenReading } from "../models/model";
import { CLASSES, type Class, TOKEN, TOKEN_OUTPUTS } from "./reading";

const SHOWN = 3;
/** A word with less of the sum than this decided nothing. */
const LEAST = 0.12;
const WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * @param label the class whose words are wanted
 * @returns up to three words with places in `text`, heaviest first; a neutral sentence has none
 */
export function because(text: string, tokens: TokenReading, label: Class): Span[] {
  if (label === "neutral") return [];
  const words = wordShares(text, tokens, CLASSES.indexOf(label)).filter(({ share }) => share > 0);
  const sum = words.reduce((total, { share }) => total + share, 0);
  return words
    .filter(({ share }) => share >= LEAST * sum)
    .sort((a, b) => b.share - a.share || a.start - b.start)
    .slice(0, SHOWN)
    .map(({ start, end }) => ({ start, end }));
}

/** Pieces of a word together; the part of a word is what it adds to the class beyond what it adds to the others. */
function wordShares(text: string, tokens: TokenReading, wanted: number): (Span & { share: number })[] {
  const words: (Span & { share: number })[] = [];
  for (let token = 0; token < tokens.starts.length; token++) {
    const [start = 0, end = 0] = [tokens.starts[token], tokens.ends[token]];
    if (!WORD.test(text.slice(start, end))) continue;
    const share = shareOf(tokens, token, wanted);
    const last = words.at(-1);
    if (last && last.end === start) {
      last.end = end;
      last.share += share;
    } else words.push({ start, end, share });
  }
  return words;
}

function shareOf({ values }: TokenReading, token: number, wanted: number): number {
  const row = values.subarray(token * TOKEN_OUTPUTS + TOKEN.shares[0], token * TOKEN_OUTPUTS + TOKEN.shares[1]);
  const own = row[wanted] ?? 0;
  const others = row.reduce((sum, value) => sum + value, 0) - own;
  return own - others / (CLASSES.length - 1);
}
