/** A careful guess at the tokens of a text, for engines that do not say it. */

/** Bytes of a Latin word a token holds at least, over the byte-pair vocabularies of common models, names and typing errors included. */
const LATIN_BYTES = 2.5;

/**
 * Too many rather than too few: a token for every two and a half Latin letters, for every digit and sign, and for every
 * two bytes of any other script. Byte-pair vocabularies never make more tokens than bytes.
 */
export function guessTokens(text: string): number {
  let latin = 0;
  let other = 0;
  let signs = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (/[a-z ]/i.test(character)) latin += 1;
    else if (code < 0x80) signs += 1;
    else other += code < 0x800 ? 1 : code < 0x10000 ? 2 : 4;
  }
  return Math.ceil(latin / LATIN_BYTES) + signs + other;
}
