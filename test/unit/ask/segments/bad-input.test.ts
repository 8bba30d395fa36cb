import { expect, test } from "vitest";
import type { ReadReview } from "../../../../lib/ask/material";
import { findSegments } from "../../../../lib/ask/segments";
import type { Sentence } from "../../../../lib/domain";
import { kettle, plainReview, plainSentence } from "../kettle";

const find = (reviews: ReadReview[], sentences: Sentence[]) =>
  findSegments({ subjectId: "plain", reviews, sentences, themes: [] });
const reviewsOf = (bodies: readonly string[], more: Partial<ReadReview> = {}) =>
  bodies.map((body, i) => plainReview(`p${String(i).padStart(6, "0")}`, body, more));

test("no reviews and one review give no segments", () => {
  expect(find([], [])).toEqual([]);
  const one = reviewsOf(["Fine"]);
  expect(
    find(
      one,
      one.map((review) => plainSentence(review)),
    ),
  ).toEqual([]);
});

test("one author of everything is one reviewer, and nothing sets them apart from nobody", () => {
  const reviews = reviewsOf(["Loud", "Too loud", "Fine colour", "Slow", "Nice"], { author: "Ada" });
  const found = find(
    reviews,
    reviews.map((review) => plainSentence(review)),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const segment of found) expect(segment).toMatchObject({ reviewers: 1, thin: true, traits: [] });
});

test.each([
  ["missing", new Int8Array(0)],
  ["all zero", new Int8Array(384)],
  ["of another length", Int8Array.from([1, 2, 3])],
])("vectors that are %s leave segments without clusters", (_, vector) => {
  const sentences = kettle.sentences.map((sentence) => ({ ...sentence, vector }));
  const found = findSegments({ subjectId: "kettle", ...kettle, sentences });
  expect(found.length).toBeGreaterThanOrEqual(2);
  expect(found.some(({ basis }) => basis.kind === "cluster")).toBe(false);
  expect(found.every(({ quotes }) => quotes.length > 0)).toBe(true);
});

test("emoji, one word, 50,000 characters and object keys as words are no trouble", () => {
  const reviews = reviewsOf(["👍👍", "Good", "very ".repeat(10_000), "__proto__ constructor toString", "好"]);
  expect(() =>
    find(
      reviews,
      reviews.map((review) => plainSentence(review)),
    ),
  ).not.toThrow();
});

test("ten thousand reviewers take seconds at most", () => {
  const words = "battery strap screen motor handle lid cable case button wheel".split(" ");
  const reviews = reviewsOf(Array.from({ length: 10_000 }, (_, i) => `The ${words[i % 10]} is ${words[(i * 7) % 9]}.`));
  const sentences = reviews.map((review, i) =>
    plainSentence(review, { vector: Int8Array.from({ length: 384 }, (_, d) => (((i % 10) * 31 + d * 7) % 13) - 6) }),
  );
  const start = performance.now();
  expect(find(reviews, sentences).length).toBeGreaterThanOrEqual(2);
  expect(performance.now() - start).toBeLessThan(15_000); // on a busy machine
});
