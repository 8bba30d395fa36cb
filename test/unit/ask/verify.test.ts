import { expect, test } from "vitest";
import { answerFromEvidence } from "../../../lib/ask/interview";
import { verifyAnswer, verifyQuote } from "../../../lib/ask/verify";
import type { Answer, Review } from "../../../lib/domain";
import { kettle, personaOf, plainReview, vectorOf } from "./kettle";

const bodies = ["Loud. Very loud 🔊 indeed.", "Слишком шумно, e\u0301", "声音太大了。", " ", "a"];
const reviews = new Map<string, Review>(bodies.map((body, i) => [`p${i}`, plainReview(`p${i}`, body)]));

/** Small deterministic generator (mulberry32), so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test("property: a quote passes exactly when it is a non-blank slice of its review", () => {
  const random = seeded(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let passed = 0;
  for (let i = 0; i < 4000; i++) {
    const reviewId = pick(["p0", "p1", "p2", "p3", "p4", "absent"]);
    const body = reviews.get(reviewId)?.body ?? "";
    const start = Math.floor(random() * (body.length + 4)) - 2;
    const end = Math.floor(random() * (body.length + 4)) - 2;
    const honest = body.slice(Math.max(0, start), Math.max(0, end));
    const text = pick([honest, `${honest} `, honest.toUpperCase(), honest.normalize("NFD"), pick(bodies)]);
    const inside = start >= 0 && end <= body.length && start < end;
    const expected = inside && text.trim() !== "" && body.slice(start, end) === text;
    passed += Number(expected);
    expect(verifyQuote({ reviewId, start, end, text }, reviews), `${reviewId} ${start} ${end} ${text}`).toBe(expected);
  }
  expect(passed).toBeGreaterThan(100);
});

test.each([Number.NaN, 0.5, Number.POSITIVE_INFINITY, -0.1])("an offset that is no whole number fails: %d", (start) => {
  expect(verifyQuote({ reviewId: "p4", start, end: 1, text: "a" }, reviews)).toBe(false);
});

test("an altered quote is taken out, and a claim left without quotes goes with it", () => {
  const question = "Is it loud?";
  const honest = answerFromEvidence({ question, questionVector: vectorOf(question), persona: personaOf(), ...kettle });
  const [first, ...rest] = honest.claims;
  if (!first) throw new Error("the kettle's reviewers talk about noise");
  const altered = first.quotes.map((quote) => ({ ...quote, text: quote.text.replace("loud", "quiet") }));
  const forged: Answer = {
    ...honest,
    claims: [{ ...first, quotes: altered.map((q) => ({ ...q, start: q.start + 1 })) }, ...rest],
  };
  expect(verifyAnswer(honest, kettle.reviews)).toEqual(honest);
  expect(verifyAnswer(forged, kettle.reviews).claims).toEqual(rest);
  expect(verifyAnswer({ ...forged, claims: forged.claims.slice(0, 1) }, kettle.reviews).covered).toBe(false);
});
