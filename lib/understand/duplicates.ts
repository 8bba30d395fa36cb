/** Texts that were posted more than once, word for word or nearly. */

/** Shorter texts ("Great product, love it") agree by chance. */
const FEWEST_WORDS = 8;
const SHINGLE = 3;
/** Share of common word triples (Jaccard; Broder 1997) from which two texts are the same one. */
const SAME = 0.6;

/** Remembers texts and recognises later ones that nearly repeat them. */
export class DuplicateIndex {
  private readonly sizes: number[] = [];
  private readonly ids: string[] = [];
  private readonly places = new Map<string, number[]>();

  /**
   * Adds a text.
   * @returns id of an earlier text it nearly repeats (never its own id), or undefined
   */
  add(id: string, body: string): string | undefined {
    const shingles = shinglesOf(body);
    if (shingles.size === 0) return undefined;
    const found = this.find(id, shingles);
    const index = this.sizes.push(shingles.size) - 1;
    this.ids.push(id);
    for (const shingle of shingles) {
      const list = this.places.get(shingle);
      if (list) list.push(index);
      else this.places.set(shingle, [index]);
    }
    return found;
  }

  private find(id: string, shingles: Set<string>): string | undefined {
    const common = new Map<number, number>();
    for (const shingle of shingles) {
      for (const index of this.places.get(shingle) ?? []) common.set(index, (common.get(index) ?? 0) + 1);
    }
    for (const [index, count] of common) {
      const union = shingles.size + (this.sizes[index] ?? 0) - count;
      if (count / union >= SAME && this.ids[index] !== id) return this.ids[index];
    }
    return undefined;
  }
}

function shinglesOf(body: string): Set<string> {
  const words = body.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  if (words.length < FEWEST_WORDS) return shingles;
  for (let i = 0; i + SHINGLE <= words.length; i++) shingles.add(words.slice(i, i + SHINGLE).join(" "));
  return shingles;
}
