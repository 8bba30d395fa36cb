/** How long themes take on many sentences, and how long a tenth more takes to join them. One thread. */
import { growThemes } from "../../lib/understand/theme-growth";
import { discoverThemes } from "../../lib/understand/themes";
import { quantise, restore } from "../../lib/understand/vectors";
import { seededNormal, seededRandom } from "../train/random";
import type { ThemeSet } from "./themes-sets";

const MANY = 10_000;
const MORE = 1_000;
const RUNS = 5;

/** Milliseconds by the clock, which other processes disturb, and of the processor. */
export interface ThemeTimes {
  sentences: number;
  /** The first making, with cold code, and the median of all. */
  first: number;
  median: number;
  processor: number;
  /** Medians of putting in `more` new ones. */
  more: number;
  growth: number;
  growthProcessor: number;
}

/**
 * Sentences of the sets are repeated with a little noise in their vectors until there are enough.
 * @returns milliseconds
 */
export function timeThemes(
  sets: readonly Pick<ThemeSet, "reviews" | "sentences">[],
  means: ReadonlyMap<string, Float32Array>,
): ThemeTimes {
  const { reviews, sentences } = enough(sets);
  const first = reviews.filter(({ owner }) => owner < MANY);
  const early = sentences.slice(0, MANY);
  const runs = Array.from({ length: RUNS }, () =>
    timed(() => discoverThemes({ reviews: first, sentences: early, means })),
  );
  const { themes, found, model } = discoverThemes({ reviews: first, sentences: early, means });
  const known = sentences.map((sentence) => ({ ...sentence, found: found.get(sentence.id) }));
  const growth = Array.from({ length: RUNS }, () =>
    timed(() => growThemes({ model, reviews, sentences: known, previous: themes })),
  );
  return {
    sentences: early.length,
    first: runs[0]?.clock ?? 0,
    median: median(runs.map(({ clock }) => clock)),
    processor: median(runs.map(({ processor }) => processor)),
    more: sentences.length - early.length,
    growth: median(growth.map(({ clock }) => clock)),
    growthProcessor: median(growth.map(({ processor }) => processor)),
  };
}

function enough(sets: readonly Pick<ThemeSet, "reviews" | "sentences">[]) {
  const normal = seededNormal(seededRandom(1));
  const bodies = new Map(sets.flatMap((set) => set.reviews).map((review) => [review.id, review]));
  const source = sets.flatMap((set) => set.sentences);
  const sentences: ThemeSet["sentences"] = [];
  const owners = new Map<string, ThemeSet["reviews"][number] & { owner: number }>();
  for (let i = 0; sentences.length < MANY + MORE && source.length > 0; i++) {
    const sentence = source[i % source.length] as (typeof source)[number];
    const review = bodies.get(sentence.reviewId);
    const round = Math.floor(i / source.length);
    if (!review) continue;
    const reviewId = `${review.id}/${round}`;
    if (!owners.has(reviewId))
      owners.set(reviewId, { ...review, id: reviewId, finding: { flags: [] }, owner: sentences.length });
    const vector =
      round === 0 ? sentence.vector : quantise(restore(sentence.vector).map((value) => value + 0.01 * normal()));
    sentences.push({ ...sentence, id: `${sentence.id}/${round}`, reviewId, vector });
  }
  return { reviews: [...owners.values()], sentences };
}

function timed(work: () => unknown): { clock: number; processor: number } {
  const started = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - started, processor: (user + system) / 1000 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
