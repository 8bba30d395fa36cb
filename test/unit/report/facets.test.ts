import { describe, expect, it } from "vitest";
import { aspectTable } from "../../../lib/report/aspect-table";
import {
  applyFilter,
  FACETS,
  facetReviews,
  onlyValues,
  type ReviewFilter,
  sentencesMeant,
  toggleValue,
} from "../../../lib/report/facets";
import { intentRows } from "../../../lib/report/intent-rows";
import { personaWith, segmentOf } from "../../fixtures/ask/made";
import { evidenceFrom, finding, said } from "./samples";
import { understoodReview } from "./understood";

const persona = personaWith({ segment: segmentOf({ id: "g", reviewIds: ["a", "c"] }) });
const bad = { label: "negative" as const, score: -0.8 };
const evidence = evidenceFrom(
  [
    said("a", [["Loud.", "negative", "noise"]], { rating: 1, finding: finding({ sentiment: bad }) }),
    said(
      "b",
      [
        ["Fast.", "positive", "speed"],
        ["Loud.", "negative", "noise"],
      ],
      { rating: 4, finding: finding() },
    ),
    said("c", [["Fast.", "positive", "speed"]], { rating: 5, finding: finding({ contradicts: true, question: true }) }),
    said("d", [], { kind: "comment", language: "de", understood: 0 }),
  ],
  { personas: [persona] },
);
const faceted = facetReviews(evidence);

function idsOf(filter: ReviewFilter): string[] {
  return applyFilter(faceted, filter).passing.map(({ review }) => review.id);
}

/** The truth of a count: how many reviews are left when only this value is chosen in its facet. */
function recount(filter: ReviewFilter, facet: (typeof FACETS)[number], value: string): number {
  return idsOf(new Map([...filter, [facet, [value]]])).length;
}

describe("facets", () => {
  it("let everything pass without a choice", () => {
    expect(idsOf(new Map())).toEqual(["a", "b", "c", "d"]);
  });

  it("widen within a facet and narrow between facets", () => {
    expect(idsOf(onlyValues("theme", "noise"))).toEqual(["a", "b"]);
    expect(idsOf(onlyValues("theme", "noise", "speed"))).toEqual(["a", "b", "c"]);
    expect(
      idsOf(
        new Map([
          ["theme", ["noise"]],
          ["sentiment", ["positive"]],
        ]),
      ),
    ).toEqual(["b"]);
    expect(idsOf(onlyValues("segment", "g"))).toEqual(["a", "c"]);
    expect(idsOf(onlyValues("contradicts", "yes"))).toEqual(["c"]);
    expect(idsOf(onlyValues("language", "de"))).toEqual(["d"]);
    expect(idsOf(onlyValues("kind", "comment"))).toEqual(["d"]);
  });

  it.each<[string, ReviewFilter]>([
    ["nothing chosen", new Map()],
    ["a theme", onlyValues("theme", "noise")],
    [
      "a theme and a feeling",
      new Map([
        ["theme", ["speed"]],
        ["sentiment", ["positive"]],
      ]),
    ],
    [
      "a choice that leaves nothing",
      new Map([
        ["theme", ["noise"]],
        ["stars", ["5"]],
      ]),
    ],
  ])("count what each value would leave: %s", (_, filter) => {
    const { counts } = applyFilter(faceted, filter);
    for (const facet of FACETS) {
      const values = new Set(faceted.flatMap((item) => item.values.get(facet) ?? []));
      for (const value of values) {
        expect(counts.get(facet)?.get(value) ?? 0, `${facet} ${value}`).toBe(recount(filter, facet, value));
      }
    }
  });

  it("know no feeling of a review without words, as the overview counts none", () => {
    const wordless = finding({ sentiment: { ...bad, confidence: 0.4 }, flags: ["no-words"] });
    const { passing } = applyFilter(
      facetReviews(
        evidenceFrom([
          said("a", [], { rating: 1, finding: wordless }),
          said("b", [], { finding: finding({ sentiment: bad }) }),
        ]),
      ),
      onlyValues("sentiment", "negative"),
    );
    expect(passing.map(({ review }) => review.id)).toEqual(["b"]);
  });

  it("choose and let go again", () => {
    const once = toggleValue(new Map(), "theme", "noise");
    expect([...toggleValue(once, "theme", "speed")]).toEqual([["theme", ["noise", "speed"]]]);
    expect(toggleValue(once, "theme", "noise").size).toBe(0);
    expect(once.get("theme")).toEqual(["noise"]);
  });

  it("take page text for a value, never for a key of an object", () => {
    const odd = evidenceFrom([said("x", [["Hm.", "neutral", "__proto__"]], { language: "constructor" })]);
    const { counts, passing } = applyFilter(facetReviews(odd), onlyValues("theme", "__proto__"));
    expect(passing).toHaveLength(1);
    expect(counts.get("language")?.get("constructor")).toBe(1);
  });
});

