/** What sentences are grouped by inside a theme: their place in topic space, and the words they say, in one vector. */
import type { TermIndex } from "./terms";
import { normalise } from "./vectors";

/** Width of the words' share; random directions in so many dimensions are nearly at right angles (Achlioptas 2003). */
const WIDTH = 64;
/** Length of the words' share when the meaning's is 1: chosen on product sentences and bank questions, not on the texts of the tables. */
const WORDS = 0.6;

/** Weight of every single word and aspect: rare ones say more (inverse document frequency), nouns more than others. */
export function wordWeights({ terms }: Pick<TermIndex, "terms">, sentences: number): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [key, term] of terms) {
    if (term.length > 1 && !term.aspect) continue;
    weights.set(key, Math.log(1 + sentences / term.sentences.size) * term.nounness);
  }
  return weights;
}

/**
 * @param place L2-normalised place in topic space
 * @param keys terms the sentence says; those without a weight are passed over
 * @returns L2-normalised; sentences without words keep the words' share at zero
 */
export function blend(place: Float32Array, keys: Iterable<string>, weights: ReadonlyMap<string, number>): Float32Array {
  const words = new Float32Array(WIDTH);
  for (const key of keys) {
    const weight = weights.get(key);
    if (weight === undefined) continue;
    const direction = directionOf(key);
    for (let i = 0; i < WIDTH; i++) words[i] = (words[i] as number) + weight * (direction[i] as number);
  }
  normalise(words);
  const both = new Float32Array(place.length + WIDTH);
  both.set(place);
  for (let i = 0; i < WIDTH; i++) both[place.length + i] = WORDS * (words[i] as number);
  return normalise(both);
}

const directions = new Map<string, Int8Array>();
const DIRECTIONS_KEPT = 20_000;

/** A word's direction is made from the word itself, so it is the same in every run. */
function directionOf(key: string): Int8Array {
  const known = directions.get(key);
  if (known) return known;
  let state = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) state = Math.imul(state ^ key.charCodeAt(i), 0x01000193);
  const direction = Int8Array.from({ length: WIDTH }, () => {
    state ^= state << 13; // xorshift (Marsaglia 2003)
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0x100 ? 1 : -1;
  });
  if (directions.size >= DIRECTIONS_KEPT) directions.clear();
  directions.set(key, direction);
  return direction;
}
