/**
 * Spherical k-means (Dhillon & Modha, Machine Learning 42, 2001) from starts that are dense and far apart (after Rodriguez & Laio,
 * Science 344, 2014). Nothing is drawn by lot: the same vectors give the same groups.
 */
import { dot } from "../vectors";
import { normalise } from "./space";

const ROUNDS = 12;
/** Starts are looked for among this many; the density of a place is its mean cosine to so many neighbours. */
const START_SAMPLE = 400;
const NEIGHBOURS = 10;

/**
 * @param vectors of length 1, in an order that does not depend on how they were read; more than 2,000 take seconds
 * @param k how many groups to look for
 * @param given starts to begin with, such as the centres of an earlier reading
 * @returns centres of length 1, at most k
 */
export function centresOf(
  vectors: readonly Float32Array[],
  k: number,
  given: readonly Float32Array[] = [],
): Float32Array[] {
  let centres = startsOf(vectors.slice(0, START_SAMPLE), k, given);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = centres.map((centre) => new Float32Array(centre.length));
    for (const vector of vectors) addTo(sums[nearest(vector, centres).index], vector);
    const moved = sums.map((sum, i) => (sum.some((value) => value !== 0) ? normalise(sum) : (centres[i] ?? sum)));
    const still = moved.every((centre, i) => dot(centre, centres[i] ?? centre) > 0.99999);
    centres = moved;
    if (still) break;
  }
  return centres;
}

/** @returns the nearest centre, its cosine, and the cosine of the next one (−1 when there is none) */
export function nearest(
  vector: Float32Array,
  centres: readonly Float32Array[],
): { index: number; cosine: number; next: number } {
  const best = { index: 0, cosine: -1, next: -1 };
  for (const [index, centre] of centres.entries()) {
    const cosine = dot(vector, centre);
    if (cosine > best.cosine) Object.assign(best, { index, cosine, next: best.cosine });
    else if (cosine > best.next) best.next = cosine;
  }
  return best;
}

function startsOf(sample: readonly Float32Array[], k: number, given: readonly Float32Array[]): Float32Array[] {
  const starts = given.slice(0, k);
  const closest = sample.map((vector) => Math.max(0, nearest(vector, starts).cosine));
  const densities = starts.length < k ? sample.map((vector) => densityOf(vector, sample)) : [];
  while (starts.length < Math.min(k, sample.length)) {
    let best = -1;
    let most = -1;
    for (const [i, density] of densities.entries()) {
      const rank = density * (1 - (closest[i] ?? 0));
      if (rank > most) [best, most] = [i, rank];
    }
    const start = sample[best];
    if (!start) break;
    starts.push(start);
    for (const [i, vector] of sample.entries()) closest[i] = Math.max(closest[i] ?? 0, dot(vector, start));
  }
  return starts;
}

function densityOf(vector: Float32Array, sample: readonly Float32Array[]): number {
  const cosines = sample.map((other) => (other === vector ? -1 : dot(vector, other))).sort((a, b) => b - a);
  const near = cosines.slice(0, NEIGHBOURS).filter((cosine) => cosine > 0);
  return near.reduce((sum, cosine) => sum + cosine, 0) / NEIGHBOURS;
}

function addTo(sum: Float32Array | undefined, vector: Float32Array): void {
  if (sum) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
}
