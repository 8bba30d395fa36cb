import { expect, test } from "vitest";
import type { Material, ReadReview } from "../../../../lib/ask/material";
import { makeAllPersonas, makePersona } from "../../../../lib/ask/persona/persona";
import { personaCard } from "../../../../lib/ask/persona/phrase";
import type { Persona, Sentence, Theme } from "../../../../lib/domain";
import { segmentOf } from "../../../fixtures/ask/made";
import { plainReview, plainSentence } from "../kettle";

const AT = "2026-01-01T00:00:00Z";
const none = { keywords: [], size: 0, share: 0, positive: 0, neutral: 0, negative: 0, score: 0, quotes: [] };
const themeOf = (id: string): Theme => ({ id, subjectId: "plain", label: id, ...none });

/** Each text a review of one sentence by another person; a text may stand twice. */
function materialOf(texts: readonly (readonly [string, Partial<Sentence>?, Partial<ReadReview>?])[]): Material {
  const reviews = texts.map(([body, , more], i) => plainReview(`r${String(i).padStart(3, "0")}`, body, more));
  const sentences = reviews.map((review, i) => plainSentence(review, texts[i]?.[1]));
  return { reviews, sentences, themes: ["battery", "sound", "strap", "case"].map(themeOf) };
}
function cardOf(material: Material, reviewIds = material.reviews.map(({ id }) => id)): Persona {
  return makePersona(segmentOf({ subjectId: "plain", reviewIds }), material, AT);
}
const bad = { sentiment: { label: "negative", score: -0.8 } } as const;
const lines = (persona: Persona, part: "goals" | "dealbreakers" | "wishes" | "price") =>
  persona[part].map(({ topic, supporters }) => [topic, supporters]);

test("each part of a card says what several people wrote, with how many and their words", () => {
  const card = cardOf(
    materialOf([
      ["I use it for travel.", {}],
      ["I mostly use it for travel.", {}],
      ["I sent it back, the battery died.", { ...bad, themeId: "battery" }],
      ["Returned it because of the battery.", { ...bad, themeId: "battery", intents: [{ intent: "return" }] }],
      ["I wish the strap was longer.", { themeId: "strap" }],
      ["A longer strap, please!", { themeId: "strap", intents: [{ intent: "request", confidence: 0.9 }] }],
      ["Really worth the money.", {}],
      ["Not cheap, but worth the money.", {}],
    ]),
  );
  expect(lines(card, "goals")).toEqual([["for travel", 2]]);
  expect(lines(card, "dealbreakers")).toEqual([["battery", 2]]);
  expect(lines(card, "wishes")).toEqual([["strap", 2]]);
  expect(lines(card, "price")).toEqual([["worth the money", 2]]);
  expect(card.price[0]).toMatchObject({ polarity: "positive", id: "price:positive" });
  for (const line of [card.goals, card.dealbreakers, card.wishes, card.price].flat())
    expect(new Set(line.quotes.map(({ reviewId }) => reviewId)).size).toBe(line.supporters);
});

test("a doubtful mark is left alone, and praise that speaks of returning is no reason to leave", () => {
  const card = cardOf(
    materialOf([
      ["The strap is fine.", { themeId: "strap", intents: [{ intent: "request", confidence: 0.2 }] }],
      ["I thought of sending it back but love it.", { themeId: "sound" }],
    ]),
  );
  expect(card.wishes).toEqual([]);
  expect(card.dealbreakers).toEqual([]);
});

test("a cue of one language is not found within a word of another", () => {
  expect(cardOf(materialOf([["Der Wasserkocher ist laut.", { language: "de" }]])).price).toEqual([]);
});

test("what one person says never stands beside what several say", () => {
  const some = materialOf([
    ["Sound is superb.", { themeId: "sound" }],
    ["Superb sound.", { themeId: "sound" }],
    ["The strap is nice.", { themeId: "strap" }],
  ]);
  expect(cardOf(some).likes.map(({ topic }) => topic)).toEqual(["sound"]);
  expect(cardOf(some, ["r002"]).likes.map(({ topic, supporters }) => [topic, supporters])).toEqual([["strap", 1]]);
});

