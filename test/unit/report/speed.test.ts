import { describe, expect, it } from "vitest";
import { aspectTable } from "../../../lib/report/aspect-table";
import { contradictionsOf } from "../../../lib/report/contradictions";
import { applyFilter, facetReviews, onlyValues } from "../../../lib/report/facets";
import { emotionRows, intentRows } from "../../../lib/report/intent-rows";
import { overviewOf } from "../../../lib/report/overview";
import { satisfactionOf } from "../../../lib/report/satisfaction";
import { largeEvidence } from "./understood";

/** Best of three, in milliseconds: the first run is the compiler's. */
function timeOf(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

describe("figures of five thousand reviews", () => {
  const evidence = largeEvidence(5000, 5);
  const faceted = facetReviews(evidence);
  // far above what they take, far below what anything quadratic would
  it.each<[string, () => unknown]>([
    ["overview", () => overviewOf(evidence)],
    ["aspects", () => aspectTable(evidence)],
    ["intents", () => intentRows(evidence)],
    ["emotions", () => emotionRows(evidence)],
    ["satisfaction", () => satisfactionOf(evidence)],
    ["contradictions", () => contradictionsOf(evidence)],
    ["facet values", () => facetReviews(evidence)],
    ["a filter", () => applyFilter(faceted, onlyValues("aspect", "price"))],
  ])("%s take less than a glance", (name, work) => {
    const time = timeOf(work);
    if (process.env.SHOW_SPEED) console.log(`${name}: ${time.toFixed(1)} ms`);
    expect(time, `${name}: ${time.toFixed(1)} ms`).toBeLessThan(800);
  });
});
