/**
 * MaxDiff (Louviere, Flynn & Marley 2015, "Best–Worst Scaling") by counting. Respondents are not here to be asked, so each answers from
 * what they wrote: of a small set they speak of at least two options of, the one worth most to them is best, the one worth least is worst. Sets of
 * which they speak of one option or none stay unanswered. So it tells how options that are talked about stand to each other, and
 * nothing about options nobody mentions.
 */
import { lotOf, shuffled } from "./lot";

/** Options shown together, from five on; fewer options, smaller sets. */
const TOGETHER = 4;

/**
 * @returns as many sets as there are options, every option in equally many, built by lot from cyclic shifts of one set whose distances
 * differ where they can, so that pairs meet about equally often
 */
export function balancedSets(options: number, seed: number, name: string): number[][] {
  const size = options > TOGETHER ? TOGETHER : Math.max(Math.min(2, options), options - 1);
  const labels = shuffled(
    Array.from({ length: options }, (_, i) => i),
    lotOf(seed, "maxdiff", name),
  );
  const base = size === TOGETHER ? widestBase(options) : Array.from({ length: size }, (_, i) => i);
  return labels.map((_, shift) => base.map((place) => labels[(place + shift) % options] ?? 0));
}

/** Every respondent answers the same sets. */
const bases = new Map<number, number[]>();

/** Tries every first set for the one under which the least met pair meets most often, and the most met least. */
function widestBase(options: number): number[] {
  const known = bases.get(options);
  if (known) return known;
  let best = { base: [0, 1, 2, 3], spread: Number.POSITIVE_INFINITY };
  for (let a = 1; a < options; a++)
    for (let b = a + 1; b < options; b++)
      for (let c = b + 1; c < options; c++) {
        const base = [0, a, b, c];
        const spread = spreadOf(base, options);
        if (spread < best.spread) best = { base, spread };
      }
  bases.set(options, best.base);
  return best.base;
}

/** Sum of squares of how often each distance occurs: least when all pairs meet equally often. */
function spreadOf(base: readonly number[], options: number): number {
  const distances = new Array<number>(options).fill(0);
  for (const a of base)
    for (const b of base)
      if (a !== b) distances[(a - b + options) % options] = (distances[(a - b + options) % options] ?? 0) + 1;
  return distances.reduce((sum, count) => sum + count * count, 0);
}

/**
 * @param worth per option, null where they do not speak of it
 * @returns per option (times best − times worst) / sets answered that hold it, −1..1; null where no such set was answered
 */
export function bestWorst(worth: readonly (number | null)[], sets: readonly (readonly number[])[]): (number | null)[] {
  const counts = worth.map(() => ({ best: 0, worst: 0, shown: 0 }));
  for (const set of sets) {
    const spoken = set.flatMap((at) => (worth[at] === null ? [] : [{ at, value: worth[at] ?? 0 }]));
    spoken.sort((a, b) => b.value - a.value || a.at - b.at);
    const [best, worst] = [spoken[0], spoken.at(-1)];
    if (!best || !worst || best.value === worst.value) continue;
    for (const { at } of spoken) bump(counts[at], "shown");
    bump(counts[best.at], "best");
    bump(counts[worst.at], "worst");
  }
  return counts.map(({ best, worst, shown }) => (shown === 0 ? null : (best - worst) / shown));
}

function bump(
  count: { best: number; worst: number; shown: number } | undefined,
  what: "best" | "worst" | "shown",
): void {
  if (count) count[what]++;
}
