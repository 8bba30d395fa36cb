import { expect, test } from "vitest";
import { gatherCrowd } from "../../../../lib/ask/segments/crowd";
import { findSituations } from "../../../../lib/ask/segments/situations";
import { plainReview, plainSentence } from "../kettle";

function keysIn(body: string, language = "en"): string[] {
  const review = plainReview("p", body, { language });
  const sentence = plainSentence(review, { language });
  return findSituations(gatherCrowd({ reviews: [review], sentences: [sentence], themes: [] })).map(({ key }) => key);
}

test.each([
  ["I got this for my two year old daughter.", "daughter"],
  ["Куплено для дочки на день рождения", "daughter"],
  ["给女儿买的", "daughter"],
  ["Für meine Tochter gekauft", "daughter", "de"],
  ["娘に買いました", "daughter"],
  ["Perfect for my kids", "children"],
  ["Great on my commute", "commute"],
  ["上下班路上听", "commute"],
  ["Для дома в самый раз", "home"],
  ["I wear it to work all the time", "work"],
  ["Bought as a birthday gift", "gift"],
  ["戴眼镜也能用", "glasses"],
  ["I use it for running", "sport"],
  ["We took it on our trip to Spain", "travel"],
  ["Pour ma cuisine c'est parfait", "open:cuisin", "fr"],
  ["Pour ma fille, merci", "daughter", "it"],
  ["It is perfect for my greenhouse.", "open:greenh"],
])("%s", (body, key, language = "en") => {
  expect(keysIn(body, language)).toContain(key);
});

test.each([
  "Could not get it to work.",
  "Too sweet for my taste.",
  "Good value for my money, does the work well.",
  "It runs small for my size.",
  "Works great.",
  "Отлично работает",
  "声音很大",
])("no situation is read into: %s", (body) => {
  expect(keysIn(body)).toEqual([]);
});

function namesOf(...bodies: [body: string, language: string][]): string[] {
  const reviews = bodies.map(([body, language], i) => plainReview(`p${i}`, body, { language }));
  const sentences = reviews.map((review) => plainSentence(review, { language: review.language }));
  return findSituations(gatherCrowd({ reviews, sentences, themes: [] })).map(({ topic }) => topic);
}

test("a situation is named by the wording most reviewers use", () => {
  const names = namesOf(
    ["a gift for my daughter", "en"],
    ["for my daughter", "en"],
    ["nice for our daughter", "en"],
    ["for my daughter too", "en"],
  );
  expect(names[0]).toBe("for my daughter");
});

test("it is named in the main language of the subject, where one of them writes it", () => {
  const others: [string, string][] = [
    ["Works.", "en"],
    ["Fine.", "en"],
    ["Good sound.", "en"],
  ];
  expect(namesOf(...others, ["给女儿", "zh"], ["给女儿买的", "zh"], ["Bought for my older daughter", "en"])).toEqual([
    "for my older daughter",
  ]);
  expect(namesOf(...others, ["给女儿", "zh"], ["给女儿买的", "zh"], ["娘に", "ja"])).toEqual(["给女儿"]);
});