describe("facets of sentences", () => {
  const understood = evidenceFrom([
    understoodReview(
      "a",
      "The lid broke.",
      { aspects: [["lid", "durability", "negative"]], intents: [["problem"]], emotion: { emotion: "anger" } },
      { finding: finding({ sentiment: { label: "negative", score: -0.8, confidence: 0.95 } }) },
    ),
    understoodReview(
      "b",
      "The lid is nice.",
      { aspects: [["lid", undefined, "positive"]], intents: [["praise"]] },
      { finding: finding({ sentiment: { label: "positive", score: 0.2, confidence: 0.4 } }) },
    ),
    understoodReview(
      "c",
      "My lids never broke, visit me.",
      { aspects: [["lids", "durability", "positive"]], intents: [["problem"]] },
      { finding: finding({ flags: ["spam"] }) },
    ),
  ]);
  const passing = (filter: ReviewFilter) =>
    applyFilter(facetReviews(understood), filter).passing.map(({ review }) => review.id);

  it("narrow by matter, doing, emotion and confidence; advertising passes for none of the first three", () => {
    expect(passing(onlyValues("aspect", "durability"))).toEqual(["a"]);
    expect(passing(onlyValues("aspect", "other"))).toEqual(["b"]);
    expect(passing(onlyValues("intent", "problem"))).toEqual(["a"]);
    expect(passing(onlyValues("emotion", "anger"))).toEqual(["a"]);
    expect(passing(onlyValues("confidence", "unsure"))).toEqual(["b"]);
    expect(passing(onlyValues("confidence", "sure"))).toEqual(["a"]);
    expect(passing(onlyValues("flag", "spam"))).toEqual(["c"]);
  });

  it("promise as many reviewers as the tables count", () => {
    const [row] = aspectTable(understood).filter(({ matter }) => matter === "durability");
    expect(passing(onlyValues("aspect", "durability"))).toHaveLength(row?.reviewers ?? -1);
    for (const { intent, reviewers } of intentRows(understood)) {
      expect(passing(onlyValues("intent", intent)), intent).toHaveLength(reviewers);
    }
  });

  it("know a sentence by its theme and by the part of it", () => {
    const { review, statements } = said("a", [["Loud at night.", "negative", "noise"]]);
    const parts = evidenceFrom([{ review, statements: statements.map((one) => ({ ...one, subthemeId: "night" })) }]);
    const faceted = facetReviews(parts);
    expect(applyFilter(faceted, onlyValues("theme", "night")).passing).toHaveLength(1);
    expect(applyFilter(faceted, onlyValues("theme", "noise")).passing).toHaveLength(1);
  });

  it("say which sentences are meant by a choice", () => {
    const { statements } = said("a", [
      ["Loud.", "negative", "noise"],
      ["Fast.", "positive", "speed"],
    ]);
    expect([...sentencesMeant(statements, onlyValues("theme", "speed"))]).toEqual([6]);
    expect([...sentencesMeant(statements, onlyValues("stars", "5"))]).toEqual([]);
    expect([...sentencesMeant(statements, new Map())]).toEqual([]);
  });
});
