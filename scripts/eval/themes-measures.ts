/** What is measured about themes: agreement with groups made by people, what is left over, how much chance there is in it. */
import type { Sentence } from "../../lib/domain";
import { discoverThemes, type ThemeResult } from "../../lib/understand/themes";
import { sample, seededRandom } from "../train/random";
import { ari, nmi } from "./partition";
import type { ParallelSet, ThemeSet } from "./themes-sets";

export const SEEDS = [1, 2, 3, 4, 5];
const NONE = "none";
type Means = ReadonlyMap<string, Float32Array>;

export interface Agreement {
  groups: number;
  nmi: number;
  ari: number;
}

export interface ThemeMeasures {
  /** First level, and with the parts. */
  themes: Agreement;
  parts: Agreement;
  /** Share of sentences in the named rest or nowhere. */
  unassigned: number;
  /** Share of sentences about the whole and no single matter. */
  general: number;
  /** Mean adjusted Rand index with the themes of five random nine tenths of the reviews, of either level. */
  stability: number;
  stabilityOfParts: number;
  milliseconds: number;
}

/** @returns how one grouping of reviews agrees with the one made by people */
export function agreement(truth: readonly string[], guess: readonly string[]): Agreement {
  return { groups: new Set(guess).size, nmi: nmi(truth, guess), ari: ari(truth, guess) };
}

/** Makes the themes of a set and measures them. */
export function measureThemes(set: ThemeSet, means: Means): ThemeMeasures & { found: ThemeResult } {
  const started = performance.now();
  const found = discoverThemes({ ...set, means });
  const milliseconds = performance.now() - started;
  const [themes, parts] = levelsOf(set, found);
  const again = SEEDS.map((seed) => nineTenths(set, means, seed));
  const steady = (whole: readonly string[], level: 0 | 1) =>
    mean(
      again.map(({ kept, levels }) =>
        ari(
          whole.filter((_, i) => kept[i]),
          levels[level],
        ),
      ),
    );
  const share = (of: (theme: ThemeResult["themes"][number]) => unknown) => {
    const ids = new Set(found.themes.filter(of).map(({ id }) => id));
    return set.sentences.filter(({ id }) => ids.has(found.assignments.get(id) ?? "")).length / set.sentences.length;
  };
  const nowhere = set.sentences.filter(({ id }) => !found.assignments.has(id)).length / set.sentences.length;
  return {
    themes: agreement(set.truth, themes),
    parts: agreement(set.truth, parts),
    unassigned: share((theme) => theme.rest) + nowhere,
    general: share((theme) => theme.general),
    stability: steady(themes, 0),
    stabilityOfParts: steady(parts, 1),
    milliseconds,
    found,
  };
}

function nineTenths(set: ThemeSet, means: Means, seed: number) {
  const chosen = new Set(sample(set.reviews, Math.round(set.reviews.length * 0.9), seededRandom(seed)));
  const kept = set.reviews.map((review) => chosen.has(review));
  const ids = new Set([...chosen].map(({ id }) => id));
  const part = {
    ...set,
    reviews: set.reviews.filter((_, i) => kept[i]),
    sentences: set.sentences.filter(({ reviewId }) => ids.has(reviewId)),
  };
  return { kept, levels: levelsOf(part, discoverThemes({ ...part, means })) };
}

/** Theme and part of each review: those most of its text is in. */
function levelsOf(set: Pick<ThemeSet, "reviews" | "sentences">, { homes }: ThemeResult): [string[], string[]] {
  const byReview = new Map<string, Sentence[]>(set.reviews.map(({ id }) => [id, []]));
  for (const sentence of set.sentences) byReview.get(sentence.reviewId)?.push(sentence);
  const most = (id: string, of: (sentence: Sentence) => string | undefined) => {
    const lengths = new Map<string, number>();
    for (const sentence of byReview.get(id) ?? []) {
      const home = of(sentence);
      if (home) lengths.set(home, (lengths.get(home) ?? 0) + sentence.end - sentence.start);
    }
    return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? NONE;
  };
  const top = ({ id }: Sentence) => homes.get(id)?.themeId;
  const part = ({ id }: Sentence) => homes.get(id)?.subthemeId ?? homes.get(id)?.themeId;
  return [set.reviews.map(({ id }) => most(id, top)), set.reviews.map(({ id }) => most(id, part))];
}

/** Share of pairs of translations of one sentence that share a theme of the first level. */
export function togetherness(set: ParallelSet, found: ThemeResult): number {
  const themeOf = new Map(set.sentences.map(({ id, reviewId }) => [reviewId, found.assignments.get(id)]));
  const themes = set.reviews.map(({ id }) => themeOf.get(id));
  let [pairs, together] = [0, 0];
  for (const [i, says] of set.says.entries()) {
    for (let j = 0; j < i; j++) {
      if (set.says[j] !== says) continue;
      pairs++;
      if (themes[i] !== undefined && themes[i] === themes[j]) together++;
    }
  }
  return together / Math.max(1, pairs);
}

/** Arithmetic mean; 0 for nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
