/** Repeatable lots: the same seed and names give the same draw on every machine and in whatever order things were stored. */

/**
 * @param names what the lot is about; other names, another lot
 * @returns uniform numbers in [0, 1): Mulberry32 (Tommy Ettinger, public domain)
 */
export function lotOf(seed: number, ...names: readonly string[]): () => number {
  let state = (hash(names.join("\u0000")) ^ Math.imul(seed, 0x9e3779b9)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @returns the same items in an order by lot (Fisher and Yates) */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const left = [...items];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

/** @returns the same items in an order by lot that does not depend on the one they came in */
export function drawnOrder<T>(items: readonly T[], nameOf: (item: T) => string, seed: number): T[] {
  const keyed = items.map((item) => ({ item, name: nameOf(item), key: lotOf(seed, nameOf(item))() }));
  keyed.sort((a, b) => a.key - b.key || (a.name < b.name ? -1 : Number(a.name > b.name)));
  return keyed.map(({ item }) => item);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
