/** Who speaks when in a focus group: nobody is always first, since the first word sways whoever reads on. */

/**
 * @param round from 0; the order moves on by one voice each round
 * @param seed of the group, so that the same group speaks in the same order again
 * @returns the same items, each once
 */
export function speakingOrder<T>(voices: readonly T[], round: number, seed: string): T[] {
  const shuffled = shuffle(voices, hash(seed));
  const first = voices.length === 0 ? 0 : round % voices.length;
  return [...shuffled.slice(first), ...shuffled.slice(0, first)];
}

/** Fisher and Yates, with numbers of a linear congruential generator (Numerical Recipes). */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  const left = [...items];
  const drawn: T[] = [];
  let state = seed;
  while (left.length > 0) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    drawn.push(...left.splice(Math.floor((state / 2 ** 32) * left.length), 1));
  }
  return drawn;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
