import { describe, expect, it } from "vitest";
import { latestMoment } from "../../../lib/collect/read/page-date";

const NOW = new Date("2026-03-15T12:00:00Z");

describe("latestMoment", () => {
  it.each([
    [['{"datePublished":"2021-03-01","dateModified":"2021-03-05T10:00:00Z"}'], "2021-03-05T10:00:00.000Z"],
    [['{"serverTime":1614938400000,"createdAt":1600000000}'], "2021-03-05T10:00:00.000Z"],
    [['{"date":"2021-03-05","priceValidUntil":"2021-12-31"}'], "2021-03-05T00:00:00.000Z"],
    [['{"availabilityEnds":"2021-12-31","date":"2021-03-05"}'], "2021-03-05T00:00:00.000Z"],
    [["2021-03-05T10:00:00+02:00", "2020-01-01"], "2021-03-05T08:00:00.000Z"],
    [["article:modified_time: 2021-03-05T10:00:00Z", "2031-01-01"], "2021-03-05T10:00:00.000Z"],
    [["nothing here", "id 1614938400000"], undefined],
    [[], undefined],
  ])("of %j is %s", (texts, moment) => expect(latestMoment(texts, NOW)).toBe(moment));

  it("does not hang on megabytes of digits", () => {
    const start = performance.now();
    latestMoment(["2021-".repeat(400_000), "at".repeat(1_000_000), "9".repeat(2_000_000)], NOW);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
