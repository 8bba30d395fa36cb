import { expect, test } from "vitest";
import { searchByMeaning } from "../../../lib/ask/retrieve";
import { coverage } from "../../../lib/ask/scores";
import { kettle, vectorOf } from "./kettle";

const search = (question: string) =>
  searchByMeaning({ queryVector: vectorOf(question), queryText: question, ...kettle });

test.each(["Is it loud?", "Ist er laut?", "Громко ли он шумит?", "声音大吗?"])(
  "a question finds what reviewers of every language say about it: %s",
  (question) => {
    const best = search(question).slice(0, 9);
    const noise = best.filter(({ sentence }) => sentence.themeId === "noise");
    expect(noise.length).toBeGreaterThanOrEqual(6);
    expect(new Set(noise.map(({ entry }) => entry.language)).size).toBeGreaterThanOrEqual(3);
  },
);

test("scores are between 0 and 1 and fall", () => {
  const scores = search("Is it loud?").map((match) => match.score);
  expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test.each(["Is it loud?", "Does the lid cause trouble?", "How quickly does it boil?", "Does the handle get hot?"])(
  "what is talked about is covered: %s",
  (question) => {
    expect(coverage(search(question))).toBeGreaterThan(0.5);
  },
);

test("spam and instructions are never found", () => {
  expect(search("How long does the battery last?").filter(({ sentence }) => sentence.reviewId.startsWith("x"))).toEqual(
    [],
  );
});

test("nothing to search gives nothing", () => {
  const empty = searchByMeaning({
    queryVector: vectorOf("Is it loud?"),
    queryText: "Is it loud?",
    reviews: [],
    sentences: [],
  });
  expect(empty).toEqual([]);
  expect(coverage(empty)).toBe(0);
});
