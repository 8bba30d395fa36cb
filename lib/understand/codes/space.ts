/**
 * The sentences codes are looked for in: centred on their language, with their spread measured once, so that learning a code afterwards
 * takes milliseconds.
 */
import { meanOf, normalise, restore, shrunkMean, subtract } from "../vectors";
import { cholesky, inverse } from "./linear-algebra";

/** A vector as it is stored, and the language of its words. */
export interface Located {
  /** L2-normalised before it was quantised; any scale. */
  vector: Int8Array | Float32Array;
  /** BCP 47 primary tag. */
  language: string;
}

/** What all sentences look like: the background a code stands out from. */
export interface CodeSpace {
  dimensions: number;
  count: number;
  /** One row a sentence, `count` × `dimensions`, centred on its language, length 1. */
  rows: Float32Array;
  /** Inverse covariances of the rows (row-major), one for each of `SHRINKAGES`. */
  precisions: Float32Array[];
  /** Centre per language; languages not among the sentences get `elsewhere`. */
  centres: Map<string, Float32Array>;
  elsewhere: Float32Array;
}

/** An own centre per language is trusted like the shipped one after this many sentences. */
const LANGUAGE_STRENGTH = 25;
/** More say nothing new about the spread. */
const SAMPLE = 1500;
/**
 * How much of the spread is taken to be the same in all directions: narrow codes are found best when what all sentences vary in counts
 * little, broad ones ("complains") when it counts in full. Which one serves a code is learnt from its examples; 1, no shrinkage left to
 * choose, is plain similarity and needs no matrix.
 */
export const SHRINKAGES = [0.5, 0.8] as const;
/** Half of what was measured of the spread is believed after this many sentences. */
const SPREAD_STRENGTH = 300;

/**
 * @param sentences any number, also none
 * @param means shipped mean vectors per language
 */
export function codeSpace(
  sentences: readonly Located[],
  means?: ReadonlyMap<string, Float32Array>,
  dimensions = sentences[0]?.vector.length ?? 0,
): CodeSpace {
  const { centres, elsewhere } = languageCentres(sentences, dimensions, means);
  const count = sentences.length;
  const rows = new Float32Array(count * dimensions);
  const space = { dimensions, count, rows, precisions: [] as Float32Array[], centres, elsewhere };
  for (const [i, sentence] of sentences.entries()) rows.set(placeIn(space, sentence), i * dimensions);
  const spread = spreadOf(rows, count, dimensions);
  space.precisions = SHRINKAGES.map((shrinkage) =>
    inverse(cholesky(shrunk(spread, dimensions, shrinkage), dimensions), dimensions),
  );
  return space;
}

/** @returns a vector of length 1 in the space; zeros when it is not of this encoder */
export function placeIn(space: Pick<CodeSpace, "dimensions" | "centres" | "elsewhere">, { vector, language }: Located) {
  if (vector.length !== space.dimensions) return new Float32Array(space.dimensions);
  const whole = vector instanceof Int8Array ? restore(vector) : normalise(Float32Array.from(vector));
  return normalise(subtract(whole, space.centres.get(language) ?? space.elsewhere));
}

/** The centre of each language: where it is shipped, moved by what the sentences have in common. */
function languageCentres(
  sentences: readonly Located[],
  dimensions: number,
  means: ReadonlyMap<string, Float32Array> | undefined,
) {
  const groups = new Map<string, Float32Array[]>();
  for (const { vector, language } of sentences) {
    if (vector.length !== dimensions) continue;
    const group = groups.get(language) ?? [];
    groups.set(language, group);
    if (group.length < SAMPLE) group.push(vector instanceof Int8Array ? restore(vector) : vector);
  }
  const zero = new Float32Array(dimensions);
  const shipped = (language: string) => means?.get(language) ?? means?.get("en") ?? zero;
  const moved = [...groups].flatMap(([language, own]) => own.map((vector) => subtract(vector, shipped(language))));
  const shift = meanOf(moved) ?? zero;
  const prior = (language: string) => shipped(language).map((value, i) => value + (shift[i] as number));
  const centres = new Map(
    [...groups].map(([language, own]) => [language, shrunkMean(own, prior(language), LANGUAGE_STRENGTH)]),
  );
  for (const language of means?.keys() ?? []) if (!centres.has(language)) centres.set(language, prior(language));
  return { centres, elsewhere: prior("") };
}

/** Covariance of an even sample of the rows, times how far it can be believed. Lower triangle only. */
function spreadOf(rows: Float32Array, count: number, size: number): Float64Array {
  const spread = new Float64Array(size * size);
  const step = Math.max(1, Math.ceil(count / SAMPLE));
  let seen = 0;
  for (let i = 0; i < count; i += step, seen++) addOuter(spread, rows.subarray(i * size, (i + 1) * size));
  return spread.map((value) => value / (seen + SPREAD_STRENGTH));
}

/** The covariance shrunk towards the same spread in all directions (Ledoit, Wolf 2004). */
function shrunk(spread: Float64Array, size: number, shrinkage: number): Float64Array {
  const out = spread.map((value) => value * (1 - shrinkage));
  let trace = 0;
  for (let i = 0; i < size; i++) trace += out[i * size + i] as number;
  // rows have length 1, so what is missing of the trace is spread evenly
  for (let i = 0; i < size; i++) out[i * size + i] = (out[i * size + i] as number) + (1 - trace) / size;
  return out;
}

function addOuter(spread: Float64Array, row: Float32Array): void {
  const size = row.length;
  for (let a = 0; a < size; a++) {
    const value = row[a] as number;
    const start = a * size;
    for (let b = 0; b <= a; b++) spread[start + b] = (spread[start + b] as number) + value * (row[b] as number);
  }
}
