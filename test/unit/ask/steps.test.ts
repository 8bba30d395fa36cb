import { expect, test } from "vitest";
import { makeAllPersonas, personaSteps } from "../../../lib/ask/persona/persona";
import { findSegments, segmentSteps } from "../../../lib/ask/segments";
import { inSlices, type Steps } from "../../../lib/ask/steps";
import { kettle } from "./kettle";

test("segments and cards made in slices are those made at once", async () => {
  const wanted = { subjectId: "kettle", ...kettle };
  const segments = await inSlices(segmentSteps(structuredClone(wanted)));
  expect(segments).toEqual(findSegments(wanted));
  const cards = await inSlices(personaSteps(segments, structuredClone(kettle), "2026-01-01"));
  expect(cards).toEqual(makeAllPersonas(segments, kettle, "2026-01-01"));
});

function* endless(): Steps<never> {
  for (;;) {
    const until = performance.now() + 2;
    while (performance.now() < until);
    yield;
  }
}

test("other work has its turn between slices, and stops them", async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error("enough")), 30);
  await expect(inSlices(endless(), controller.signal)).rejects.toThrow("enough");
  await expect(inSlices(endless(), AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
});