test("gaps are what others speak of too often for chance", () => {
  const others = Array.from({ length: 30 }, (): [string, Partial<Sentence>] => [
    "The case broke.",
    { themeId: "case" },
  ]);
  const own = Array.from({ length: 20 }, (): [string, Partial<Sentence>] => ["Fine sound.", { themeId: "sound" }]);
  const rare: [string, Partial<Sentence>] = ["The strap.", { themeId: "strap" }];
  const ids = own.map((_, i) => `r${String(i).padStart(3, "0")}`);
  expect(cardOf(materialOf([...own, rare, ...others]), ids).gaps).toEqual([{ topic: "case", others: 30 }]);
});

test("facts are only what the data says, per person", () => {
  const card = cardOf(
    materialOf([
      ["Good.", {}, { author: "Ann", rating: 5, location: "Oslo", date: "2024-03-02", verified: true }],
      ["Good too.", {}, { author: "Ann", rating: 3, location: "Oslo", date: "2024-05" }],
      ["Fine.", {}, { author: "Bob", rating: 0, location: "Oslo", date: "2024", verified: false }],
    ]),
  );
  expect(card.facts).toEqual([
    { kind: "place", value: "Oslo", count: 2, of: 2 },
    { kind: "verified", value: "yes", count: 1, of: 2 },
    { kind: "stars", value: "4.0", count: 1, of: 2 },
    { kind: "dates", value: "2024-03/2024-05", count: 1, of: 2 },
  ]);
});

const split = (count: number): Material =>
  materialOf(
    Array.from({ length: count }, (_, i): [string, Partial<Sentence>] => {
      const loud = i % 2 === 0;
      const vector = Int8Array.from({ length: 384 }, (_, d) => (d % 2 === (loud ? 0 : 1) ? 60 : 0) + ((d * i) % 7));
      return [loud ? "Great sound." : "Great strap.", { themeId: loud ? "sound" : "strap", vector }];
    }),
  );

test("a large segment speaks with voices of different people who say different things", () => {
  const material = split(24);
  const segment = segmentOf({ subjectId: "plain", reviewIds: material.reviews.map(({ id }) => id) });
  const voices = makeAllPersonas([segment], material, AT);
  expect(voices.map(({ voice, voices: of, reviewers }) => [voice, of, reviewers])).toEqual([
    [1, 2, 12],
    [2, 2, 12],
  ]);
  expect(new Set(voices.flatMap(({ reviewIds }) => reviewIds)).size).toBe(24);
  expect(voices.map(({ likes }) => likes[0]?.topic).sort()).toEqual(["sound", "strap"]);
  expect(voices.map(({ focus }) => focus).sort()).toEqual(["sound", "strap"]);
  const more = split(26);
  const grown = segmentOf({ ...segment, reviewIds: more.reviews.map(({ id }) => id) });
  const after = makeAllPersonas([grown], more, AT, voices);
  expect(after.map(({ id, focus }) => [id, focus])).toEqual(voices.map(({ id, focus }) => [id, focus]));
  const few = split(14);
  const small = segmentOf({ ...segment, reviewIds: few.reviews.map(({ id }) => id) });
  expect(makeAllPersonas([small], few, AT)).toHaveLength(1);
});

test("a voice keeps the name people know it by while it leads in it, and no longer", () => {
  const material = materialOf(
    split(24).sentences.map((sentence, i): [string, Partial<Sentence>] => {
      const themeId = i % 2 === 1 ? "strap" : i % 4 === 0 ? "sound" : "case";
      return [`Great ${themeId}.`, { themeId, vector: sentence.vector }];
    }),
  );
  const segment = segmentOf({ subjectId: "plain", reviewIds: material.reviews.map(({ id }) => id) });
  const voices = makeAllPersonas([segment], material, AT);
  const named = (focus: string) => voices.map((one) => (one.focus === "case" ? { ...one, focus } : one));
  const after = (focus: string) => makeAllPersonas([segment], material, AT, named(focus)).map((one) => one.focus);
  expect(voices.map(({ focus }) => focus).sort()).toEqual(["case", "strap"]);
  expect(after("sound").sort()).toEqual(["sound", "strap"]);
  expect(after("lens").sort()).toEqual(["case", "strap"]);
});

