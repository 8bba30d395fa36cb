/** Segments are what people come back to: ids, order and members hold when reviews are added. */
import { expect, test } from "vitest";
import type { ReadReview } from "../../../../lib/ask/material";
import { findSegments, type HandGroup } from "../../../../lib/ask/segments";
import { traitText } from "../../../../lib/ask/segments/phrase";
import type { HandSegment, Segment, Sentence } from "../../../../lib/domain";
import { kettle, plainReview, plainSentence } from "../kettle";

const first = findSegments({ subjectId: "kettle", ...kettle });
const hand = (id: string, basis: HandSegment["basis"], reviewIds: string[] = []): HandGroup => ({
  segment: { id, subjectId: "kettle", name: id, basis, created: "2026-01-01" },
  reviewIds,
});

test("one review in ten more: four segments in five stay, with nine tenths of their members", () => {
  const extra = kettle.reviews.slice(0, Math.ceil(kettle.reviews.length / 10));
  const copy = (id: string) => `${id}-again`;
  const reviews: ReadReview[] = extra.map((one) => ({ ...one, id: copy(one.id), author: copy(one.id) }));
  const ids = new Set(extra.map(({ id }) => id));
  const said: Sentence[] = kettle.sentences
    .filter(({ reviewId }) => ids.has(reviewId))
    .map((one) => ({ ...one, id: copy(one.id), reviewId: copy(one.reviewId) }));
  const later = findSegments({
    subjectId: "kettle",
    reviews: [...kettle.reviews, ...reviews],
    sentences: [...kettle.sentences, ...said],
    themes: kettle.themes,
    earlier: first,
  });
  const kept = first.filter(({ id }) => later.some((one) => one.id === id));
  expect(kept.length / first.length).toBeGreaterThanOrEqual(0.8);
  for (const { id, reviewIds } of kept)
    expect(later.find((one) => one.id === id)?.reviewIds).toEqual(expect.arrayContaining(reviewIds));
  const order = later.filter(({ id }) => first.some((one) => one.id === id)).map(({ id }) => id);
  expect(order).toEqual(kept.map(({ id }) => id));
});

test("segments by hand stand first, are named, and say which parts are gone", () => {
  const [a, b] = first as [Segment, Segment];
  const found = findSegments({
    subjectId: "kettle",
    ...kettle,
    earlier: first,
    names: new Map([[a.id, "The loud ones"]]),
    hand: [
      hand("mine", { kind: "chosen" }, ["r01", "r02", "nobody"]),
      hand("both", { kind: "merged", of: [a.id, b.id, "was-deleted", "both"] }),
      hand("empty", { kind: "filter", choices: [] }, []),
    ],
  });
  expect(found.slice(0, 2).map(({ name, byHand }) => [name, byHand])).toEqual([
    ["mine", true],
    ["both", true],
  ]);
  expect(found[0]?.reviewIds).toEqual(["r01", "r02"]);
  expect(found[1]?.reviewIds).toEqual([...new Set([...a.reviewIds, ...b.reviewIds])].sort());
  expect(found[1]?.gone).toEqual(["was-deleted"]);
  expect(found.find(({ id }) => id === a.id)?.name).toBe("The loud ones");
  expect(found.some(({ id }) => id === "empty")).toBe(false);
});

test("a trait counts people, not reviews, and what may be chance is called so", () => {
  const bodies = Array.from({ length: 40 }, (_, i) => (i < 10 ? "The lid leaks and the spout drips." : "Fine colour."));
  const reviews = bodies.map((body, i) =>
    plainReview(`p${String(i).padStart(2, "0")}`, body, { rating: i < 10 ? 1 : 5, ratingScale: 5, language: "en" }),
  );
  const twice = { ...plainReview("p99", "The lid leaks.", { rating: 1, language: "en" }), author: "Ada" };
  const all = [...reviews.map((one, i) => (i === 0 ? { ...one, author: "Ada" } : one)), twice];
  const found = findSegments({
    subjectId: "plain",
    reviews: all,
    sentences: all.map((one) => plainSentence(one, { sentiment: { label: "negative", score: -0.5 } })),
    themes: [],
  });
  const unhappy = found.find(({ reviewIds }) => reviewIds.includes("p99") && !reviewIds.includes("p39"));
  const [lid] = unhappy?.traits ?? [];
  expect(unhappy).toMatchObject({ reviewers: 10, thin: false });
  expect(lid).toMatchObject({ inside: 10, of: 10, outside: 0, ofOutside: 30 });
  expect(lid?.q).toBeLessThan(0.001);
  const phrase = (key: string) => key;
  expect(lid && traitText(lid, phrase).figures).toBe("ask_trait_counts");
  expect(lid && traitText({ ...lid, outside: 2 }, phrase).figures).toBe("ask_trait_counts · ask_trait_lift");
  expect(lid && traitText({ ...lid, q: 0.3 }, phrase).figures).toContain("ask_trait_chance");
});
