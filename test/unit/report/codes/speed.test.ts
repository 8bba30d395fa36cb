import { expect, it } from "vitest";
import { codingOf, crosstabOf, togetherOf } from "../../../../lib/report/codes";
import { largeEvidence } from "../understood";
import { code } from "./coded";

it("crosses 2,000 notes with 50 codes while nobody waits", () => {
  const evidence = largeEvidence(1000, 4);
  const codes = Array.from({ length: 50 }, (_, i) => code(`c${i}`, i % 5 ? `c${i - (i % 5)}` : undefined));
  const times = { created: "2026-05-10T08:00:00Z", updated: "2026-05-10T08:00:00Z" };
  const annotations = Array.from({ length: 2000 }, (_, i) => {
    const review = evidence.reviews[(i * 7) % 1000];
    const { start = 0, end = 0 } = evidence.statements.get(review?.id ?? "")?.[i % 4] ?? {};
    const place = { reviewId: review?.id ?? "", start, end };
    const text = review?.body.slice(start, end) ?? "";
    return {
      id: `a${i}`,
      coderId: "me",
      review: place,
      text,
      note: "",
      tags: [],
      codeIds: [`c${i % 50}`, `c${(i * 3) % 50}`],
      ...times,
    };
  });
  const took = (work: () => unknown) => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  const parts = { annotations, codes, evidence };
  codingOf(parts);
  const laid = took(() => codingOf(parts, true));
  const coding = codingOf(parts, true);
  crosstabOf(coding, "stars", []);
  const crossed = Math.max(
    ...(["stars", "theme", "sentiment"] as const).map((by) => took(() => crosstabOf(coding, by, []))),
  );
  const together = took(() => togetherOf(coding, "passage"));
  console.info(`laid out ${laid.toFixed(1)} ms, crosstab ${crossed.toFixed(1)} ms, together ${together.toFixed(1)} ms`);
  expect(crossed).toBeLessThan(500);
  expect(together).toBeLessThan(1000);
});
