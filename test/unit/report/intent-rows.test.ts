import { describe, expect, it } from "vitest";
import { NO_EVIDENCE } from "../../../lib/report/evidence";
import { emotionRows, intentRows } from "../../../lib/report/intent-rows";
import { evidenceFrom, finding } from "./samples";
import { understoodReview } from "./understood";

const evidence = evidenceFrom([
  understoodReview("a", "Better than the Aria, but it broke.", {
    intents: [
      ["comparison", 0.8, "Aria"],
      ["problem", 0.5],
      ["complaint", 0.9],
    ],
    emotion: { emotion: "anger" },
  }),
  understoodReview("b", "The aria was louder.", {
    intents: [["comparison", undefined, "aria"]],
    emotion: { emotion: "joy" },
  }),
  understoodReview("c", "Worse than Brisk.", { intents: [["comparison", 0.7, "Brisk"]], emotion: { emotion: "joy" } }),
  understoodReview("d", "It broke. Could it have a handle?", { intents: [["problem"], ["request"]] }),
]);

describe("intentRows", () => {
  it("is empty without evidence", () => {
    expect(intentRows(NO_EVIDENCE)).toEqual([]);
  });

  it("keeps one order whatever the counts, and leaves praise and complaint to the feelings", () => {
    expect(intentRows(evidence).map(({ intent }) => intent)).toEqual(["problem", "request", "comparison"]);
  });

  it("counts reviewers and sentences, unsure ones among them", () => {
    const [problem, request] = intentRows(evidence);
    expect(problem).toMatchObject({ sentences: 2, reviewers: 2, unsure: 1, unmeasured: false });
    expect(request).toMatchObject({ sentences: 1, reviewers: 1, unsure: 0, unmeasured: true });
  });

  it("names with whom they compare, whatever the case, most named first", () => {
    expect(intentRows(evidence)[2]?.about).toEqual([
      { words: "Aria", reviewers: 2 },
      { words: "Brisk", reviewers: 1 },
    ]);
  });

  it("leaves out names that are whole passages, and advertising", () => {
    const long = "everything that I have ever owned in all those years";
    const row = understoodReview("a", `Better than ${long}.`, { intents: [["comparison", 0.9, long]] });
    expect(intentRows(evidenceFrom([row]))[0]?.about).toEqual([]);
    const advert = understoodReview(
      "s",
      "Mine is better.",
      { intents: [["comparison"]] },
      { finding: finding({ flags: ["spam"] }) },
    );
    expect(intentRows(evidenceFrom([advert]))).toEqual([]);
  });
});

describe("emotionRows", () => {
  it("counts reviewers, most frequent first, without those who show none", () => {
    expect(emotionRows(evidence)).toEqual([
      { emotion: "joy", reviewers: 2 },
      { emotion: "anger", reviewers: 1 },
    ]);
  });
});
