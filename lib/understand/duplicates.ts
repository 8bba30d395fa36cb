/** Texts that were posted more than once, word for word or nearly. */
import { bandsOf, shinglesOf } from "./shingles";

/** Share of common word triples (Jaccard; Broder 1997) from which two texts are the same one: a few words changed in a short review. */
const SAME = 0.5;
/** Texts in one bucket that are compared: thousands made from one template share buckets without being repeats. */
const MOST_COMPARED = 48;

interface Known {
  id: string;
  shingles: Uint32Array;
}

/**
 * Remembers texts and recognises later ones that nearly repeat them. Candidates come from locality-sensitive hashing of MinHash signatures
 * (Broder 1997; Leskovec, Rajaraman & Ullman, "Mining of Massive Datasets", chapter 3), so the cost of a text does not grow with how many are
 * known; each candidate is then compared exactly. A repeat at the limit is missed about once in fifteen, a closer one hardly ever.
 */
export class DuplicateIndex {
  private readonly known: Known[] = [];
  private readonly ids = new Set<string>();
  /** Bucket to the place of its newest entry in `entries`. */
  private readonly newest = new Map<number, number>();
  /** Pairs: index of a known text, place of the bucket's entry before it or -1. */
  private readonly entries: number[] = [];

  /**
   * Adds a text; one that repeats another is known by that one.
   * @returns id of an earlier text it nearly repeats (never its own id), or undefined
   */
  add(id: string, body: string): string | undefined {
    const shingles = shinglesOf(body);
    if (shingles.length === 0) return undefined;
    const buckets = bandsOf(shingles);
    const found = this.find(id, shingles, buckets);
    if (found === undefined && !this.ids.has(id)) this.remember({ id, shingles }, buckets);
    return found;
  }

  private find(id: string, shingles: Uint32Array, buckets: readonly number[]): string | undefined {
    const compared = new Set<number>();
    for (const bucket of buckets) {
      let at = this.newest.get(bucket) ?? -1;
      for (let steps = 0; at >= 0 && steps < MOST_COMPARED; steps++) {
        const index = this.entries[at] ?? -1;
        at = this.entries[at + 1] ?? -1;
        const candidate = this.known[index];
        if (!candidate || candidate.id === id || compared.has(index)) continue;
        compared.add(index);
        if (jaccard(shingles, candidate.shingles) >= SAME) return candidate.id;
      }
    }
    return undefined;
  }

  private remember(text: Known, buckets: readonly number[]): void {
    const index = this.known.push(text) - 1;
    this.ids.add(text.id);
    for (const bucket of buckets) {
      const before = this.newest.get(bucket) ?? -1;
      this.newest.set(bucket, this.entries.length);
      this.entries.push(index, before);
    }
  }
}

/** Of two sorted lists without repeats. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return common / (a.length + b.length - common);
}
