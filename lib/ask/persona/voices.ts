/** Several voices of one segment: its reviewers parted by what they write about, so that a large group does not speak as one. */

import { primaryLanguage } from "../language";
import { generalMean, meanOf, unit, type Vector } from "../vectors";
import type { Person, Survey } from "./survey";

/** A voice of fewer would be thin. */
export const FEWEST_IN_VOICE = 8;
/** People from which there are two voices, and three. */
const TWO = 2 * FEWEST_IN_VOICE;
const THREE = 6 * FEWEST_IN_VOICE;
/** Lloyd's algorithm settles long before. */
const ROUNDS = 20;

/** @returns how many voices so many people have, one to three */
export function voicesFor(people: number): number {
  return people >= THREE ? 3 : people >= TWO ? 2 : 1;
}

/**
 * Spherical k-means (Dhillon & Modha 2001) over each person's mean sentence, centred on the group; begun from the voices there were, else
 * from equal parts along the direction in which the group differs most, so that the same people always give the same voices.
 * @param people of one segment
 * @param count wanted, 1–3
 * @param earlier reviewer keys of the voices there were, in their order
 * @returns as many groups as wanted, each of at least eight people, in the order of the earlier voices they continue; one group when
 * the people cannot be parted so
 */
export function partVoices(
  survey: Survey,
  people: readonly Person[],
  count: number,
  earlier: readonly ReadonlySet<string>[] = [],
): Person[][] {
  if (count < 2 || people.length < count * FEWEST_IN_VOICE) return [[...people]];
  const points = centred(people.map((person) => meaningOf(survey, person)));
  const begun = earlier.length === count ? homesOf(people, earlier) : undefined;
  const homes = settled(points, begun ?? evenParts(points, count), count);
  const groups = grouped(people, largeEnough(homes, count) ? homes : evenParts(points, count), count);
  return inOrder(groups, earlier);
}

function meaningOf(survey: Survey, { reviews }: Person): Float32Array {
  const sums = reviews.map(({ id }) => reviewMeaning(survey, id));
  const sum = new Float32Array(Math.max(0, ...sums.map(({ length }) => length)));
  for (const one of sums) add(sum, one, 1);
  return unit(sum);
}

/** A review's sentences, each at length 1 without what all sentences of its language share. */
function reviewMeaning(survey: Survey, reviewId: string): Float32Array {
  const known = survey.meanings.get(reviewId);
  if (known) return known;
  const sentences = survey.sentencesOf.get(reviewId) ?? [];
  const sum = new Float32Array(sentences[0]?.vector.length ?? 0);
  for (const { vector, language } of sentences) {
    const mean = generalMean("statements", primaryLanguage(language));
    const one = unit(vector);
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (one[i] ?? 0) - (mean[i] ?? 0);
  }
  survey.meanings.set(reviewId, sum);
  return sum;
}

function centred(vectors: readonly Float32Array[]): Float32Array[] {
  const dimensions = Math.max(0, ...vectors.map(({ length }) => length));
  const mean = meanOf(
    vectors.filter(({ length }) => length > 0),
    new Float32Array(dimensions),
    0,
  );
  for (let i = 0; i < dimensions; i++) if (Number.isNaN(mean[i])) mean[i] = 0;
  return vectors.map((vector) => {
    const from = new Float32Array(dimensions);
    for (let i = 0; i < dimensions; i++) from[i] = (vector[i] ?? 0) - (mean[i] ?? 0);
    return unit(from);
  });
}

/** Homes by the voice a person was counted to; newcomers have none yet. Undefined when hardly anybody is known. */
function homesOf(people: readonly Person[], earlier: readonly ReadonlySet<string>[]): number[] | undefined {
  const homes = people.map(({ key }) => earlier.findIndex((voice) => voice.has(key)));
  const known = earlier.every((_, voice) => homes.filter((home) => home === voice).length >= FEWEST_IN_VOICE / 2);
  return known ? homes : undefined;
}

/** Equal parts along the first principal component, found by power iteration. */
function evenParts(points: readonly Float32Array[], count: number): number[] {
  const along = principal(points);
  const order = points.map((point, i) => ({ i, at: inner(point, along) })).sort((a, b) => a.at - b.at || a.i - b.i);
  const homes: number[] = new Array(points.length).fill(0);
  for (const [rank, { i }] of order.entries()) homes[i] = Math.floor((rank * count) / points.length);
  return homes;
}

function principal(points: readonly Float32Array[]): Float32Array {
  const dimensions = points[0]?.length ?? 0;
  let along: Float32Array = unit(Float32Array.from({ length: dimensions }, (_, i) => 1 + (i % 7)));
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float32Array(dimensions);
    for (const point of points) add(next, point, inner(point, along));
    along = unit(next);
  }
  return along;
}

/** @param homes group of each point, −1 for none yet */
function settled(points: readonly Float32Array[], homes: readonly number[], count: number): number[] {
  let now = [...homes];
  for (let round = 0; round < ROUNDS; round++) {
    const centres = Array.from({ length: count }, (_, group) => {
      const sum = new Float32Array(points[0]?.length ?? 0);
      for (const [i, point] of points.entries()) if (now[i] === group) add(sum, point, 1);
      return unit(sum);
    });
    const next = points.map((point) => nearest(point, centres));
    if (next.every((home, i) => home === now[i])) break;
    now = next;
  }
  return now;
}

function nearest(point: Float32Array, centres: readonly Float32Array[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [i, centre] of centres.entries()) {
    const likeness = inner(point, centre);
    if (likeness > most) [best, most] = [i, likeness];
  }
  return best;
}

function largeEnough(homes: readonly number[], count: number): boolean {
  return Array.from({ length: count }, (_, group) => homes.filter((home) => home === group).length).every(
    (size) => size >= FEWEST_IN_VOICE,
  );
}

function grouped(people: readonly Person[], homes: readonly number[], count: number): Person[][] {
  return Array.from({ length: count }, (_, group) => people.filter((_, i) => homes[i] === group));
}

/** A group takes the place of the earlier voice it shares most people with; without one the largest comes first. */
function inOrder(groups: readonly Person[][], earlier: readonly ReadonlySet<string>[]): Person[][] {
  const bySize = [...groups].sort((a, b) => b.length - a.length || ((a[0]?.key ?? "") < (b[0]?.key ?? "") ? -1 : 1));
  const claims = bySize
    .flatMap((group) => earlier.map((voice, place) => ({ group, place, shared: sharedBy(group, voice) })))
    .filter(({ shared, place }) => shared > 0 && place < groups.length)
    .sort((a, b) => b.shared - a.shared);
  const placed = new Map<number, Person[]>();
  for (const { group, place } of claims)
    if (!placed.has(place) && ![...placed.values()].includes(group)) placed.set(place, group);
  const rest = bySize.filter((group) => ![...placed.values()].includes(group));
  return groups.map((_, place) => placed.get(place) ?? rest.shift() ?? []);
}

function sharedBy(group: readonly Person[], voice: ReadonlySet<string>): number {
  const shared = group.filter(({ key }) => voice.has(key)).length;
  return shared / (group.length + voice.size - shared || 1);
}

function add(sum: Float32Array, vector: Vector, weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + weight * (vector[i] ?? 0);
}

function inner(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
