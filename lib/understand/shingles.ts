/** A text as its word triples, and the signature by which near repeats meet in the same buckets. */

/** Shorter texts ("Great product, love it") agree by chance. */
const FEWEST_WORDS = 8;
const SHINGLE = 3;
/** With these, texts that share half of their triples meet with chance 1 − (1 − 0.5³)²⁰ = 0.93, those that share a tenth with 0.02. */
const BANDS = 20;
const ROWS = 3;

/** @returns hashes of the word triples (characters where words are not spaced), sorted, each once; empty for short texts */
export function shinglesOf(body: string): Uint32Array {
  const words =
    body.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu) ??
    [];
  if (words.length < FEWEST_WORDS) return new Uint32Array();
  const hashes = words.map(hashOf);
  const triples = new Set<number>();
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let triple = 0;
    for (let j = i; j < i + SHINGLE; j++) triple = mixed((Math.imul(triple, 31) + (hashes[j] ?? 0)) | 0);
    triples.add(triple >>> 0);
  }
  return Uint32Array.from(triples).sort();
}

/** @returns one bucket per band: the least hashes of its rows, folded to 30 bits */
export function bandsOf(shingles: Uint32Array): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let bucket = band + 1;
    for (let row = 0; row < ROWS; row++)
      bucket = mixed(Math.imul(bucket, 31) + leastOf(shingles, band * ROWS + row + 1));
    return bucket >>> 2;
  });
}

/** MinHash: the least of the hashes, permuted by the seed. */
function leastOf(shingles: Uint32Array, seed: number): number {
  const salt = Math.imul(seed, 0x9e3779b1);
  let least = 0xffffffff;
  for (const shingle of shingles) {
    const hash = mixed(shingle ^ salt) >>> 0;
    if (hash < least) least = hash;
  }
  return least;
}

/** FNV-1a (Fowler, Noll & Vo) over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Finaliser of MurmurHash3 (Appleby): each bit of the input touches each of the result. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
