/**
 * Maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998): each next passage is the one that is most about the question and
 * least like those already chosen. Likeness is the cosine of the centred vectors, so that paraphrases count as alike.
 */
import type { IndexedSentence } from "../evidence-index";
import { dot } from "../vectors";

export interface Candidate {
  entry: IndexedSentence;
  /** How much it is about what was asked, 0–1. */
  relevance: number;
}

/** 1 would look at relevance alone, 0 at difference alone; 0.7 keeps near copies out and lets every second-best point in. */
const LAMBDA = 0.7;
/** Nobody is heard twice, unless fewer than this many passages are there without. */
const FEWEST = 3;

/**
 * @param candidates any number; only the most relevant few dozen are compared with each other
 * @returns at most `limit`, in order of choice; at least one of each side (praise, blame) that any candidate takes, where two fit
 */
export function chooseDiverse(candidates: readonly Candidate[], limit: number): Candidate[] {
  const ranked = [...candidates].sort(byRelevance);
  const pool = withOtherSide(ranked, limit * 6);
  const chosen: Candidate[] = [];
  while (chosen.length < limit && chosen.length < pool.length) {
    const next = bestNext(pool, chosen);
    if (!next) break;
    chosen.push(next);
  }
  return hearOtherSide(chosen, pool, limit);
}

/** The most relevant, and the best of a side that is not among them. */
function withOtherSide(ranked: readonly Candidate[], most: number): Candidate[] {
  const pool = ranked.slice(0, most);
  for (const side of ["positive", "negative"] as const) {
    const other = ranked.slice(most).find((candidate) => sideOf(candidate) === side);
    if (other && !pool.some((candidate) => sideOf(candidate) === side)) pool.push(other);
  }
  return pool;
}

function bestNext(pool: readonly Candidate[], chosen: readonly Candidate[]): Candidate | undefined {
  const spoken = new Set(chosen.map(({ entry }) => entry.reviewer));
  let best: { candidate: Candidate; value: number } | undefined;
  for (const candidate of pool) {
    if (chosen.includes(candidate)) continue;
    const again = spoken.has(candidate.entry.reviewer);
    if (again && chosen.length >= FEWEST) continue;
    const alike = chosen.reduce((most, { entry }) => Math.max(most, dot(entry.vector, candidate.entry.vector)), 0);
    const value = LAMBDA * candidate.relevance - (1 - LAMBDA) * alike - Number(again);
    if (!best || value > best.value) best = { candidate, value };
  }
  return best?.candidate;
}

/** Counter-evidence stands second from the front: what is cut for room is cut at the end. */
function hearOtherSide(chosen: readonly Candidate[], pool: readonly Candidate[], limit: number): Candidate[] {
  if (limit < 2 || chosen.length === 0) return [...chosen];
  const first = chosen.find((candidate) => sideOf(candidate) !== undefined);
  const side = first && sideOf(first);
  if (!side) return [...chosen];
  const isOther = (candidate: Candidate) => sideOf(candidate) !== undefined && sideOf(candidate) !== side;
  const other = chosen.find(isOther) ?? pool.find(isOther);
  if (!other) return [...chosen];
  const [head, ...rest] = chosen.filter((candidate) => candidate !== other);
  return (head ? [head, other, ...rest] : [other]).slice(0, limit);
}

function sideOf({ entry }: Candidate): "positive" | "negative" | undefined {
  const { label } = entry.sentence.sentiment;
  return label === "positive" || label === "negative" ? label : undefined;
}

function byRelevance(a: Candidate, b: Candidate): number {
  return b.relevance - a.relevance || (a.entry.sentence.id < b.entry.sentence.id ? -1 : 1);
}
