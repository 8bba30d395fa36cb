import { describe, expect, it } from "vitest";
import { agreementOf, type CodedUnits, type GivenCodes } from "../../../../lib/annotate/agreement/agreement-of";
import { krippendorffAlpha } from "../../../../lib/annotate/agreement/alpha";
import { bootstrap } from "../../../../lib/annotate/agreement/bootstrap";
import { cohenKappa } from "../../../../lib/annotate/agreement/kappa";

/** "ab - ." → codes a and b; none; not coded. */
const coder = (line: string): GivenCodes[] =>
  line.split(" ").map((one) => (one === "." ? undefined : new Set(one === "-" ? [] : one)));

const TWO: CodedUnits = [coder("a a - b ab - . -"), coder("a - - b a a b -")];

describe("agreement on codes", () => {
  it("is worked out for each code as given or not given", () => {
    const { codes } = agreementOf(TWO, ["a", "b"]);
    expect(codes[0]).toMatchObject({ codeId: "a", units: 7, both: 2, first: 1, second: 1, neither: 3, given: 4 });
    expect(codes[0]?.percent).toBeCloseTo(5 / 7, 12);
    // p_e = (3 · 3 + 4 · 4) / 49
    expect(codes[0]?.kappa).toBeCloseTo((5 / 7 - 25 / 49) / (1 - 25 / 49), 12);
    const given = TWO.map((units) => units.map((one) => one?.has("a")));
    expect(codes[0]?.alpha).toBe(krippendorffAlpha(given).alpha);
  });

  it("is over all the agreement on every decision, with units that are wholly alike beside it", () => {
    const { overall, mean, codes } = agreementOf(TWO, ["a", "b"]);
    const pooled = TWO.map((units) => ["a", "b"].flatMap((code) => units.map((one) => one?.has(code))));
    expect(overall).toMatchObject({ units: 7, decisions: 14, alike: 4 });
    expect(overall.percent).toBeCloseTo(11 / 14, 12);
    expect(overall.alpha).toBe(krippendorffAlpha(pooled).alpha);
    expect(overall.kappa).toBe(cohenKappa(pooled[0] ?? [], pooled[1] ?? []).kappa);
    expect(mean.of).toBe(2);
    expect(mean.alpha).toBeCloseTo(((codes[0]?.alpha ?? 0) + (codes[1]?.alpha ?? 0)) / 2, 12);
  });

  it("says that nothing can be said where nothing varies, or nothing was coded twice", () => {
    const same = agreementOf([coder("a a - -"), coder("a a - -")], ["a", "z"]);
    expect(same.codes[0]).toMatchObject({ alpha: 1, kappa: 1 });
    expect(same.codes[1]).toMatchObject({ unsaid: "same", percent: 1, units: 4 });
    expect(same.codes[1]?.alpha).toBeUndefined();
    expect(same.mean).toMatchObject({ alpha: 1, of: 1 });
    const apart = agreementOf([coder("a ."), coder(". a")], ["a"]);
    expect(apart.overall).toMatchObject({ unsaid: "few", units: 0, alike: 0 });
    expect(apart.overall.percent).toBeUndefined();
    expect(agreementOf([], []).overall).toMatchObject({ unsaid: "few", decisions: 0 });
  });

  it("takes any number of coders, and gives κ for two only", () => {
    const three = agreementOf([...TWO, coder("a . . . b a b -")], ["a", "b"]);
    expect(three.overall.alpha).toBeDefined();
    expect(three.overall.kappa).toBeUndefined();
    expect(three.codes[0]?.both).toBeUndefined();
    expect(three.overall.units).toBe(8); // the unit that the first left out was coded by two others
  });
});

describe("the interval", () => {
  const long = (line: string) => Array.from({ length: 20 }, () => line).join(" ");
  const many: CodedUnits = [coder(long("a a - b ab -")), coder(long("a - - b a a"))];

  it("holds α, is narrower with more units, and is the same each time", () => {
    const small = agreementOf(
      many.map((units) => units.slice(0, 30)),
      ["a", "b"],
    ).overall;
    const large = agreementOf(many, ["a", "b"]).overall;
    for (const { alpha = 0, interval } of [small, large]) {
      expect(interval?.low).toBeLessThan(alpha);
      expect(interval?.high).toBeGreaterThan(alpha);
    }
    const width = ({ interval }: typeof small) => (interval?.high ?? 9) - (interval?.low ?? 0);
    expect(width(large)).toBeLessThan(width(small));
    expect(agreementOf(many, ["a", "b"]).overall.interval).toEqual(large.interval);
    expect(agreementOf(many, ["a", "b"], { seed: 2 }).overall.interval).not.toEqual(large.interval);
  });

  it("covers what it should: of the share of heads in 100 tosses some 95 of 100 times", () => {
    let covered = 0;
    for (let seed = 1; seed <= 100; seed++) {
      let state = seed * 7919;
      const toss = Array.from({ length: 100 }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32 < 0.3 ? 1 : 0;
      });
      const interval = bootstrap(100, (drawn) => drawn.reduce((sum, i) => sum + (toss[i] as number), 0) / 100, {
        resamples: 400,
        seed,
      });
      if (interval && interval.low <= 0.3 && interval.high >= 0.3) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(88);
  });

  it("is left out where most resamples would have nothing to compare, and for one unit", () => {
    const rare = agreementOf([coder(`a ${long("-")}`), coder(`a ${long("-")}`)], ["a"]).codes[0];
    expect(rare).toMatchObject({ alpha: 1, interval: undefined });
    expect(bootstrap(1, () => 1)).toBeUndefined();
  });
});
