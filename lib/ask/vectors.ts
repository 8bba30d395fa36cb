/**
 * Cosines of E5 vectors are squeezed into about 0.7–1.0 because all texts of one language and kind share a large common part.
 * Taking that part away (the mean of questions from a question, the mean of the language's sentences from a sentence) leaves
 * what a text is about, and lets a question in one language meet sentences in another.
 * Source: "All-but-the-top", Mu & Viswanath, ICLR 2018; measured by `npm run eval:ask`.
 */
import means from "./language-means.json";

/** Any encoder vector: int8 as stored, or float as encoded. Length is free, both sides must agree. */
export type Vector = ArrayLike<number>;
export type TextKind = "questions" | "statements";

interface PackedMean {
  scale: number;
  int8: string;
}

const unpacked = new Map<string, Float32Array>();

/** @returns cosine of two vectors of length 1, −1..1 */
export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** @returns the vector at length 1; a zero vector stays zero */
export function unit(vector: Vector): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  const scaled = new Float32Array(vector.length); // filled by hand: Float32Array.from takes ten times as long
  for (let i = 0; i < scaled.length; i++) scaled[i] = (vector[i] ?? 0) / length;
  return scaled;
}

/** @returns `vector` (any length) minus `mean`, at length 1 */
export function centre(vector: Vector, mean: Vector): Float32Array {
  const centred = unit(vector);
  for (let i = 0; i < centred.length; i++) centred[i] = (centred[i] ?? 0) - (mean[i] ?? 0);
  return unit(centred);
}

/**
 * The language's own mean over these vectors, drawn towards the general mean while they are few.
 * @param weight how many sentences the general mean counts for
 */
export function meanOf(vectors: readonly Vector[], general: Vector, weight: number): Float32Array {
  const dimensions = vectors[0]?.length ?? general.length;
  const sum = Float32Array.from({ length: dimensions }, (_, i) => (general[i] ?? 0) * weight);
  for (const vector of vectors) {
    const one = unit(vector);
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (one[i] ?? 0);
  }
  return sum.map((value) => value / (vectors.length + weight));
}

/** @returns the general mean of questions or statements in a language; English stands in for languages without their own */
export function generalMean(kind: TextKind, language: string): Float32Array {
  const known: Readonly<Record<string, PackedMean>> = means[kind];
  const key = Object.hasOwn(known, language) ? language : "en";
  const cached = unpacked.get(`${kind}:${key}`);
  if (cached) return cached;
  const packed = known[key] ?? { scale: 0, int8: "" };
  const bytes = Int8Array.from(atob(packed.int8), (character) => character.charCodeAt(0));
  const mean = Float32Array.from(bytes, (value) => value * packed.scale);
  unpacked.set(`${kind}:${key}`, mean);
  return mean;
}
