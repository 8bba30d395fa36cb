import { describe, expect, it } from "vitest";
import type { Persona } from "../../../lib/domain";
import {
  applyFilter,
  FACETS,
  facetReviews,
  onlyValues,
  type ReviewFilter,
  toggleValue,
} from "../../../lib/report/facets";
import { evidenceFrom, finding, said } from "./samples";

const persona: Persona = {
  id: "p",
  subjectId: "s",
  segment: { id: "g", subjectId: "s", basis: { kind: "satisfied" }, reviewIds: ["a", "c"], share: 0.5, thin: true },
  likes: [],
  dislikes: [],
  vocabulary: [],
  created: "2026-01-01T00:00:00Z",
};
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
