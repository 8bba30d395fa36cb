import { expect, test } from "vitest";
import { resolveFollowUp } from "../../../lib/ask/follow-up";

const after = (...questions: string[]) => questions.map((question) => ({ question }));

test.each([
  ["why?", "why"],
  ["But why?", "why"],
  ["How come?", "why"],
  ["Почему?", "why"],
  ["为什么？", "why"],
  ["Warum nicht?", "why"],
  ["Pourquoi ?", "why"],
  ["¿Por qué?", "why"],
  ["どうしてですか？", "why"],
  ["Tell me more", "more"],
  ["What else?", "more"],
  ["Erzähl mir mehr davon", "more"],
  ["Расскажите подробнее", "more"],
  ["还有呢？", "more"],
  ["もっと詳しく", "more"],
  ["Quoi d’autre ?", "more"],
  ["Dime más", "more"],
  ["really?", "doubt"],
  ["Правда?", "doubt"],
  ["真的吗？", "doubt"],
  ["Wirklich?", "doubt"],
  ["Vraiment ?", "doubt"],
  ["¿En serio?", "doubt"],
] as const)("%s goes on about what was asked before", (question, kind) => {
  expect(resolveFollowUp(question, after("Is it loud?"))).toMatchObject({ question: "Is it loud?", kind });
});

test.each([
  ["And the lid?", "the lid"],
  ["what about the price?", "the price"],
  ["Und der Deckel?", "der Deckel"],
  ["Was ist mit dem Preis?", "dem Preis"],
  ["Et le couvercle ?", "le couvercle"],
  ["¿Y la tapa?", "la tapa"],
  ["А крышка?", "крышка"],
  ["А что насчёт цены?", "цены"],
  ["价格呢？", "价格"],
] as const)("%s asks for another topic", (question, topic) => {
  expect(resolveFollowUp(question, after("Is it loud?"))).toMatchObject({ question: topic, kind: "topic" });
});

test("why after another topic asks why about that one", () => {
  expect(resolveFollowUp("Why?", after("Is it loud?", "And the lid?"))).toMatchObject({
    question: "the lid",
    kind: "why",
  });
});

test("a follow-up of a follow-up reaches back to words", () => {
  expect(resolveFollowUp("And what else?", after("Is it loud?", "why?", "really?")).question).toBe("Is it loud?");
});

test("what only points back takes the topic along", () => {
  expect(resolveFollowUp("Do you like it?", after("Is the handle hot?")).question).toContain("handle");
});

test.each([
  "Does the handle get hot?",
  "Why did the lid break?",
  "Tell me more about the handle",
  "Почему она такая шумная?",
])("a question with words of its own stands by itself: %s", (question) => {
  expect(resolveFollowUp(question, after("Is it loud?"))).toEqual({ question, said: new Set() });
});

test.each([
  "What do you like about it?",
  "Would you buy it again?",
  "Что вам в этом не нравится?",
  "What would you change about it?",
])("a question about the whole product stands by itself, though it says “it”: %s", (question) => {
  expect(resolveFollowUp(question, after("How do you file your tax return?"))).toEqual({ question, said: new Set() });
});

test.each(["", "   ", "👍", "why?", "and the lid?"])(
  "without anything before, nothing is carried over: %j",
  (question) => {
    expect(resolveFollowUp(question, []).kind).toBeUndefined();
  },
);

test("what was quoted is remembered, so that more is not the same again", () => {
  const quotes = [{ reviewId: "r1", start: 0, end: 5, text: "Loud." }];
  const claim = { say: "one", polarity: "negative", supporters: 1, of: 2, quotes, verified: true } as const;
  const answer = { question: "Is it loud?", covered: true, claims: [claim], supporters: 1, of: 2, manifest: {} };
  const turns = [{ question: "Is it loud?", answer: { ...answer, engine: "evidence" as const } }];
  expect([...resolveFollowUp("What else?", turns).said]).toEqual(["r1:0"]);
});

test("a question of 10,000 characters is cut, and read in no time", () => {
  const long = "and ".repeat(2500);
  const started = performance.now();
  expect(resolveFollowUp(long, after("Is it loud?")).question.length).toBeLessThanOrEqual(500);
  expect(performance.now() - started).toBeLessThan(500);
});
