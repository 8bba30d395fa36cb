import { expect, test } from "vitest";
import { showsTopic, type Topic } from "../../../lib/ask/topics";
import { makeReview, makeSentence } from "../store/records";

const topic: Topic = { key: "t", label: "Noise cancelling", stems: new Set(["nois", "noise", "colour"]), stances: [] };

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
