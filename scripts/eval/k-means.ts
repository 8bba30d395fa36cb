/** Baseline of themes: spherical k-means (Dhillon, Modha 2001) with k-means++ starts, best of three. */
import { centresOf, dot, nearestCentre } from "../../lib/understand/centres";
import { seededRandom } from "../train/random";

/** @returns group of each L2-normalised vector */
export function kMeans(vectors: readonly Float32Array[], k: number, seed: number): string[] {
  const runs = [0, 1, 2].map((attempt) => oneRun(vectors, k, seededRandom(seed * 10 + attempt)));
  const best = runs.reduce((a, b) => (b.fit > a.fit ? b : a));
  return Array.from(best.groups, String);
}

function oneRun(
  vectors: readonly Float32Array[],
  k: number,
  random: () => number,
): { groups: Int32Array; fit: number } {
  let centres = starts(vectors, k, random);
  let groups = new Int32Array(vectors.length);
  for (let round = 0; round < 30; round++) {
    groups = Int32Array.from(vectors, (vector) => nearestCentre(vector, centres).index);
    centres = centresOf(vectors, groups, k).centres;
  }
  const fit = vectors.reduce((sum, vector, i) => sum + dot(vector, centres[groups[i] ?? 0] as Float32Array), 0);
  return { groups, fit };
}

function starts(vectors: readonly Float32Array[], k: number, random: () => number): Float32Array[] {
  const chosen = [vectors[Math.floor(random() * vectors.length)] as Float32Array];
  while (chosen.length < Math.min(k, vectors.length)) {
    const far = vectors.map((vector) => Math.max(0, 1 - nearestCentre(vector, chosen).similarity) ** 2);
    let left = random() * far.reduce((a, b) => a + b, 0);
    const next = far.findIndex((distance) => {
      left -= distance;
      return left <= 0;
    });
    chosen.push(vectors[Math.max(0, next)] as Float32Array);
  }
  return chosen;
}
