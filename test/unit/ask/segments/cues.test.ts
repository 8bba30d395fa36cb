import { expect, test } from "vitest";
import { gatherCrowd } from "../../../../lib/ask/segments/crowd";
import { findExperience } from "../../../../lib/ask/segments/experience";
import { findNeeds } from "../../../../lib/ask/segments/needs";
import { findPlaces, placeKey } from "../../../../lib/ask/segments/places";
import { plainReview, plainSentence } from "../kettle";

function crowdOf(...bodies: [body: string, language: string][]) {
  const reviews = bodies.map(([body, language], i) => plainReview(`p${i}`, body, { language }));
  const sentences = reviews.map((review) => plainSentence(review, { language: review.language }));
  return gatherCrowd({ reviews, sentences, themes: [] });
}

test.each([
  ["This is my first espresso machine.", "en", "new"],
  ["I have used it for two years now.", "en", "long"],
  ["We've had ours for about six months.", "en", "long"],
  ["As a professional chef I know knives.", "en", "expert"],
  ["I switched from a Bosch.", "en", "switched"],
  ["Das ist mein erster Akkuschrauber.", "de", "new"],
  ["Ich benutze ihn seit drei Jahren.", "de", "long"],
  ["Bin von einem Dyson umgestiegen.", "de", "switched"],
  ["C'est mon premier robot.", "fr", "new"],
  ["Je l'utilise depuis deux ans.", "fr", "long"],
  ["Es mi primera cafetera.", "es", "new"],
  ["La uso desde hace tres años.", "es", "long"],
  ["Это мой первый робот-пылесос.", "ru", "new"],
  ["Пользуюсь уже два года.", "ru", "long"],
  ["第一次买这种锅。", "zh", "new"],
  ["用了两年了还很好", "zh", "long"],
  ["初めて購入しました。", "ja", "new"],
  ["使い始めて3年になります。", "ja", "long"],
])("experience is read from: %s", (body, language, level) => {
  expect(findExperience(crowdOf([body, language])).map((group) => group.level)).toContain(level);
});

test.each([
  ["My first impression was good.", "en"],
  ["It has a warranty of two years.", "en"],
  ["My son is five years old.", "en"],
  ["Bought two weeks ago.", "en"],
  ["The switch came off.", "en"],
  ["Zwei Jahre Garantie.", "de"],
  ["Garantie de deux ans.", "fr"],
  ["Гарантия два года.", "ru"],
  ["保修两年", "zh"],
])("no experience is read into: %s", (body, language) => {
  expect(findExperience(crowdOf([body, language]))).toEqual([]);
});

test("a need that two people share is a group, named in their words", () => {
  const crowd = crowdOf(
    ["Great for my back pain.", "en"],
    ["It helps with back pain.", "en"],
    ["I wanted something lightweight.", "en"],
    ["I was looking for something lightweight and quiet.", "en"],
    ["I needed a refund.", "en"],
    ["We needed a refund too.", "en"],
  );
  expect(findNeeds(crowd).map(({ topic, reviewIds }) => [topic, reviewIds])).toEqual([
    ["lightweight", ["p2", "p3"]],
    ["back pain", ["p0", "p1"]],
  ]);
});

test("a country is one place in every language, a town is a place of its own, and nothing is guessed", () => {
  const places = ["Berlin, Germany", "Deutschland", "Германия", undefined, " , "];
  const reviews = places.map((location, i) => plainReview(`p${i}`, "Fine", location === undefined ? {} : { location }));
  const found = findPlaces(gatherCrowd({ reviews, sentences: [], themes: [] }));
  expect(found.map(({ key, reviewIds }) => [key, reviewIds])).toEqual([
    ["DE", ["p0", "p1", "p2"]],
    ["berlin", ["p0"]],
  ]);
  expect(placeKey("USA")).toBe(placeKey("United States"));
});
