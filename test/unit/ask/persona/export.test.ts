import { expect, test } from "vitest";
import { describedPersona } from "../../../../lib/ask/persona/edits";
import { personaFile } from "../../../../lib/ask/persona/export";
import { nearestReviewers } from "../../../../lib/ask/persona/nearest";
import { SIMULATED, tinyPersonFile } from "../../../../lib/ask/persona/tinytroupe";
import type { Quote } from "../../../../lib/domain";
import { kettle, personaOf, plainReview, plainSentence, vectorOf } from "../kettle";

const bodies = new Map(kettle.reviews.map(({ id, body }) => [id, body]));
const phrase = (key: string) => key;
const masks = {
  phrase,
  maskQuote: ({ reviewId, start, end }: Quote) =>
    (bodies.get(reviewId) ?? "").slice(start, end).replace(/lid/giu, "[masked]"),
  maskText: (text: string) => text.replace(/lid/giu, "[masked]"),
};

test("a persona's file names its reviewers where the command line looks for them, and its quotes are masked", () => {
  const persona = personaOf();
  const file = JSON.parse(JSON.stringify(personaFile({ persona, ...masks })));
  expect(file.segment.reviewIds).toEqual(persona.reviewIds);
  expect(file).toMatchObject({ format: "earshot-persona", version: 1, simulated: true });
  expect(JSON.stringify(file.card)).toContain("[masked]");
  const words = file.card.flatMap((part: { lines: object[] }) => part.lines.map((line) => ({ ...line, id: "" })));
  expect(JSON.stringify(words)).not.toMatch(/\blid\b/iu);
  expect(file.card.map(({ part }: { part: string }) => part)).toContain("dislikes");
});

test("a TinyTroupe file holds what reviewers wrote, says that it is simulated, and invents nobody's age", () => {
  const { type, persona } = tinyPersonFile({ persona: personaOf(), ...masks });
  expect(type).toBe("TinyPerson");
  expect(persona.preferences.likes).toContain("boils, fast");
  expect(persona.beliefs.length).toBeGreaterThan(0);
  expect(persona.other_facts).toContain(SIMULATED);
  expect(Object.keys(persona)).not.toEqual(expect.arrayContaining(["age"]));
  expect(JSON.stringify(persona)).not.toMatch(/"(?:age|gender|nationality|occupation|personality)"/u);
});

test("a described persona is exported as what it is", () => {
  const persona = describedPersona("kettle", "nurse", "a nurse on night shifts", "2026-01-01T00:00:00Z");
  expect(personaFile({ persona, ...masks })).toMatchObject({ description: "a nurse on night shifts", card: [] });
  expect(tinyPersonFile({ persona, ...masks }).persona.other_facts.join(" ")).toContain("not grounded");
});

test("nearest to a description are people who write of it, each once; nobody when nobody does", () => {
  const description = "Is it loud?";
  const near = nearestReviewers({ description, descriptionVector: vectorOf(description), ...kettle });
  expect(near.length).toBeGreaterThan(1);
  expect(new Set(near.map(({ quote }) => quote.reviewId)).size).toBe(near.length);
  const review = plainReview("x", "The parcel came on Tuesday.");
  const none = { reviews: [review], sentences: [plainSentence(review)] };
  expect(nearestReviewers({ description, descriptionVector: vectorOf(description), ...none })).toEqual([]);
  expect(nearestReviewers({ description, descriptionVector: new Float32Array(), reviews: [], sentences: [] })).toEqual(
    [],
  );
});
