/** Who is shown which concepts, in which order. */
import { lotOf, shuffled } from "./lot";

/**
 * Monadic: one concept each, by permuted blocks: in each block of as many people as there are concepts, every concept once.
 * @returns for each of `people` the one concept shown; none without concepts
 */
export function monadicLots(concepts: readonly string[], people: number, seed: number): string[][] {
  const random = lotOf(seed, "monadic");
  const lots: string[][] = [];
  while (concepts.length > 0 && lots.length < people) lots.push(...shuffled(concepts, random).map((one) => [one]));
  return concepts.length === 0 ? Array.from({ length: people }, () => []) : lots.slice(0, people);
}

/**
 * Sequential: all concepts, each equally often in each place and after each other one, as far as the number of people allows
 * (balanced Latin square, Williams 1949, doi:10.1071/CH9490149), with the concepts' labels by lot.
 */
export function sequentialLots(concepts: readonly string[], people: number, seed: number): string[][] {
  const random = lotOf(seed, "sequential");
  const labels = shuffled(concepts, random);
  const rows = shuffled(williams(labels.length), random);
  return Array.from({ length: people }, (_, i) =>
    (rows[i % Math.max(1, rows.length)] ?? []).map((at) => labels[at] ?? ""),
  );
}

/** @returns rows of places 0…n−1: n rows when n is even, 2n when it is odd */
export function williams(n: number): number[][] {
  const first = Array.from({ length: n }, (_, i) => (i % 2 === 1 ? (i + 1) / 2 : i === 0 ? 0 : n - i / 2));
  const rows = Array.from({ length: n }, (_, row) => first.map((place) => (place + row) % n));
  return n % 2 === 0 || n === 1 ? rows : [...rows, ...rows.map((row) => [...row].reverse())];
}
