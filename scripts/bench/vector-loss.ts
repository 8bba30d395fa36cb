/** What keeping vectors in eight bits changes for those who use them: search, themes, segments and codes rank by cosine. */
import { quantise, restore, similarity } from "../../lib/understand/vectors";

export interface VectorLoss {
  texts: number;
  /** Cosine of a vector with what is kept of it. */
  meanCosine: number;
  leastCosine: number;
  /** Shares of texts with the same nearest other text, and of the ten nearest that stay among the ten. */
  sameNearest: number;
  sameOfTen: number;
}

const NEIGHBOURS = 10;

/** @param vectors of different texts, as the encoder gave them; 500 take about a second */
export function vectorLoss(vectors: readonly Float32Array[]): VectorLoss {
  const kept = vectors.map((vector) => restore(quantise(vector)));
  const cosines = vectors.map((vector, i) => similarity(vector, kept[i] ?? []));
  const before = vectors.map((_, i) => nearest(vectors, i));
  const after = kept.map((_, i) => nearest(kept, i));
  const shared = before.map((list, i) => list.filter((index) => after[i]?.includes(index)).length / list.length);
  return {
    texts: vectors.length,
    meanCosine: rounded(mean(cosines)),
    leastCosine: rounded(Math.min(...cosines)),
    sameNearest: rounded(mean(before.map((list, i) => Number(list[0] === after[i]?.[0])))),
    sameOfTen: rounded(mean(shared)),
  };
}

function nearest(vectors: readonly Float32Array[], query: number): number[] {
  const own = vectors[query] ?? new Float32Array();
  return vectors
    .map((vector, index) => ({ index, cosine: index === query ? -2 : similarity(own, vector) }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, NEIGHBOURS)
    .map(({ index }) => index);
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
}

function rounded(value: number): number {
  return Number(value.toFixed(5));
}
