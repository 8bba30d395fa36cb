/**
 * Over products: does the panel know which is liked better? Correlation attainment ρ = E[R_xy] / E[R_xx] (arXiv 2510.08338): R_xx correlates the
 * mean stars of two halves of each product's people over products, R_xy the panel's mean points with the mean stars of one half. Here the panel speaks
 * for the first half and is held against the stars of the other one, so nobody's words are compared with their own stars.
 */
import type { FidelityMethod, LibraryFidelity, LibraryFidelityRow, RatingSettings } from "../../domain";
import { calibrate, rateText } from "../ssr/rated";
import { type AnchorVectors, type Distribution, meanDistribution, meanScore } from "../ssr/rating";
import { lotOf } from "../survey/lot";
import { mapOf } from "./calibration";
import { ksSimilarity, mean, pearson, sharesOf } from "./measures";
import type { RatedPerson } from "./people";
import type { FidelityOptions } from "./product";

/** Fewer products give a correlation of chance. */
export const FEWEST_PRODUCTS = 8;
/** Fewest people with stars and words for a product to count. */
export const FEWEST_PEOPLE = 20;
/** Divisions, as in the paper. */
const SPLITS = 2_000;

export interface RatedProduct {
  id: string;
  people: readonly RatedPerson[];
}

interface Scored {
  stars: number;
  /** Mean points by method. */
  scores: ReadonlyMap<FidelityMethod, number>;
  shares: ReadonlyMap<FidelityMethod, Distribution>;
}

/** @param options `category` is of no use here: it is each product's others */
export function libraryFidelity(
  products: readonly RatedProduct[],
  anchors: readonly AnchorVectors[],
  settings: RatingSettings,
  options: FidelityOptions,
): LibraryFidelity {
  const counting = [...products]
    .filter(({ people }) => new Set(people.map(({ reviewer }) => reviewer)).size >= FEWEST_PEOPLE)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const scored = counting.map(({ people }) => people.map((one) => score(one, anchors, settings, options)));
  const calibrated = scored.map((people, i) => withMap(people, scored.filter((_, j) => j !== i).flat(), settings));
  const frame = { products: counting.length, left: products.length - counting.length, needed: FEWEST_PRODUCTS };
  if (counting.length === 0) return { ...frame, rows: [] };
  const splits = counting.length < FEWEST_PRODUCTS ? undefined : correlate(calibrated, options.seed);
  const methods: FidelityMethod[] = ["plain", "combined", "calibrated"];
  const rows = methods.flatMap((method) => rowOf(method, calibrated, splits));
  return {
    ...frame,
    rows: [...rows, ...blindRow(calibrated)],
    ...(splits?.halves === undefined ? {} : { halves: splits.halves }),
  };
}

function score(
  { text, stars }: RatedPerson,
  anchors: readonly AnchorVectors[],
  settings: RatingSettings,
  { means }: FidelityOptions,
): Scored {
  const context = { mean: means?.get(text.language), scale: "satisfaction" };
  const by = (method: RatingSettings["method"]) =>
    rateText(text, anchors, { ...settings, method, calibrated: false }, context);
  return scoredBy(
    stars,
    new Map([
      ["plain", by("plain")],
      ["combined", by("combined")],
    ]),
  );
}

function scoredBy(stars: number, shares: ReadonlyMap<FidelityMethod, Distribution>): Scored {
  return { stars, shares, scores: new Map([...shares].map(([method, one]) => [method, meanScore(one)])) };
}

/** The map is learnt on all other products, so no product's own stars foretell them. */
function withMap(people: readonly Scored[], others: readonly Scored[], settings: RatingSettings): Scored[] {
  const own = settings.method;
  const map = mapOf(others.map(({ scores, stars }) => ({ score: scores.get(own) ?? 3, stars })));
  if (!map) return [...people];
  return people.map(({ stars, shares }) => {
    const plain = shares.get(own);
    return scoredBy(stars, plain ? new Map([...shares, ["calibrated", calibrate(plain, map)]]) : shares);
  });
}

interface Splits {
  halves?: number;
  /** Mean correlation over divisions with people whose words were not read. */
  others: ReadonlyMap<FidelityMethod, number>;
}

function correlate(products: readonly (readonly Scored[])[], seed: number): Splits {
  const random = lotOf(seed, "split-half");
  const methods = [...(products[0]?.[0]?.scores.keys() ?? [])];
  const between: number[] = [];
  const found = new Map<FidelityMethod, number[]>(methods.map((method) => [method, []]));
  for (let i = 0; i < SPLITS; i++) {
    const split = products.map((people) => splitMeans(people, methods, random));
    const theirs = split.map(({ other }) => other);
    push(
      between,
      pearson(
        split.map(({ stars }) => stars),
        theirs,
      ),
    );
    for (const method of methods)
      push(
        found.get(method),
        pearson(
          split.map(({ scores }) => scores.get(method) ?? 0),
          theirs,
        ),
      );
  }
  const others = new Map([...found].map(([method, values]) => [method, mean(values)] as const));
  return { ...(between.length > 0 ? { halves: mean(between) } : {}), others };
}

/** One half by lot: its stars and scores, and the stars of the other half. */
function splitMeans(people: readonly Scored[], methods: readonly FidelityMethod[], random: () => number) {
  const half = Math.floor(people.length / 2);
  let needed = half;
  let left = people.length;
  let stars = 0;
  let other = 0;
  const sums = methods.map(() => 0);
  for (const one of people) {
    const taken = random() * left < needed; // selection sampling: every half is as likely
    left -= 1;
    if (!taken) {
      other += one.stars;
      continue;
    }
    needed -= 1;
    stars += one.stars;
    for (const [m, method] of methods.entries()) sums[m] = (sums[m] ?? 0) + (one.scores.get(method) ?? 0);
  }
  const scores = new Map(methods.map((method, m) => [method, (sums[m] ?? 0) / half] as const));
  return { stars: stars / half, other: other / (people.length - half), scores };
}

function rowOf(
  method: FidelityMethod,
  products: readonly (readonly Scored[])[],
  splits: Splits | undefined,
): LibraryFidelityRow[] {
  const having = products.filter((people) => people.every(({ shares }) => shares.has(method)));
  if (having.length === 0) return [];
  const similar = having.map((people) => {
    const foretold = meanDistribution(people.map(({ shares }) => shares.get(method) ?? []));
    return ksSimilarity(foretold, sharesOf(people.map(({ stars }) => stars)));
  });
  const correlation = splits?.others.get(method);
  const rho = correlation !== undefined && splits?.halves ? correlation / splits.halves : undefined;
  return [
    {
      method,
      products: having.length,
      ks: mean(similar),
      ...(correlation === undefined ? {} : { correlation }),
      ...(rho === undefined ? {} : { rho }),
    },
  ];
}

/** The mean shares of the other products: it foretells the same for all but noise, so it has no correlation worth telling. */
function blindRow(products: readonly (readonly Scored[])[]): LibraryFidelityRow[] {
  if (products.length < 2) return [];
  const shares = products.map((people) => sharesOf(people.map(({ stars }) => stars)));
  const similar = shares.map((own, i) => ksSimilarity(meanDistribution(shares.filter((_, j) => j !== i)), own));
  return [{ method: "category-mean", products: products.length, ks: mean(similar) }];
}

function push(list: number[] | undefined, value: number | undefined): void {
  if (list && value !== undefined) list.push(value);
}
