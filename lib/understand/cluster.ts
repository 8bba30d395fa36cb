/** Groups vectors by direction. Deterministic: the same vectors in the same order give the same groups for a seed. */
import { normalise } from "./vectors";

/** More points than this are first gathered into small groups, because a tree over all pairs would take too long. */
const TREE_LIMIT = 700;
const GATHERED = 240;
const ROUNDS = 6;

/** One join of a tree: two nodes (points, then earlier joins) at a height. */
export interface Join {
  left: number;
  right: number;
  height: number;
}

/** A tree over points or over small groups of points. */
export interface ClusterTree {
  /** Leaf of each input vector. */
  leafOf: Int32Array;
  leaves: Float32Array[];
  weights: Float64Array;
  joins: Join[];
}

/**
 * @param vectors L2-normalised
 * @returns Ward's tree (variance-minimising; nearest-neighbour chain, Murtagh, Contreras 2012)
 */
export function clusterTree(vectors: readonly Float32Array[], seed: number): ClusterTree {
  if (vectors.length <= TREE_LIMIT) {
    const leafOf = Int32Array.from(vectors, (_, i) => i);
    const weights = new Float64Array(vectors.length).fill(1);
    return { leafOf, leaves: [...vectors], weights, joins: wardJoins(vectors, weights) };
  }
  const leafOf = sphericalKMeans(vectors, spreadStarts(vectors, GATHERED, seed), ROUNDS);
  const { centres, weights } = centresOf(vectors, leafOf, GATHERED);
  return { leafOf, leaves: centres, weights, joins: wardJoins(centres, weights) };
}

/** @returns cluster number (0 … count − 1) of each input vector when the tree is cut into `count` clusters */
export function cutTree(tree: ClusterTree, count: number): Int32Array {
  const leaves = tree.leaves.length;
  const parent = Int32Array.from({ length: leaves + tree.joins.length }, (_, i) => i);
  const ordered = tree.joins
    .map((join, i) => ({ ...join, node: leaves + i }))
    .sort((a, b) => a.height - b.height || a.node - b.node);
  for (const { left, right, node } of ordered.slice(0, Math.max(0, leaves - count))) {
    parent[left] = node;
    parent[right] = node;
  }
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  };
  const numbers = new Map<number, number>();
  return tree.leafOf.map((leaf) => {
    const root = rootOf(leaf);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}

function wardJoins(points: readonly Float32Array[], weights: Float64Array): Join[] {
  const nodes = points.map((point, i) => ({ centre: Float64Array.from(point), weight: weights[i] as number, id: i }));
  const alive = new Set(nodes.keys());
  const joins: Join[] = [];
  const chain: number[] = [];
  while (alive.size > 1) {
    if (chain.length === 0) chain.push(alive.values().next().value as number);
    const tip = chain.at(-1) as number;
    const [nearest, height] = nearestTo(tip, chain.at(-2), nodes, alive);
    if (nearest !== chain.at(-2)) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    joins.push({ left: (nodes[tip] as WardNode).id, right: (nodes[nearest] as WardNode).id, height });
    join(nodes, tip, nearest, points.length + joins.length - 1);
    alive.delete(nearest);
  }
  return joins;
}

interface WardNode {
  centre: Float64Array;
  weight: number;
  id: number;
}

function join(nodes: WardNode[], into: number, from: number, id: number): void {
  const [a, b] = [nodes[into] as WardNode, nodes[from] as WardNode];
  const weight = a.weight + b.weight;
  const centre = a.centre.map((value, i) => (value * a.weight + (b.centre[i] as number) * b.weight) / weight);
  nodes[into] = { centre, weight, id };
}

/** Ties go to the chain's previous node, else to the lowest number, so that the chain ends. */
function nearestTo(tip: number, previous: number | undefined, nodes: WardNode[], alive: Set<number>): [number, number] {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  const from = nodes[tip] as WardNode;
  for (const other of alive) {
    if (other === tip) continue;
    const distance = wardDistance(from, nodes[other] as WardNode, least);
    if (distance < least || (distance === least && other === previous)) [best, least] = [other, distance];
  }
  return [best, least];
}

function wardDistance(a: WardNode, b: WardNode, enough: number): number {
  const factor = (a.weight * b.weight) / (a.weight + b.weight);
  let sum = 0;
  for (let i = 0; i < a.centre.length; i++) {
    const difference = (a.centre[i] as number) - (b.centre[i] as number);
    sum += difference * difference;
    if ((i & 31) === 31 && sum * factor > enough) return Number.POSITIVE_INFINITY;
  }
  return sum * factor;
}

/** Starts far from each other: each next one is the least served of a few hundred candidates. */
function spreadStarts(vectors: readonly Float32Array[], count: number, seed: number): Float32Array[] {
  const step = Math.max(1, Math.floor(vectors.length / (count * 4)));
  const candidates = vectors.filter((_, i) => (i + seed) % step === 0);
  const served = new Float32Array(candidates.length).fill(-2);
  const starts: Float32Array[] = [];
  let next = 0;
  while (starts.length < count && starts.length < candidates.length) {
    const start = candidates[next] as Float32Array;
    starts.push(start);
    for (const [i, candidate] of candidates.entries()) served[i] = Math.max(served[i] as number, dot(candidate, start));
    next = served.reduce((least, value, i) => (value < (served[least] as number) ? i : least), 0);
  }
  return starts;
}

/** Lloyd's rounds on the sphere (Dhillon, Modha 2001). @returns group of each vector */
export function sphericalKMeans(
  vectors: readonly Float32Array[],
  starts: readonly Float32Array[],
  rounds: number,
): Int32Array {
  let centres = [...starts];
  let groups = new Int32Array(vectors.length);
  for (let round = 0; round < rounds; round++) {
    groups = Int32Array.from(vectors, (vector) => nearestCentre(vector, centres).index);
    centres = centresOf(vectors, groups, centres.length).centres.map((centre, i) =>
      centre.some((x) => x !== 0) ? centre : (centres[i] as Float32Array),
    );
  }
  return groups;
}

/** @returns the most similar centre and its cosine; −1 for no centres */
export function nearestCentre(
  vector: Float32Array,
  centres: readonly Float32Array[],
): { index: number; similarity: number } {
  let best = { index: -1, similarity: -2 };
  for (const [index, centre] of centres.entries()) {
    const similarity = dot(vector, centre);
    if (similarity > best.similarity) best = { index, similarity };
  }
  return best;
}

/** @returns normalised mean and size of each group; groups below 0 are nobody's */
export function centresOf(
  vectors: readonly Float32Array[],
  groups: Int32Array,
  count: number,
): { centres: Float32Array[]; weights: Float64Array } {
  const width = vectors[0]?.length ?? 0;
  const centres = Array.from({ length: count }, () => new Float32Array(width));
  const weights = new Float64Array(count);
  for (const [i, vector] of vectors.entries()) {
    const group = groups[i] as number;
    const centre = centres[group];
    if (!centre) continue;
    weights[group] = (weights[group] as number) + 1;
    for (let d = 0; d < width; d++) centre[d] = (centre[d] as number) + (vector[d] as number);
  }
  for (const centre of centres) normalise(centre);
  return { centres, weights };
}

/** Scalar product; the cosine of normalised vectors. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
