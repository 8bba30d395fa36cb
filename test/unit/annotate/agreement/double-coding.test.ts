import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { agreementCsv } from "../../../../lib/annotate/agreement/csv";
import { bothCoders, disagreementsOf } from "../../../../lib/annotate/agreement/double-coding";
import { codesInReadingOrder } from "../../../../lib/annotate/agreement/reading-order";
import { expectedError } from "../../../../lib/annotate/agreement/sampling";
import type { Annotation, SecondCoding } from "../../../../lib/domain";

const AT = "2026-11-02T10:00:00Z";
const CODING: SecondCoding = {
  id: "x",
  subjectId: "s",
  unit: "sentence",
  sample: { method: "stratified", size: 4, seed: 9 },
  of: 50,
  codes: [
    { id: "a", name: "Late" },
    { id: "b", name: "=HYPERLINK(1)" },
  ],
  units: [0, 1, 2, 3].map((i) => ({ reviewId: `r${i}`, start: 0, end: 2, text: `t${i}` })),
  human: [
    { unit: 2, codeIds: ["b"], at: "2026-11-02T10:05:00Z" },
    { unit: 0, codeIds: ["a"], at: "2026-11-02T10:06:00Z" },
    { unit: 1, codeIds: [], at: "2026-11-02T10:07:00Z" },
  ],
  coderId: "me",
  machine: [
    {
      basis: "definition",
      model: "m",
      codings: [
        { unit: 0, codeIds: ["a", "b"], chances: [0.9, 0.6], at: AT },
        { unit: 1, codeIds: ["a"], chances: [0.5, 0.1], at: AT },
        { unit: 2, codeIds: [], chances: [0.1, 0.3], at: AT },
        { unit: 3, codeIds: ["a"], chances: [0.7, 0.1], at: AT },
      ],
      examples: [{ codeId: "a", yes: 3, no: 1 }],
      made: AT,
    },
  ],
  adjudicated: [{ unit: 1, codeId: "a", yes: false, at: AT }],
  created: AT,
};

describe("a double coding", () => {
  it("is read as two coders, with a missing value where one did not code", () => {
    const [person, machine] = bothCoders(CODING, "definition");
    expect(person).toEqual([new Set(["a"]), new Set(), new Set(["b"]), undefined]);
    expect(machine?.[3]).toEqual(new Set(["a"]));
    expect(bothCoders(CODING, "examples")[1]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("lists what only one of the two gave, with what was decided", () => {
    expect(disagreementsOf(CODING, "definition")).toEqual([
      { unit: 0, codeId: "b", byPerson: false, chance: 0.6, decided: undefined },
      { unit: 1, codeId: "a", byPerson: false, chance: 0.5, decided: false },
      { unit: 2, codeId: "b", byPerson: true, chance: 0.3, decided: undefined },
    ]);
    expect(disagreementsOf(CODING, "examples")).toEqual([]);
  });

  it("is a table in which no name is a formula and each row says how the sample was drawn", () => {
    const { data } = Papa.parse<Record<string, string>>(agreementCsv(CODING).slice(1), { header: true });
    expect(data.map(({ code }) => code)).toEqual(["Late", "'=HYPERLINK(1)", "(overall)", "(mean)"]);
    expect(data[0]).toMatchObject({ both: "1", person_only: "0", machine_only: "1", neither: "1", units: "3" });
    expect(data[0]).toMatchObject({
      sample: "stratified",
      sample_size: "4",
      drawn_from: "50",
      seed: "9",
      examples_yes: "3",
    });
    expect(data[2]).toMatchObject({ agreement: "0.5", krippendorff_alpha: "0.0571", machine: "m" }); // 1 − 11 · 6 / (2 · 5 · 7)
  });
});

it("puts reviews in the order in which a person first coded them, with those of a sample that got no code", () => {
  const note = (coderId: string, reviewId: string | undefined, created: string, ...codeIds: string[]): Annotation => {
    const review = reviewId === undefined ? undefined : { reviewId, start: 0, end: 2 };
    return { id: created, coderId, review, text: "", note: "", codeIds, tags: [], created, updated: created };
  };
  const order = codesInReadingOrder(
    [
      note("me", "r9", "2026-11-02T10:08:00Z", "c"),
      note("me", "r2", "2026-11-02T10:01:00Z", "d"),
      note("she", "r8", "2026-11-02T09:00:00Z", "e"),
      note("me", "r7", "2026-11-02T09:00:00Z"),
      note("me", undefined, "2026-11-02T09:00:00Z", "e"),
    ],
    [CODING],
    "me",
  );
  expect(order).toEqual([["d", "b"], ["a"], [], ["c"]]);
});

it("foretells how far off a coefficient may be", () => {
  expect([20, 50, 100, 200].map((units) => Math.round(expectedError(units) * 100) / 100)).toEqual([
    0.35, 0.22, 0.15, 0.11,
  ]);
});
