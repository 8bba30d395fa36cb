/** Active learning: which sentences to ask about, so that each answer teaches something else. */
import type { Lesson } from "./learn";
import { inner } from "./linear-algebra";
import type { CodeSpace } from "./space";

const QUESTIONS = 8;
/** Of so many least certain sentences the questions are chosen. */
const CANDIDATES = 80;

/**
 * Uncertainty times difference from what is judged or asked already (Settles 2009, Active Learning Literature Survey, ch. 5); greedy, deterministic.
 * @param open rows that may be asked about
 * @param confidences chance of each row of the space, 0–1
 * @returns rows, most useful first
 */
export function whatToAsk(
  space: CodeSpace,
  open: readonly number[],
  confidences: Float32Array,
  lessons: readonly Lesson[],
): number[] {
  const doubt = (i: number) => (confidences[i] as number) * (1 - (confidences[i] as number));
  const candidates = [...open].sort((a, b) => doubt(b) - doubt(a) || a - b).slice(0, CANDIDATES);
  const nearest = new Map(candidates.map((i) => [i, nearestOf(rowOf(space, i), lessons)]));
  const chosen: number[] = [];
  while (chosen.length < QUESTIONS && nearest.size > 0) {
    const best = bestOf(nearest, doubt);
    chosen.push(best);
    nearest.delete(best);
    const row = rowOf(space, best);
    for (const [i, near] of nearest) nearest.set(i, Math.max(near, inner(row, rowOf(space, i))));
  }
  return chosen;
}

function bestOf(nearest: ReadonlyMap<number, number>, doubt: (i: number) => number): number {
  let best = -1;
  let most = -1;
  for (const [i, near] of nearest) {
    const worth = doubt(i) * (1 - near);
    if (worth > most) [best, most] = [i, worth];
  }
  return best;
}

function nearestOf(row: Float32Array, lessons: readonly Lesson[]): number {
  return lessons.reduce((near, lesson) => Math.max(near, inner(row, lesson.row)), 0);
}

function rowOf({ rows, dimensions }: CodeSpace, i: number): Float32Array {
  return rows.subarray(i * dimensions, (i + 1) * dimensions);
}
