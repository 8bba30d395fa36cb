import { describe, expect, it } from "vitest";
import { drawPanel } from "../../../../lib/ask/survey";
import { williams } from "../../../../lib/ask/survey/designs";
import { quotasOf } from "../../../../lib/ask/survey/panel";
import { segmentOf } from "../../../fixtures/ask/made";
import { backwards, crowdOf, type Person, specOf } from "./crowd";

const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, i) => ({ author: `Person ${i}`, says: [[`I say number ${i} of it.`, 0]] }));
const idsOf = (evidence: { reviews: readonly { id: string }[] }, from: number, to: number) =>
  evidence.reviews.slice(from, to).map(({ id }) => id);
const concepts = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `c${i}`, name: `C${i}`, text: "words" }));

describe("the panel", () => {
  it("is the same in whatever order reviews are stored, and another with another seed", () => {
    const evidence = crowdOf(people(80));
    const spec = specOf({ respondents: 20, concepts: concepts(3) });
    const drawn = drawPanel(spec, evidence, []);
    expect(drawn).toHaveLength(20);
    expect(drawPanel(spec, backwards(evidence), [])).toEqual(drawn);
    const other = drawPanel({ ...spec, seed: 8 }, evidence, []);
    expect(other.map(({ id }) => id)).not.toEqual(drawn.map(({ id }) => id));
  });

  it("asks people, not reviews, and only those whose words count", () => {
    const evidence = crowdOf([
      { author: "Ann", says: [["First.", 0]] },
      { author: "Ann", says: [["Second.", 0]] },
      { says: [["Nameless.", 0]] },
      { author: "Bob", says: [["12345", 0]] },
    ]);
    const panel = drawPanel(specOf(), evidence, []);
    expect(panel.map(({ reviewIds }) => reviewIds).sort()).toEqual([["r0000", "r0001"], ["r0002"]]);
    expect(JSON.stringify(panel)).not.toContain("Ann");
  });

  it("is never larger than 500", () => {
    expect(drawPanel(specOf({ respondents: 9000 }), crowdOf(people(620)), [])).toHaveLength(500);
  });

  it("draws in proportion to the segments asked, and at least one of each", () => {
    const evidence = crowdOf(people(100));
    const segments = [
      segmentOf({ id: "big", reviewIds: idsOf(evidence, 0, 60) }),
      segmentOf({ id: "small", reviewIds: idsOf(evidence, 60, 62) }),
    ];
    const panel = drawPanel(specOf({ respondents: 31, segmentIds: ["big", "small"] }), evidence, segments);
    const count = (id: string) => panel.filter(({ segmentIds }) => segmentIds.includes(id)).length;
    expect([panel.length, count("big"), count("small")]).toEqual([31, 30, 1]);
    expect(drawPanel(specOf({ segmentIds: ["big"] }), evidence, segments)).toHaveLength(60);
  });

  it.each([
    [[10, 10, 10], 7, 7],
    [[1, 1, 98], 3, 3],
    [[5, 0, 2], 100, 7],
    [[100, 1, 1, 1, 1, 1], 6, 6],
    [[3, 3], 1, 1],
  ])("gives %j of %i places", (sizes, wanted, given) => {
    const quotas = quotasOf(sizes, wanted);
    expect(quotas.reduce((sum, one) => sum + one, 0)).toBe(given);
    expect(quotas.every((one, i) => one >= 0 && one <= (sizes[i] ?? 0))).toBe(true);
  });
});

describe("designs", () => {
  it("monadic: one concept each, every concept equally often, in each segment too", () => {
    const evidence = crowdOf(people(60));
    const segments = [
      segmentOf({ id: "a", reviewIds: idsOf(evidence, 0, 30) }),
      segmentOf({ id: "b", reviewIds: idsOf(evidence, 30, 60) }),
    ];
    const spec = specOf({ design: "monadic", concepts: concepts(3), segmentIds: ["a", "b"] });
    const panel = drawPanel(spec, evidence, segments);
    expect(panel.every(({ shown }) => shown.length === 1)).toBe(true);
    for (const segment of ["a", "b"])
      for (const concept of ["c0", "c1", "c2"])
        expect(panel.filter((one) => one.segmentIds[0] === segment && one.shown[0] === concept)).toHaveLength(10);
  });

  it("sequential: all concepts, each equally often in each place", () => {
    const panel = drawPanel(specOf({ concepts: concepts(4) }), crowdOf(people(40)), []);
    for (let place = 0; place < 4; place++)
      for (const concept of ["c0", "c1", "c2", "c3"])
        expect(panel.filter(({ shown }) => shown[place] === concept)).toHaveLength(10);
  });

  it.each([1, 2, 3, 4, 5, 6])("every concept of %i follows every other equally often", (n) => {
    const rows = williams(n);
    for (const row of rows) expect([...row].sort()).toEqual(Array.from({ length: n }, (_, i) => i));
    const pairs = rows.flatMap((row) => row.slice(1).map((one, i) => `${row[i]} ${one}`));
    const counts = new Set([...new Set(pairs)].map((pair) => pairs.filter((one) => one === pair).length));
    expect(counts.size).toBeLessThanOrEqual(1);
    expect(new Set(pairs).size).toBe(n * (n - 1));
  });
});
