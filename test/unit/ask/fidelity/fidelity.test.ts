import { describe, expect, it } from "vitest";
import {
  FEWEST_CHECKED,
  fidelityOf,
  halves,
  halvesAgree,
  ksSimilarity,
  learnMap,
  libraryFidelity,
  pearson,
  type RatedPerson,
  sharesOf,
  starsOf,
} from "../../../../lib/ask/fidelity";
import { rateText } from "../../../../lib/ask/ssr/rated";
import { type AnchorVectors, meanScore } from "../../../../lib/ask/ssr/rating";
import type { RatingSettings } from "../../../../lib/domain";
import { seededRandom } from "../../../../scripts/train/random";

const PLAIN: RatingSettings = { method: "plain", centred: false, epsilon: 0, temperature: 1, calibrated: true };
/** Five statements on a line from unhappy to happy, with a third direction that means nothing. */
const ANCHORS: AnchorVectors[] = [
  [0, 1, 2, 3, 4].map((r) => [Math.cos((r * Math.PI) / 8), Math.sin((r * Math.PI) / 8), 0.2]),
];

/** A person whose words lie on that line where their stars are, give or take `noise`. */
function person(reviewer: string, stars: number, noise: number, random: () => number): RatedPerson {
  const at = ((stars - 1 + noise * (random() - 0.5)) * Math.PI) / 8;
  return { reviewer, stars, text: { vector: [Math.cos(at), Math.sin(at), 0.2 * random()], language: "en" } };
}

function crowd(count: number, seed: number, shares: readonly number[], noise = 2): RatedPerson[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const drawn = random();
    const upTo = shares.map((_, r) => shares.slice(0, r + 1).reduce((sum, share) => sum + share, 0));
    const stars =
      1 +
      Math.max(
        0,
        upTo.findIndex((sum) => drawn < sum),
      );
    return person(`p${seed}-${i}`, stars, noise, random);
  });
}

describe("how near shares come", () => {
  it("takes the largest distance of the cumulated shares from one", () => {
    expect(ksSimilarity([0, 0, 0, 0, 1], [0, 0, 0, 0, 1])).toBe(1);
    expect(ksSimilarity([1, 0, 0, 0, 0], [0, 0, 0, 0, 1])).toBe(0);
    // cumulated .1 .3 .6 .8 1 against .2 .2 .5 1 1: the largest distance is .2
    expect(ksSimilarity([0.1, 0.2, 0.3, 0.2, 0.2], [0.2, 0, 0.3, 0.5, 0])).toBeCloseTo(0.8, 12);
  });

  it("correlates as worked by hand, and says nothing where nothing varies", () => {
    expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
    expect(pearson([3, 3, 3], [1, 2, 3])).toBeUndefined();
    expect(pearson([1, 2], [1, 2])).toBeUndefined();
  });

  it("counts half stars for both points beside them", () => {
    expect(sharesOf([4.5, 5])).toEqual([0, 0, 0, 0.25, 0.75]);
  });
});

describe("stars as points", () => {
  it.each([
    [{ rating: 4, ratingScale: 5 }, 4],
    [{ rating: 10, ratingScale: 10 }, 5],
    [{ rating: 0, ratingScale: 10 }, 1],
    [{ rating: 0, ratingScale: 5 }, undefined],
    [{}, undefined],
    [{ rating: Number.NaN, ratingScale: 5 }, undefined],
    [{ rating: 3, ratingScale: 1 }, undefined],
  ])("%j gives %s", (review, points) => {
    expect(starsOf(review)).toBe(points);
  });
});

describe("halves of people", () => {
  it("keep everybody on one side, and do not depend on the order", () => {
    const people = Array.from({ length: 30 }, (_, i) => ({ reviewer: `r${i % 15}`, i }));
    const [a, b] = halves(people, 7);
    const [again] = halves([...people].reverse(), 7);
    expect(a.length + b.length).toBe(30);
    expect(new Set(a.map((one) => one.reviewer))).toEqual(new Set(again.map((one) => one.reviewer)));
    expect(a.some((one) => b.some((other) => other.reviewer === one.reviewer))).toBe(false);
    expect(halves(people, 8)[0]).not.toEqual(a);
  });
});

