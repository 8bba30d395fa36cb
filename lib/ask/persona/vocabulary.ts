/** Words one group of reviewers uses more than the others do. */
import type { Review } from "../../domain";
import { groupBy, reviewerOf } from "../material";
import { contentWords } from "../words";

/** Below this the difference may be chance (z score of the log odds). */
const TELLING = 1;
/** Words of one person are a habit, not a vocabulary. */
const FEWEST_PEOPLE = 2;

/**
 * Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, "Fightin' Words"), counting people
 * rather than occurrences, so that one long review does not speak for all.
 * @returns at most `limit` words as written most often, the most typical first
 */
export function typicalWords(own: readonly Review[], others: readonly Review[], limit: number): string[] {
  const here = countPeople(own);
  const there = countPeople(others);
  const ownTotal = sum(here);
  const othersTotal = sum(there);
  const scored = [...here].flatMap(([stem, word]) => {
    if (word.people < FEWEST_PEOPLE) return [];
    const z = logOdds(word.people, ownTotal, there.get(stem)?.people ?? 0, othersTotal);
    return z >= TELLING || others.length === 0 ? [{ surface: word.surface, z, people: word.people }] : [];
  });
  scored.sort((a, b) => b.z - a.z || b.people - a.people || (a.surface < b.surface ? -1 : 1));
  return scored.slice(0, limit).map(({ surface }) => surface);
}

function logOdds(own: number, ownTotal: number, others: number, othersTotal: number): number {
  const prior = own + others;
  const all = ownTotal + othersTotal;
  const odds = (count: number, total: number) => Math.log((count + prior) / (total + all - count - prior + 1));
  return (odds(own, ownTotal) - odds(others, othersTotal)) / Math.sqrt(1 / (own + prior) + 1 / (others + prior));
}

interface WordCount {
  surface: string;
  people: number;
}

function countPeople(reviews: readonly Review[]): Map<string, WordCount> {
  const uses = reviews.flatMap((review) =>
    contentWords(review.body, review.language).map((word) => ({ ...word, reviewer: reviewerOf(review) })),
  );
  const counts = new Map<string, WordCount>();
  for (const [stem, group] of groupBy(uses, (use) => use.stem)) {
    const surfaces = [...groupBy(group, (use) => use.surface)].sort((a, b) => b[1].length - a[1].length);
    const people = new Set(group.map((use) => use.reviewer)).size;
    counts.set(stem, { surface: surfaces[0]?.[0] ?? stem, people });
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, WordCount>): number {
  let total = 0;
  for (const { people } of counts.values()) total += people;
  return total;
}
