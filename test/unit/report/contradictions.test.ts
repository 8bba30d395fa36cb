import { describe, expect, it } from "vitest";
import { contradictionsOf } from "../../../lib/report/contradictions";
import { evidenceFrom, finding, said } from "./samples";

describe("contradictionsOf", () => {
  it("shows both sides, the widest gap first, with the sentence that speaks against the stars", () => {
    const evidence = evidenceFrom([
      said("a", [["Fine.", "positive"]], { rating: 5, finding: finding({ stars: 4.5 }) }),
      said("b", [["Love it.", "positive"]], { rating: 2, finding: finding({ stars: 4.2, contradicts: true }) }),
      said(
        "c",
        [
          ["Nice box.", "positive"],
          ["It burnt down.", "negative"],
        ],
        { rating: 10, ratingScale: 10, finding: finding({ stars: 1.2, contradicts: true }) },
      ),
    ]);
    expect(contradictionsOf(evidence).map(({ stars, words, quote }) => [stars, words, quote.text])).toEqual([
      [5, 1.2, "It burnt down."],
      [2, 4.2, "Love it."],
    ]);
  });

  it("quotes the beginning of a review that has no sentences", () => {
    const { review } = said("a", [["It burnt down.", "negative"]], {
      rating: 5,
      finding: finding({ stars: 1, contradicts: true }),
    });
    expect(contradictionsOf(evidenceFrom([{ review, statements: [] }]))[0]?.quote.text).toBe("It burnt down.");
  });
});