describe("the fidelity of one product", () => {
  const people = crowd(200, 1, [0.1, 0.1, 0.15, 0.25, 0.4]);

  it("is not checked without stars or with few reviewers, and says which", () => {
    expect(fidelityOf([], ANCHORS, PLAIN, { seed: 1 })).toMatchObject({ checked: false, why: "no-stars", rows: [] });
    const few = people.slice(0, FEWEST_CHECKED - 1);
    expect(fidelityOf(few, ANCHORS, PLAIN, { seed: 1 })).toMatchObject({
      checked: false,
      why: "few-reviewers",
      heldIn: 39,
    });
  });

  it("learns a map on one half that brings the other half's shares nearer", () => {
    const found = fidelityOf(people, ANCHORS, PLAIN, { seed: 1, category: [0.2, 0.2, 0.2, 0.2, 0.2] });
    const by = Object.fromEntries(found.rows.map((row) => [row.method, row]));
    expect(found).toMatchObject({ checked: true, heldIn: 100, heldOut: 100 });
    expect(by.calibrated?.ks).toBeGreaterThan(by.plain?.ks ?? 1);
    expect(by.calibrated?.ks).toBeGreaterThan(by["category-mean"]?.ks ?? 1);
    expect(by.plain?.pearson).toBeGreaterThan(0.8);
    expect(by["category-mean"]?.pearson).toBeUndefined();
    expect(by["engine-number"]).toBeUndefined();
    expect(found.verdict).toBe("close");
    for (const { pmf } of found.rows) expect(pmf.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it("does not call words close that are beaten by what reads none", () => {
    const known = fidelityOf(people, ANCHORS, PLAIN, { seed: 1 }).people ?? [];
    const found = fidelityOf(people, ANCHORS, PLAIN, { seed: 1, category: known });
    expect(found.rows.find(({ method }) => method === "category-mean")?.ks).toBeCloseTo(1, 9);
    expect(found.verdict).toBe("rough");
  });

  it("does not depend on the order people came in", () => {
    const found = fidelityOf(people, ANCHORS, PLAIN, { seed: 3 });
    const again = fidelityOf([...people].reverse(), ANCHORS, PLAIN, { seed: 3 });
    expect(again.verdict).toBe(found.verdict);
    expect(again.ceiling).toBeCloseTo(found.ceiling ?? 0, 9);
    expect(again.rows.map(({ ks }) => ks.toFixed(6))).toEqual(found.rows.map(({ ks }) => ks.toFixed(6)));
  });

  it("shows numbers of an engine only where there are some", () => {
    const engineNumbers = new Map(people.map(({ reviewer }) => [reviewer, 5]));
    const found = fidelityOf(people, ANCHORS, PLAIN, { seed: 1, engineNumbers });
    const row = found.rows.find(({ method }) => method === "engine-number");
    expect(row?.pmf).toEqual([0, 0, 0, 0, 1]);
    expect(row?.pearson).toBeUndefined();
  });

  it("holds with one number of stars only", () => {
    const same = people.map((one) => ({ ...one, stars: 5 }));
    const found = fidelityOf(same, ANCHORS, PLAIN, { seed: 1 });
    expect(found.ceiling).toBe(1);
    for (const row of found.rows) {
      expect(row.pearson).toBeUndefined();
      expect(Number.isFinite(row.ks) && Number.isFinite(row.mean)).toBe(true);
    }
  });

  it("is told in well under a second for five hundred people", () => {
    const many = crowd(500, 2, [0.2, 0.2, 0.2, 0.2, 0.2]);
    const started = performance.now();
    fidelityOf(many, ANCHORS, PLAIN, { seed: 1 });
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe("the map learnt on people", () => {
  it("keeps the order of scores, and is not learnt from few people or from words against the stars", () => {
    const people = crowd(120, 4, [0.2, 0.2, 0.2, 0.2, 0.2]);
    const map = learnMap(people, ANCHORS, PLAIN);
    expect(map?.learntFrom).toBe(120);
    expect(map?.cuts).toEqual([...(map?.cuts ?? [])].sort((a, b) => a - b));
    const means = people
      .map((one) => ({ raw: meanScore(rateText(one.text, ANCHORS, { ...PLAIN, calibrated: false })), one }))
      .sort((a, b) => a.raw - b.raw)
      .map(({ one }) => meanScore(rateText(one.text, ANCHORS, PLAIN, { map })));
    for (let i = 1; i < means.length; i++) expect(means[i]).toBeGreaterThanOrEqual((means[i - 1] ?? 0) - 1e-9);
    expect(learnMap(people.slice(0, 19), ANCHORS, PLAIN)).toBeUndefined();
    const against = people.map((one) => ({ ...one, stars: 6 - one.stars }));
    expect(learnMap(against, ANCHORS, PLAIN)).toBeUndefined();
  });
});

describe("the fidelity over a library", () => {
  const products = Array.from({ length: 10 }, (_, i) => {
    const good = i / 9;
    const shares = [0.3 * (1 - good), 0.2 * (1 - good), 0.2, 0.1 + 0.2 * good, 0.2 + 0.3 * good];
    return { id: `product ${i}`, people: crowd(60, 10 + i, shares) };
  });

  it("finds which products are liked better nearly as well as other people do", () => {
    const found = libraryFidelity(products, ANCHORS, PLAIN, { seed: 1 });
    const by = Object.fromEntries(found.rows.map((row) => [row.method, row]));
    expect(found).toMatchObject({ products: 10, left: 0 });
    expect(found.halves).toBeGreaterThan(0.5);
    expect(by.plain?.rho).toBeGreaterThan(0.85);
    expect(by.plain?.rho).toBeLessThan(1.1);
    expect(by.calibrated?.ks).toBeGreaterThan(by.plain?.ks ?? 1);
    expect(by["category-mean"]).not.toHaveProperty("rho");
  });

  it("gives no correlation for a few products, and leaves small ones out", () => {
    const small = { id: "small", people: crowd(5, 99, [0, 0, 0, 0, 1]) };
    const found = libraryFidelity([...products.slice(0, 4), small], ANCHORS, PLAIN, { seed: 1 });
    expect(found).toMatchObject({ products: 4, left: 1 });
    expect(found).not.toHaveProperty("halves");
    expect(found.rows.every((row) => row.rho === undefined && row.ks > 0)).toBe(true);
    expect(libraryFidelity([small], ANCHORS, PLAIN, { seed: 1 })).toMatchObject({ products: 0, left: 1, rows: [] });
  });
});

describe("the ceiling", () => {
  it("is one where all agree, and lower the fewer people there are", () => {
    const many = halvesAgree(crowd(300, 5, [0.2, 0.2, 0.2, 0.2, 0.2]), 1);
    const few = halvesAgree(crowd(30, 5, [0.2, 0.2, 0.2, 0.2, 0.2]), 1);
    expect(few).toBeLessThan(many);
    expect(many).toBeLessThan(1);
  });
});
