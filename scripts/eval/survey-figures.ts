/** What is measured on products with stars. */
import { ksSimilarity, pearson, type RatedPerson, sharesOf } from "../../lib/ask/fidelity";
import { mapOf } from "../../lib/ask/fidelity/calibration";
import { fitOrdinal, type OrdinalModel, ordinalShares } from "../../lib/ask/ssr/ordinal";
import { calibrate, rateText } from "../../lib/ask/ssr/rated";
import { type AnchorVectors, type Distribution, meanDistribution, meanScore } from "../../lib/ask/ssr/rating";
import { drawnOrder, lotOf } from "../../lib/ask/survey/lot";
import type { RatingSettings } from "../../lib/domain";
import type { StarSet } from "./survey-sets";

const SPLITS = 2_000;
const PLAIN: RatingSettings = { method: "plain", centred: false, epsilon: 0, temperature: 1, calibrated: false };

export interface Figures {
  /** Mean over products. */
  ks?: number;
  /** Per review. */
  pearson?: number;
  /** Correlation over products with the stars of a half of the same people, over R_xx. */
  rho?: number;
  /** The same with people whose words were not read. */
  rhoOthers?: number;
  rxy?: number;
  rxyOthers?: number;
  rxx?: number;
}

/** @returns products in two halves by lot */
export function divide(products: readonly StarSet[], seed: number): [StarSet[], StarSet[]] {
  const drawn = drawnOrder(products, ({ id }) => id, seed);
  const half = Math.ceil(drawn.length / 2);
  return [drawn.slice(0, half), drawn.slice(half)];
}

/** Tries centring and temperature on plain SSR; `best` correlates best, then has the best KS. */
export function chooseOn(products: readonly StarSet[], anchors: readonly AnchorVectors[], mean: Float32Array) {
  const tried = [false, true].flatMap((centred) =>
    [0.25, 0.5, 1, 2].map((temperature) => {
      const settings = { ...PLAIN, centred, temperature };
      const { ks, pearson: r } = shareFigures(products, (one) => rateText(one.text, anchors, settings, { mean }));
      return { centred, temperature, ks, pearson: r };
    }),
  );
  return { tried };
}

/** Proportional odds with the reader's stars for whole reviews, with sentiment for single sentences. */
export function learnCombined(products: readonly StarSet[], anchors: readonly AnchorVectors[]) {
  const all = products.flatMap(({ people }) => people);
  const learn = (feature: (one: RatedPerson) => number) =>
    fitOrdinal(
      all.map((one) => ({
        features: [meanScore(rateText(one.text, anchors, PLAIN)), feature(one)],
        point: Math.round(one.stars),
      })),
    ) as OrdinalModel;
  return { stars: learn(({ text }) => text.stars ?? 3), score: learn(({ text }) => text.score ?? 0) };
}

/** @param other products the map of `calibrated` and the baseline are learnt on */
export function figuresOf(
  products: readonly StarSet[],
  other: readonly StarSet[],
  anchors: readonly AnchorVectors[],
  { mean, combined }: { mean: Float32Array; combined: ReturnType<typeof learnCombined> },
): Record<string, Figures> {
  const plain = (one: RatedPerson) => rateText(one.text, anchors, PLAIN, { mean });
  const both = (one: RatedPerson) => ordinalShares(combined.stars, [meanScore(plain(one)), one.text.stars ?? 3]);
  const learnt = other.flatMap(({ people }) => people);
  const mapped = (rate: (one: RatedPerson) => Distribution) => {
    const map = mapOf(learnt.map((one) => ({ score: meanScore(rate(one)), stars: one.stars })));
    return (one: RatedPerson) => (map ? calibrate(rate(one), map) : rate(one));
  };
  const reader = (one: RatedPerson) => sharesOf([one.text.stars ?? 3]);
  const everybody = sharesOf(learnt.map(({ stars }) => stars));
  const ways: Record<string, (one: RatedPerson) => Distribution> = {
    plain,
    "plain, map": mapped(plain),
    combined: both,
    calibrated: mapped(both),
    "reader's stars alone": reader,
    "mean of other products": () => everybody,
  };
  return Object.fromEntries(
    Object.entries(ways).map(([name, rate]) => [
      name,
      { ...shareFigures(products, rate), ...(products.length > 2 ? attainment(products, rate) : {}) },
    ]),
  );
}

function shareFigures(products: readonly StarSet[], rate: (one: RatedPerson) => Distribution) {
  const rated = products.map(({ people }) => people.map(rate));
  const similar = products.map(({ people }, i) =>
    ksSimilarity(meanDistribution(rated[i] ?? []), sharesOf(people.map(({ stars }) => stars))),
  );
  const ks = similar.reduce((sum, one) => sum + one, 0) / similar.length;
  const stars = products.flatMap(({ people }) => people.map((one) => one.stars));
  return { ks, pearson: pearson(rated.flat().map(meanScore), stars) };
}

/** See lib/ask/fidelity/library.ts; here with both readings of R_xy. */
function attainment(products: readonly StarSet[], rate: (one: RatedPerson) => Distribution): Figures {
  const random = lotOf(1, "attainment");
  const rated = products.map(({ people }) => people.map((one) => ({ stars: one.stars, score: meanScore(rate(one)) })));
  const sums = { own: 0, others: 0, people: 0, count: 0 };
  for (let i = 0; i < SPLITS; i++) {
    const split = rated.map((people) => {
      const drawn = people.map((one) => ({ ...one, lot: random() })).sort((a, b) => a.lot - b.lot);
      const half = Math.floor(drawn.length / 2);
      return { a: drawn.slice(0, half), b: drawn.slice(half) };
    });
    const scores = split.map(({ a }) => average(a, "score"));
    const starsA = split.map(({ a }) => average(a, "stars"));
    const starsB = split.map(({ b }) => average(b, "stars"));
    const own = pearson(scores, starsA);
    const others = pearson(scores, starsB);
    const halves = pearson(starsA, starsB);
    if (own === undefined || others === undefined || halves === undefined) continue;
    sums.own += own;
    sums.others += others;
    sums.people += halves;
    sums.count += 1;
  }
  if (sums.count === 0) return {};
  const [rxy, rxyOthers, rxx] = [sums.own, sums.others, sums.people].map((sum) => sum / sums.count) as [
    number,
    number,
    number,
  ];
  return { rho: rxy / rxx, rhoOthers: rxyOthers / rxx, rxy, rxyOthers, rxx };
}

function average(people: readonly { stars: number; score: number }[], key: "stars" | "score"): number {
  return people.reduce((sum, one) => sum + one[key], 0) / people.length;
}