test("a voice is known by nothing that likeness alone gave its people, or that one of them names", () => {
  const material = materialOf(
    split(24).sentences.map((sentence, i): [string, Partial<Sentence>] => {
      const text = i % 2 === 1 ? "Great strap." : i === 0 ? "Great case." : "It simply works.";
      return [text, { themeId: i % 2 === 1 ? "strap" : "case", vector: sentence.vector }];
    }),
  );
  const segment = segmentOf({ subjectId: "plain", reviewIds: material.reviews.map(({ id }) => id) });
  const voices = makeAllPersonas([segment], material, AT);
  expect(voices.map(({ focus }) => focus ?? "none").sort()).toEqual(["none", "strap"]);
});

test("people who all write the same have one voice", () => {
  const material = materialOf(Array.from({ length: 40 }, () => ["Great sound.", { themeId: "sound" }]));
  const segment = segmentOf({ subjectId: "plain", reviewIds: material.reviews.map(({ id }) => id) });
  expect(makeAllPersonas([segment], material, AT)).toHaveLength(1);
});

test("a check compares reviewers kept away, beside anybody's, and says when there are too few", () => {
  const praise = Array.from({ length: 16 }, (): [string, Partial<Sentence>, Partial<ReadReview>] => [
    "Great sound.",
    { themeId: "sound" },
    { rating: 5 },
  ]);
  const blame = Array.from({ length: 20 }, (): [string, Partial<Sentence>, Partial<ReadReview>] => [
    "Bad sound.",
    { themeId: "sound", ...bad },
    { rating: 1 },
  ]);
  const material = materialOf([...praise, ...blame]);
  const { check } = cardOf(
    material,
    praise.map((_, i) => `r${String(i).padStart(3, "0")}`),
  );
  expect(check).toMatchObject({
    checked: true,
    heldIn: 8,
    heldOut: 8,
    sides: { same: 1, of: 1, anybody: 0 },
    score: 1,
  });
  expect(check?.baseline).toBe(0);
  expect(cardOf(material, ["r000", "r001"]).check).toEqual({ checked: false, heldIn: 1, heldOut: 1 });
});

test.each<[string, Material]>([
  ["no reviews", materialOf([])],
  ["one review", materialOf([["Fine."]])],
  [
    "one author",
    materialOf(Array.from({ length: 30 }, () => ["Great sound.", { themeId: "sound" }, { author: "Ann" }])),
  ],
  ["emoji only", materialOf([["👍👍"], ["👎"]])],
  [
    "nothing liked",
    materialOf([
      ["It broke.", bad],
      ["It broke too.", bad],
    ]),
  ],
  ["50,000 characters", materialOf([[`I use it for ${"very ".repeat(10_000)}long trips`]])],
])("%s makes a card that can be read", (_, material) => {
  const segment = segmentOf({ subjectId: "plain", reviewIds: material.reviews.map(({ id }) => id) });
  const [persona, ...more] = makeAllPersonas([segment], material, AT);
  expect(more).toEqual([]);
  expect(persona?.check?.checked ?? false).toBe(false);
  if (persona) expect(personaCard(persona, (key) => key).name).not.toBe("");
});

test("a price is named by words that say something, or by the cue beside them", () => {
  const marked = (body: string, word: string): [string, Partial<Sentence>] => {
    const start = body.indexOf(word);
    const sentiment = { label: "negative" as const, score: -0.8 };
    return [body, { aspects: [{ category: "price", start, end: start + word.length, sentiment }] }];
  };
  const topics = (...said: [string, Partial<Sentence>][]) => cardOf(materialOf(said)).price.map(({ topic }) => topic);
  expect(topics(marked("It sat at the back of the shelf.", "at"))).toEqual([]);
  expect(topics(marked("Not for me, overpriced.", "Not"))).toEqual(["overpriced"]);
  expect(topics(marked("The strap costs 40 euro.", "40 euro"))).toEqual(["40 euro"]);
});
