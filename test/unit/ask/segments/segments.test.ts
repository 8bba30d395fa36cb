import { expect, test } from "vitest";
import { findSegments } from "../../../../lib/ask/segments";
import { kettle, plainReview, plainSentence } from "../kettle";

const segments = findSegments({ subjectId: "kettle", ...kettle });
const keyOf = (basis: (typeof segments)[number]["basis"]) =>
  basis.kind === "theme" ? `${basis.themeId} ${basis.polarity}` : basis.kind;

test("reviewers who complain about the same thing are a group", () => {
  const noise = segments.find(({ basis }) => keyOf(basis) === "noise negative");
  expect(noise?.reviewIds).toEqual(["r01", "r04", "r06", "r10", "r12", "r15", "r18", "r21"]);
});

test("one author who wrote twice is one reviewer, so eight reviews by seven people are a thin group", () => {
  expect(segments.find(({ basis }) => keyOf(basis) === "noise negative")?.thin).toBe(true);
});

test("a situation is one group over languages, named in the reviewers' own words", () => {
  const daughters = segments.find(({ reviewIds, basis }) => basis.kind === "situation" && reviewIds.includes("r16"));
  expect(daughters?.reviewIds).toEqual(["r02", "r08", "r13", "r16", "r19"]);
  expect(daughters?.basis).toEqual({ kind: "situation", topic: expect.stringContaining("daughter") });
});

test("spam, instructions to a machine and texts without words belong to no group", () => {
  const members = new Set(segments.flatMap(({ reviewIds }) => reviewIds));
  expect([...members].filter((id) => id.startsWith("x"))).toEqual([]);
});

test("groups differ from each other", () => {
  for (const [i, a] of segments.entries()) {
    for (const b of segments.slice(i + 1)) {
      const shared = a.reviewIds.filter((id) => b.reviewIds.includes(id)).length;
      expect(shared / (a.reviewIds.length + b.reviewIds.length - shared)).toBeLessThanOrEqual(0.6);
    }
  }
});

test("the order in which reviews were read changes nothing", () => {
  const reversed = {
    reviews: [...kettle.reviews].reverse(),
    sentences: [...kettle.sentences].reverse(),
    themes: [...kettle.themes].reverse(),
  };
  expect(findSegments({ subjectId: "kettle", ...reversed })).toEqual(segments);
});

test("a group keeps its id when reviews are added", () => {
  const extra = plainReview("new", "It hums too loud for my taste.");
  const sentence = plainSentence(extra, { themeId: "noise", sentiment: { label: "negative", score: -0.7 } });
  const later = findSegments({
    subjectId: "kettle",
    reviews: [...kettle.reviews, extra],
    sentences: [...kettle.sentences, sentence],
    themes: kettle.themes,
  });
  const id = segments.find(({ basis }) => keyOf(basis) === "noise negative")?.id;
  expect(later.find((segment) => segment.id === id)?.reviewIds).toContain("new");
});

test.each([
  ["short praise alone", ["Great", "Love it", "Excellent", "Perfect"], 5],
  ["the same few words", ["Good kettle", "Good kettle!", "A good kettle", "good, kettle"], undefined],
  ["complaints alone", ["Broke", "Awful thing", "Leaks", "Do not buy"], 1],
])("four reviews with words give at least two groups that differ: %s", (_, bodies, rating) => {
  const reviews = bodies.map((body, i) => plainReview(`p${i}`, body, { rating, ratingScale: 5 }));
  const found = findSegments({
    subjectId: "plain",
    reviews,
    sentences: reviews.map((r) => plainSentence(r)),
    themes: [],
  });
  expect(found.length).toBeGreaterThanOrEqual(2);
  expect(new Set(found.map((segment) => segment.reviewIds.join())).size).toBe(found.length);
  expect(found.every((segment) => segment.thin && segment.reviewIds.length > 0)).toBe(true);
});

test("fewer than four reviews with words give none", () => {
  const reviews = ["Fine", "Bad", "👍", "★★★"].map((body, i) => plainReview(`p${i}`, body));
  expect(findSegments({ subjectId: "plain", reviews, sentences: [], themes: [] })).toEqual([]);
});

test("a shop's replies to its reviewers are not reviewers, replies in a thread are", () => {
  const bodies = ["Nice tea", "Too weak", "Fine taste", "Stale leaves"];
  const reviews = bodies.map((body, i) => plainReview(`p${i}`, body));
  const replies = reviews.map((review) => ({ ...review, id: `${review.id}-reply`, kind: "reply" as const }));
  const input = (list: typeof reviews) => ({ subjectId: "plain", reviews: list, sentences: [], themes: [] });
  const members = (list: typeof reviews) => findSegments(input(list)).flatMap((segment) => segment.reviewIds);
  expect(members([...reviews, ...replies]).filter((id) => id.endsWith("reply"))).toEqual([]);
  expect(members(replies).length).toBeGreaterThan(0);
});
