import { describe, expect, it } from "vitest";
import { NO_EVIDENCE } from "../../../lib/report/evidence";
import { satisfactionOf } from "../../../lib/report/satisfaction";
import { evidenceFrom, finding, said } from "./samples";

describe("satisfactionOf", () => {
  it("says nothing while nothing is estimated", () => {
    expect(satisfactionOf(NO_EVIDENCE)).toEqual({ satisfied: undefined, promoters: undefined });
    expect(satisfactionOf(evidenceFrom([said("a", [], { finding: finding() })])).satisfied).toBeUndefined();
  });

  it("expects as many satisfied as the chances add up to, beside what the stars say", () => {
    const { satisfied } = satisfactionOf(
      evidenceFrom([
        said("a", [], { rating: 5, finding: finding({ satisfied: 0.9 }) }),
        said("b", [], { rating: 2, finding: finding({ satisfied: 0.3 }) }),
        said("c", [], { finding: finding({ satisfied: 0.6 }) }),
        said("d", [], { rating: 5, finding: finding({ satisfied: 1, flags: ["spam"] }) }),
      ]),
    );
    expect(satisfied?.share).toBeCloseTo(0.6);
    expect(satisfied).toMatchObject({ of: 3, byStars: { share: 0.5, of: 2 } });
  });

  it("takes detractors from promoters", () => {
    const answers = [10, 9, 8.6, 8.4, 7, 6.4, 0];
    const { promoters } = satisfactionOf(
      evidenceFrom(answers.map((recommends, index) => said(`r${index}`, [], { finding: finding({ recommends }) }))),
    );
    expect(promoters).toMatchObject({ promoters: 3, passives: 2, detractors: 2, of: 7 });
    expect(promoters?.score).toBeCloseTo(100 / 7);
  });
});
