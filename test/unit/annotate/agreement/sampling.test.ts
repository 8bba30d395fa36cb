import { describe, expect, it } from "vitest";
import { type DrawableUnit, drawUnits } from "../../../../lib/annotate/agreement/sampling";

const UNITS = Array.from({ length: 100 }, (_, i): DrawableUnit => {
  const unit = { reviewId: `r${i}`, start: 0, end: 3, text: `t${i}` };
  return { unit, stratum: i < 70 ? "positive" : i < 95 ? "negative" : "mixed" };
});
const stratumOf = new Map(UNITS.map(({ unit, stratum }) => [unit.reviewId, stratum]));

describe("drawing units", () => {
  it("draws each once, the same ones with the same seed, others with another", () => {
    const drawn = drawUnits(UNITS, { method: "random", size: 40, seed: 7 });
    expect(new Set(drawn.map(({ reviewId }) => reviewId)).size).toBe(40);
    expect(drawUnits(UNITS, { method: "random", size: 40, seed: 7 })).toEqual(drawn);
    expect(drawUnits(UNITS, { method: "random", size: 40, seed: 8 })).not.toEqual(drawn);
  });

  it("gives every unit about the same chance", () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++)
      for (const { reviewId } of drawUnits(UNITS, { method: "random", size: 25, seed }))
        counts.set(reviewId, (counts.get(reviewId) ?? 0) + 1);
    const all = UNITS.map(({ unit }) => counts.get(unit.reviewId) ?? 0);
    expect(Math.min(...all)).toBeGreaterThan(65); // 100 expected, deviation 8.7
    expect(Math.max(...all)).toBeLessThan(135);
  });

  it("draws each stratum in its share", () => {
    const drawn = drawUnits(UNITS, { method: "stratified", size: 30, seed: 3 });
    const of = (stratum: string) => drawn.filter(({ reviewId }) => stratumOf.get(reviewId) === stratum).length;
    expect([of("positive"), of("negative"), of("mixed")]).toEqual([21, 7, 2]); // 7.5 and 1.5 leave one to give: by name
    expect(drawn).toHaveLength(30);
  });

  it("takes all there are when asked for all, or for more", () => {
    expect(drawUnits(UNITS, { method: "all", size: 0, seed: 1 })).toHaveLength(100);
    expect(drawUnits(UNITS, { method: "stratified", size: 500, seed: 1 })).toHaveLength(100);
    expect(drawUnits([], { method: "random", size: 5, seed: 1 })).toEqual([]);
  });
});
