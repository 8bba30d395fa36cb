import type { AspectMention } from "../../lib/domain";

/** A piece of a sentence: plain words, or words that judge or name one thing. */
export interface Piece {
  text: string;
  start: number;
  aspect?: AspectMention;
}

/**
 * Cuts a sentence along its aspects without losing a character. Aspects that do not fit or overlap one before them are left out.
 * @param start place of `text` in the body, in which the aspects' places are given
 * @returns pieces whose texts joined are `text`
 */
export function piecesOf(text: string, start: number, aspects: readonly AspectMention[]): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  const cut = (to: number, aspect?: AspectMention) => {
    if (to > position) pieces.push({ text: text.slice(position, to), start: start + position, aspect });
    position = Math.max(position, to);
  };
  for (const aspect of [...aspects].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = aspect.start - start;
    const to = aspect.end - start;
    if (from < position || to > text.length || to <= from) continue;
    cut(from);
    cut(to, aspect);
  }
  cut(text.length);
  return pieces;
}
