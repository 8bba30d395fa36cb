import { describe, expect, it } from "vitest";
import { certaintyOf, confidenceSplit, isLikely, isUnsure } from "../../../lib/report/confidence";
import { evidenceFrom, finding, said } from "./samples";

describe("certaintyOf", () => {
  it.each([
    [1, "very"],
    [0.9, "very"],
    [0.89, "probably"],
    [0.72, "probably"],
    [0.66, "probably"],
    [0.65, "unsure"],
    [0.33, "unsure"],
    [0.32, "unlikely"],
    [0, "unlikely"],
    [undefined, "unmeasured"],
    [Number.NaN, "unmeasured"],
  ])("calls a chance of %s %s", (confidence, certainty) => {
    expect(certaintyOf({ confidence })).toBe(certainty);
  });

  it("calls nothing likely or unsure that was never measured", () => {
    for (const confidence of [undefined, Number.NaN]) {
      expect(isUnsure({ confidence })).toBe(false);
      expect(isLikely({ confidence })).toBe(false);
    }
  });

  it.each([0, 0.2, 0.5, 0.65, 0.66, 0.8, 0.95])("counts a chance of %s as its word says", (confidence) => {
    const said = certaintyOf({ confidence });
    expect(isLikely({ confidence })).toBe(said === "very" || said === "probably");
    expect(isUnsure({ confidence })).toBe(said === "unsure" || said === "unlikely");
  });
});

describe("confidenceSplit", () => {
  it("adds up to all understood reviews with words", () => {
    const review = (id: string, confidence: number | undefined, flags: "no-words"[] = []) =>
      said(id, [], { finding: finding({ sentiment: { label: "negative", score: -0.5, confidence }, flags }) });
    const evidence = evidenceFrom([
      review("a", 0.95),
      review("b", 0.7),
      review("c", 0.4),
      review("d", undefined),
      review("e", 0.3, ["no-words"]),
      said("f", []),
    ]);
    expect(confidenceSplit(evidence)).toEqual({ sure: 2, unsure: 1, unmeasured: 1, of: 4 });
  });
});
