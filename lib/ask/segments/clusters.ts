/** Groups of reviewers who write alike, for what no cue and no single theme brings together. */
import type { Segment } from "../../domain";
import { stableId } from "../identity";
import { type Crowd, peopleOf } from "./crowd";
import type { Feature } from "./features";
import { centresOf, nearest } from "./k-means";
import { peopleVectors } from "./people-vectors";
import { adjusted, fisher, liftOf } from "./significance";
import { normalise, type SentenceSpace } from "./space";

export interface Cluster {
  /** That of an earlier cluster where most of the people are the same, else made from its words. */
  id: string;
  /** What they use more than others, most telling first. */
  words: string[];
  reviewIds: string[];
}

/** Fewer people do not fall into groups that mean anything. */
const FEWEST_PEOPLE = 24;
const FEWEST_OF_CLUSTER = 6;
const LARGEST_SHARE = 0.5;
/** Centres are found from this many people, the same ones whatever is added but for those who take their place. */
const SAMPLE = 2_000;
/** How much nearer to its centre the mean member must be than the mean of everybody else. */
const COHERENT = 0.2;
/** Words that name it must be hardly due to chance, this much more frequent, and this many. */
const SURE = 0.05;
const LIFT = 2;
const WORDS = 3;
/** Two clusters are the same from this overlap of people on (Jaccard). */
const SAME = 0.4;

/**
 * Linear in the number of people. The same input gives the same clusters in whatever order it is read.
 * @param words word features: clusters are named by them
 * @param earlier clusters of the reading before: centres start where they were, and ids are kept
 * @returns clusters that hold together and differ from the others in their words; often none
 */
export function findClusters(
  crowd: Crowd,
  space: SentenceSpace,
  features: readonly Feature[],
  words: readonly Feature[],
  earlier: readonly Segment[],
): Cluster[] {
  const vectors = peopleVectors(crowd, space, features);
  if (vectors.size < FEWEST_PEOPLE) return [];
  const before = earlier.filter(({ basis }) => basis.kind === "cluster");
  const sample = sampleOf(vectors, crowd);
  const k = Math.max(Math.min(8, Math.max(3, Math.round(Math.sqrt(vectors.size / 8)))), before.length);
  const centres = centresOf(sample, k, earlierCentres(before, vectors, crowd));
  const members = centres.map((): number[] => []);
  const others = centres.map(() => ({ sum: 0, count: 0 }));
  const own = centres.map(() => ({ sum: 0, count: 0 }));
  for (const [person, vector] of vectors) {
    const { index } = nearest(vector, centres);
    members[index]?.push(person);
    for (const [i, centre] of centres.entries()) tally(i === index ? own[i] : others[i], cosine(vector, centre));
  }
  const found = members.flatMap((people, i) => {
    const holds = mean(own[i]) - mean(others[i]) >= COHERENT;
    const few = people.length < FEWEST_OF_CLUSTER || people.length > LARGEST_SHARE * crowd.people;
    return holds && !few ? named(new Set(people), words) : [];
  });
  return identified(found, before, crowd);
}

interface Named {
  people: ReadonlySet<number>;
  words: string[];
}

function named(people: ReadonlySet<number>, words: readonly Feature[]): Named[] {
  const tables = words.map(({ people: using, among = using }) => {
    const inside = countIn(using, people);
    const of = countIn(among, people);
    return { inside, of, outside: using.size - inside, ofOutside: among.size - of };
  });
  const qs = adjusted(tables.map(fisher));
  const telling = tables.flatMap((table, i) => {
    const lift = liftOf(table);
    const sure = (qs[i] ?? 1) <= SURE && lift >= LIFT;
    return sure ? [{ word: words[i]?.topic ?? "", weight: (table.inside / table.of) * Math.log(lift) }] : [];
  });
  telling.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
  const best = [...new Set(telling.map(({ word }) => word))].slice(0, WORDS);
  return best.length === WORDS ? [{ people, words: best }] : [];
}

/** Each earlier cluster gives its id to the one that overlaps it most, the largest overlap first. */
function identified(found: readonly Named[], before: readonly Segment[], crowd: Crowd): Cluster[] {
  const pairs = found.flatMap((cluster) =>
    before.map((segment) => {
      const was = peopleOf(segment.reviewIds, crowd);
      const shared = countIn(was, cluster.people);
      return { cluster, id: segment.id, overlap: shared / (was.size + cluster.people.size - shared || 1) };
    }),
  );
  pairs.sort((a, b) => b.overlap - a.overlap || (a.id < b.id ? -1 : 1));
  const ids = new Map<Named, string>();
  for (const { cluster, id, overlap } of pairs)
    if (overlap >= SAME && !ids.has(cluster) && ![...ids.values()].includes(id)) ids.set(cluster, id);
  const [first] = crowd.reviews;
  return found.map((cluster) => {
    const { words, people } = cluster;
    const id = ids.get(cluster) ?? stableId(first?.subjectId ?? "", "cluster", ...[...words].sort());
    const reviewIds = crowd.reviews.filter((review) => people.has(crowd.personOf.get(review.id) ?? -1));
    return { id, words, reviewIds: reviewIds.map((review) => review.id) };
  });
}

function earlierCentres(
  before: readonly Segment[],
  vectors: ReadonlyMap<number, Float32Array>,
  crowd: Crowd,
): Float32Array[] {
  return before.flatMap(({ reviewIds }) => {
    const own = [...peopleOf(reviewIds, crowd)].flatMap((person) => vectors.get(person) ?? []);
    const [first] = own;
    if (!first || own.length < FEWEST_OF_CLUSTER) return [];
    const sum = new Float32Array(first.length);
    for (const vector of own) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
    return [normalise(sum)];
  });
}

/** Drawn by a hash of their first review, which neither order nor other reviews change. */
function sampleOf(vectors: ReadonlyMap<number, Float32Array>, { reviews, personOf }: Crowd): Float32Array[] {
  const draws = new Map<number, string>();
  for (const { id } of reviews) {
    const person = personOf.get(id) ?? -1;
    if (vectors.has(person) && !draws.has(person)) draws.set(person, stableId(id));
  }
  return [...draws]
    .sort(([, a], [, b]) => (a < b ? -1 : Number(a > b)))
    .slice(0, SAMPLE)
    .flatMap(([person]) => vectors.get(person) ?? []);
}

function cosine(a: Float32Array, b: Float32Array): number {
  return nearest(a, [b]).cosine;
}

function countIn(people: ReadonlySet<number>, group: ReadonlySet<number>): number {
  let count = 0;
  for (const person of people) if (group.has(person)) count++;
  return count;
}

function tally(into: { sum: number; count: number } | undefined, value: number): void {
  if (into) Object.assign(into, { sum: into.sum + value, count: into.count + 1 });
}

function mean(of: { sum: number; count: number } | undefined): number {
  return of && of.count > 0 ? of.sum / of.count : 0;
}
