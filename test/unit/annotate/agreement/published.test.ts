/** Coefficients as their authors worked them out, each with its source. */
import { describe, expect, it } from "vitest";
import { coincidences, krippendorffAlpha } from "../../../../lib/annotate/agreement/alpha";
import { bandOf } from "../../../../lib/annotate/agreement/bands";
import { cohenKappa, confusionOf, percentOf } from "../../../../lib/annotate/agreement/kappa";

/** "12.3" → 1, 2, nothing, 3. */
const values = (row: string) => [...row].map((sign) => (sign === "." ? undefined : sign));

/** Two coders whose confusion is this table. */
function coders(table: readonly (readonly number[])[]) {
  const pairs = table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, () => [a, b])));
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)] as const;
}

// Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, https://repository.upenn.edu/asc_papers/43, sections A, B and C
describe("Krippendorff's α, as in Krippendorff 2011", () => {
  it("of binary data by two observers is 0.095", () => {
    const data = [values("0100000010"), values("1110010000")];
    // 4 of 10 differ, so 8 of 20 values lie off the diagonal; n0 = 14, n1 = 6: 1 − 19 · 8 / (2 · 14 · 6)
    expect(krippendorffAlpha(data).alpha).toBeCloseTo(1 - (19 * 8) / 168, 12);
    expect(krippendorffAlpha(data).alpha).toBeCloseTo(0.095, 3);
    expect(coincidences(data)).toMatchObject({
      values: ["0", "1"],
      n: 20,
      cells: [
        [10, 4],
        [4, 2],
      ],
    });
  });

  it("of nominal data by two observers is 0.692", () => {
    const data = [values("aabbdcccedda"), values("babbbccceddd")];
    expect(krippendorffAlpha(data).alpha).toBeCloseTo(0.692, 3);
  });

  it("of nominal data by four observers with missing values is 0.743", () => {
    const data = [values("123321412..."), values("1233224125.3"), values(".3332342251."), values("12332441251.")];
    const { n } = coincidences(data);
    expect(n).toBe(40); // 41 values, one of which has no other to be paired with
    expect(krippendorffAlpha(data).alpha).toBeCloseTo(0.743, 3);
  });
});

describe("Cohen's κ", () => {
  it("of Cohen's own 200 diagnoses is 0.49 (Cohen 1960, Educational and Psychological Measurement 20, 37–46)", () => {
    const [first, second] = coders([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    // p_o = 140 / 200 = 0.70; p_e = (120 · 100 + 60 · 60 + 20 · 40) / 200² = 0.41; κ = 0.29 / 0.59
    expect(cohenKappa(first, second).kappa).toBeCloseTo(0.29 / 0.59, 12);
    expect(cohenKappa(first, second).kappa).toBeCloseTo(0.492, 3);
    expect(percentOf(confusionOf(first, second))).toBeCloseTo(0.7, 12);
  });

  // SAS/STAT user's guide, PROC FREQ, example of an agreement study (skin conditions)
  it("of two dermatologists on 88 patients is 0.3449", () => {
    const [first, second] = coders([
      [10, 4, 1, 0],
      [5, 10, 12, 2],
      [2, 4, 12, 5],
      [0, 2, 6, 13],
    ]);
    // p_o = 45 / 88; p_e = (15 · 17 + 29 · 20 + 23 · 31 + 21 · 20) / 88²
    const chance = (15 * 17 + 29 * 20 + 23 * 31 + 21 * 20) / 88 ** 2;
    expect(cohenKappa(first, second).kappa).toBeCloseTo((45 / 88 - chance) / (1 - chance), 12);
    expect(cohenKappa(first, second).kappa).toBeCloseTo(0.3449, 4);
  });

  it("tells apart the same share of agreement with other margins", () => {
    // p_o = 0.6 in both; p_e = 0.6 · 0.7 + 0.4 · 0.3 = 0.54 and 0.6 · 0.3 + 0.4 · 0.7 = 0.46
    expect(
      cohenKappa(
        ...coders([
          [45, 15],
          [25, 15],
        ]),
      ).kappa,
    ).toBeCloseTo(0.06 / 0.46, 12);
    expect(
      cohenKappa(
        ...coders([
          [25, 35],
          [5, 35],
        ]),
      ).kappa,
    ).toBeCloseTo(0.14 / 0.54, 12);
  });
});

it("uses Krippendorff's words for α at his own bounds", () => {
  expect([0.8, 0.799, 0.667, 0.6669, -0.2].map(bandOf)).toEqual(["reliable", "tentative", "tentative", "low", "low"]);
});
