import { expect, test } from "vitest";
import { bestShown, borneOut, judgedBy, showsTopic, stancesOf, type Topic } from "../../../lib/ask/topics";
import type { AspectMention, Sentence } from "../../../lib/domain";
import { makeReview, makeSentence } from "../store/records";

const topic: Topic = {
  key: "t",
  label: "Noise cancelling",
  name: new Set(["nois", "cancel"]),
  stems: new Set(["nois", "cancel", "colour"]),
  language: "en",
  stances: [],
};

const positive = { label: "positive", score: 0.8 } as const;
const negative = { label: "negative", score: -0.8 } as const;

function aspect(term: string, sentiment: AspectMention["sentiment"]): AspectMention {
  return { start: 0, end: term.length, term, sentiment };
}

function said(body: string, about: Partial<Sentence>): Sentence {
  return { ...makeSentence(makeReview("a", body)), ...about };
}

function shown(body: string): number {
  const review = makeReview("a", body);
  return showsTopic(topic, makeSentence(review), new Map([["a", review]]));
}

test("a sentence that says the topic's name shows it best, one with a word beside it less, any other least", () => {
  const named = shown("The noise cancelling swallows the wheels.");
  const beside = shown("Very nice colour, softer than on the picture.");
  const neither = shown("For wireless at this price I have nothing to complain about.");
  expect(named).toBe(1);
  expect(beside).toBeLessThan(named);
  expect(neither).toBeLessThan(beside);
});

test("in another language than the topic's, likeness is worth more than in its own, where its name could have been said", () => {
  const review = makeReview("a", "开了降噪以后世界都安静了。");
  const chinese = { ...makeSentence(review), language: "zh" };
  const alike = showsTopic(topic, chinese, new Map([["a", review]]));
  expect(alike).toBeGreaterThan(shown("It swallows the wheels."));
  expect(alike).toBeLessThan(shown("The noise is gone."));
});

test("a sentence whose things are judged otherwise than the whole is on no side", () => {
  const drawback = said("唯一的小缺点是夏天有点闷耳朵。", { sentiment: positive, aspects: [aspect("耳朵", negative)] });
  expect(judgedBy(topic, drawback).sentiment.label).toBe("neutral");
  const praised = said("The noise cancelling is superb.", {
    sentiment: positive,
    aspects: [aspect("noise", positive)],
  });
  expect(judgedBy(topic, praised)).toBe(praised);
});

test("a reading in doubt and a wish are no praise", () => {
  const doubtful = said("The app still looks like homework.", { sentiment: { label: "positive", score: 0.35 } });
  expect(judgedBy(topic, doubtful).sentiment.label).toBe("neutral");
  const wish = said("Would be perfect if the noise were gone.", {
    sentiment: positive,
    intents: [{ intent: "request", confidence: 0.9 }],
  });
  expect(judgedBy(topic, wish).sentiment.label).toBe("neutral");
});

test("a sentence with two sides is on the one that the topic's own thing is judged by", () => {
  const aspects = [aspect("noise cancelling", positive), aspect("app", negative)];
  const both = said("Noise cancelling is great, the app is not.", { sentiment: { label: "mixed", score: 0 }, aspects });
  expect(judgedBy(topic, both).sentiment.label).toBe("positive");
});

test("only what shows a topic counts for it, and all of it where nothing does", () => {
  const texts = ["The noise cancelling is superb.", "Very nice colour.", "It simply works!"];
  const reviews = new Map(texts.map((text, i) => [`${i}`, makeReview(`${i}`, text)]));
  const sentences = [...reviews.values()].map((review) => ({ ...makeSentence(review), sentiment: positive }));
  const whole = { ...topic, stances: stancesOf(sentences, reviews) };
  expect(borneOut(whole, reviews).stances).toHaveLength(2);
  const unnamed = { ...topic, stances: stancesOf(sentences.slice(2), reviews) };
  expect(borneOut(unnamed, reviews).stances).toHaveLength(1);
});

test("topics that are named come first, and alone when there are enough of them", () => {
  const texts = ["Noise is gone.", "The noise cancelling is superb.", "Very nice colour."];
  const reviews = new Map(texts.map((text, i) => [`${i}`, makeReview(`${i}`, text)]));
  const items = [...reviews.values()].map((review) => makeSentence(review)).reverse();
  const told = (list: Sentence[]) =>
    bestShown(
      list,
      () => topic,
      (one) => [one],
      reviews,
    ).map(({ reviewId }) => reviewId);
  expect(told(items)).toEqual(["1", "0"]);
  expect(told(items.slice(0, 2))).toEqual(["1", "2"]);
});
