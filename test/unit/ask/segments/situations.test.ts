import { expect, test } from "vitest";
import { findSituations } from "../../../../lib/ask/segments/situations";
import { plainReview, plainSentence } from "../kettle";

function keysIn(body: string): string[] {
  const review = plainReview("p", body);
  return findSituations([review], [plainSentence(review)]).map(({ key }) => key);
}

test.each([
  ["I got this for my two year old daughter.", "daughter"],
  ["Куплено для дочки на день рождения", "daughter"],
  ["给女儿买的", "daughter"],
  ["Für meine Tochter gekauft", "daughter"],
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
  ["Pour ma cuisine c'est parfait", "open:cuisin"],
  ["It is perfect for my greenhouse.", "open:greenh"],
])("%s", (body, key) => {
  expect(keysIn(body)).toContain(key);
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

test("a situation is named by the wording most reviewers use", () => {
  const bodies = ["a gift for my daughter", "for my daughter", "nice for our daughter", "for my daughter too"];
  const reviews = bodies.map((body, i) => plainReview(`p${i}`, body));
  const [first] = findSituations(
    reviews,
    reviews.map((review) => plainSentence(review)),
  );
  expect(first).toMatchObject({ key: "daughter", topic: "for my daughter", reviewIds: ["p0", "p1", "p2", "p3"] });
});
