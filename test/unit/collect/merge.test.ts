import { describe, expect, it } from "vitest";
import { Merger } from "../../../lib/collect/read/merge";
import type { RawReview } from "../../../lib/collect/site";

const LONG = "It boils before the toast is done, and the cork never gets hot at all.";

function told(fields: Partial<RawReview>): RawReview {
  return { kind: "review", how: "structure", body: LONG, ...fields };
}

function merged(...records: RawReview[]): RawReview[] {
  const merger = new Merger();
  for (const record of records) merger.add(record);
  return merger.reviews;
}

const ONE: [why: string, a: Partial<RawReview>, b: Partial<RawReview>][] = [
  ["a digest repeats it with another id", { author: "Ann", nativeId: "r100" }, { author: "Ann", nativeId: "top-7" }],
  ["its data names the person in full", { author: "Anna K." }, { author: "Anna Kowalska", how: "json-ld" }],
  [
    "a short text has the same person",
    { author: "Ann", body: "Good." },
    { author: "Ann", body: "Good!", how: "json-ld" },
  ],
  [
    "a short text has the same day",
    { date: "2024-05-01", body: "Good." },
    { date: "2024-05-01", body: "Good.", how: "json-ld" },
  ],
];

const TWO: [why: string, a: Partial<RawReview>, b: Partial<RawReview>][] = [
  ["two people say the same", { author: "Ann" }, { author: "Ben" }],
  ["names differ by a number", { author: "user1", body: "Good." }, { author: "user12", body: "Good." }],
  ["a short text has another day", { date: "2024-05-01", body: "Good." }, { date: "2024-05-02", body: "Good." }],
  [
    "somebody writes it again on another day",
    { author: "Ann", date: "2024-05-01" },
    { author: "Ann", date: "2024-06-01" },
  ],
];

describe("Merger", () => {
  it.each(ONE)("takes two tellings for one where %s", (_why, a, b) => {
    expect(merged(told(a), told(b))).toHaveLength(1);
    expect(merged(told(b), told(a))).toHaveLength(1);
  });

  it.each(TWO)("keeps both where %s", (_why, a, b) => {
    expect(merged(told(a), told(b))).toHaveLength(2);
    expect(merged(told(b), told(a))).toHaveLength(2);
  });

  it("completes a cut-off text from the other telling, whichever comes first", () => {
    const cut = told({ body: "It boils before the toast is done, and the cork never…", cut: true, rating: 4 });
    const whole = told({ how: "json-ld", author: "Ann" });
    for (const order of [merged(cut, whole), merged(whole, cut)]) {
      expect(order).toMatchObject([{ body: LONG, author: "Ann", rating: 4 }]);
      expect(order[0]?.cut).toBeFalsy();
    }
  });

  it("never makes more or fewer of what was told twice, in any order, whatever names say", () => {
    const names = ["__proto__", "constructor", "hasOwnProperty", "Ann", "", "李", "-"];
    const records = Array.from({ length: 300 }, (_, i) =>
      told({
        author: names[i % names.length] || undefined,
        date: `2024-01-${10 + (i % 9)}`,
        body: i % 3 ? `Kettle ${i} of mine. ${LONG}` : `No. ${i}`,
      }),
    );
    const once = merged(...records).length;
    expect(once).toBe(records.length);
    expect(merged(...records, ...records)).toHaveLength(once);
    expect(merged(...[...records].reverse(), ...records)).toHaveLength(once);
  });
});
