import { expect, it } from "vitest";
import { agreementOf } from "../../../../lib/annotate/agreement/agreement-of";
import { codersOnSentences } from "../../../../lib/annotate/agreement/coders";
import type { Annotation, Quote } from "../../../../lib/domain";

const sentence = (reviewId: string, start: number, end: number): Quote => ({ reviewId, start, end });
const SENTENCES = [sentence("r1", 0, 10), sentence("r1", 11, 31), sentence("r2", 0, 20), sentence("r3", 0, 20)];

function note(coderId: string, review: Quote | undefined, ...codeIds: string[]): Annotation {
  const times = { created: "2026-11-02T10:00:00Z", updated: "2026-11-02T10:00:00Z" };
  return { id: `${coderId} ${codeIds}`, coderId, review, text: "", note: "", codeIds, tags: [], ...times };
}

it("takes the sentences of reviews that anybody coded, and leaves missing what a coder did not touch", () => {
  const { units, coded } = codersOnSentences(
    [
      note("me", sentence("r1", 0, 22), "late"),
      note("she", sentence("r1", 11, 31), "late"),
      note("she", sentence("r2", 5, 9), "rude"),
    ],
    SENTENCES,
    ["me", "she"],
  );
  expect(units.map(({ reviewId, start }) => `${reviewId} ${start}`)).toEqual(["r1 0", "r1 11", "r2 0"]);
  expect(coded[0]).toEqual([new Set(["late"]), new Set(["late"]), undefined]);
  expect(coded[1]).toEqual([new Set(), new Set(["late"]), new Set()]); // four letters are no half of the sentence
  expect(agreementOf(coded, ["late"]).overall).toMatchObject({ units: 2, alike: 1 });
});

it("does not take highlights and notes without a code, or on no review, for coding", () => {
  const { units } = codersOnSentences([note("me", sentence("r1", 0, 9)), note("me", undefined, "late")], SENTENCES, [
    "me",
  ]);
  expect(units).toEqual([]);
});

it("leaves out people who are not asked about", () => {
  expect(codersOnSentences([note("he", sentence("r3", 0, 20), "late")], SENTENCES, ["me", "she"]).units).toEqual([]);
});
