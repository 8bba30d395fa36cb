import { expect, test } from "vitest";
import { makePersona } from "../../../../lib/ask/persona/persona";
import { findSegments } from "../../../../lib/ask/segments";
import { segmentOf } from "../../../fixtures/ask/made";
import { kettle, personaOf, plainReview, plainSentence } from "../kettle";

test("likes and dislikes are topics in the reviewers' words with who says so, most first", () => {
  const { likes, dislikes } = personaOf();
  expect(dislikes.map(({ topic, supporters }) => [topic, supporters]).slice(0, 2)).toEqual([
    ["loud, noise", 6],
    ["lid", 4],
  ]);
  expect(likes.map(({ topic }) => topic)).toContain("boils, fast");
});

test("a drawback that its writer's stars outweighed is no like", () => {
  const bodies = ["The sound is lovely.", "What a rich sound this has.", "The only drawback is the tinny sound."];
  const reviews = bodies.map((body, i) => plainReview(`r${i}`, body, { author: `p${i}`, rating: 5, ratingScale: 5 }));
  const sentences = reviews.map((review) => plainSentence(review, { themeId: "sound" }));
  const theme = { ...kettle.themes[0], id: "sound", subjectId: "plain", label: "Sound", keywords: ["sound"] };
  const material = { reviews, sentences, themes: [theme as (typeof kettle.themes)[number]] };
  const reviewIds = reviews.map(({ id }) => id);
  const segment = segmentOf({ id: "all", subjectId: "plain", basis: { kind: "satisfied" }, reviewIds, thin: true });
  const { likes, dislikes } = makePersona(segment, material, "2026-01-01T00:00:00Z");
  expect(likes.flatMap(({ quotes }) => quotes.map(({ reviewId }) => reviewId)).sort()).toEqual(["r0", "r1"]);
  expect(dislikes.flatMap(({ quotes }) => quotes.map(({ reviewId }) => reviewId))).toEqual(["r2"]);
});

test("every line stands on quotes of its own polarity that are sentences of the segment's reviews", () => {
  for (const segment of findSegments({ subjectId: "kettle", ...kettle })) {
    const { likes, dislikes } = makePersona(segment, kettle, "2026-01-01T00:00:00Z");
    for (const [polarity, lines] of [
      ["positive", likes],
      ["negative", dislikes],
    ] as const) {
      for (const quote of lines.flatMap((line) => line.quotes)) {
        expect(segment.reviewIds).toContain(quote.reviewId);
        const said = kettle.sentences.find(
          (s) => s.reviewId === quote.reviewId && s.start === quote.start && s.end === quote.end,
        );
        expect(said?.sentiment.label).toBe(polarity);
      }
    }
  }
});

test("the vocabulary is what this group says and others do not", () => {
  const complaining = personaOf(["r01", "r04", "r06", "r10", "r12", "r15", "r18", "r21"]);
  const praising = personaOf(["r02", "r05", "r08", "r09", "r13", "r16", "r17", "r19"]);
  expect(complaining.vocabulary).not.toContain("daughter");
  expect(praising.vocabulary).toContain("daughter");
});

test("a persona is the same whenever it is made from the same segment", () => {
  expect(personaOf(["r01", "r04"])).toEqual(personaOf(["r01", "r04"]));
});
