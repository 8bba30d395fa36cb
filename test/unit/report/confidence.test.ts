import { describe, expect, it } from "vitest";
import { certaintyOf, confidenceSplit, isUnsure } from "../../../lib/report/confidence";
import { evidenceFrom, finding, said } from "./samples";

describe("certaintyOf", () => {
  it.each([
    [1, "very"],
    [0.9, "very"],
    [0.89, "probably"],
    [0.72, "probably"],
    [0.66, "probably"],
    [0.65, "unsure"],
    [0, "unsure"],
    [undefined, "unmeasured"],
    [Number.NaN, "unmeasured"],
  ])("calls a chance of %s %s", (confidence, certainty) => {
    expect(certaintyOf({ confidence })).toBe(certainty);
  });

  it("calls nothing unsure that was never measured", () => {
    expect(isUnsure({})).toBe(false);
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
