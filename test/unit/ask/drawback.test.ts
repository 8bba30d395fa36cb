import { expect, test } from "vitest";
import { onItsOwnSide } from "../../../lib/ask/drawback";
import { answerFromEvidence } from "../../../lib/ask/interview";
import type { Sentence } from "../../../lib/domain";
import { makeReview, makeSentence } from "../store/records";

function sideOf(body: string, label: Sentence["sentiment"]["label"] = "positive"): string {
  const review = makeReview("a", body);
  const sentence: Sentence = { ...makeSentence(review), sentiment: { label, score: label === "positive" ? 0.6 : 0 } };
  return onItsOwnSide({ ...sentence, start: 0, end: body.length }, new Map([["a", review]])).sentiment.label;
}

test.each([
  "The only drawback is the stiff zip.",
  "My only complaint so far is that the lid drips.",
  "The only thing I dislike is the smell of the lining.",
  "Only con: the cable is short.",
  "The one small downside was how long the drying took.",
  "唯一的缺点是夏天戴着有点闷。",
  "唯一的小缺点就是盖子不好拧。",
  "美中不足的是说明书只有英文。",
  "Единственный минус — короткий шнур.",
  "Единственное, что не понравилось, это запах.",
  "Einziger Nachteil ist der laute Deckel.",
  "Das Einzige, was mich stört, ist das Gewicht.",
  "Seul bémol : la notice est illisible.",
  "La seule chose qui me dérange, c'est le bruit.",
  "El único defecto es la correa.",
  "Lo único malo es que pesa demasiado.",
  "唯一の欠点は重いことです。",
  "唯一残念なのは色が少ないことです。",
  "유일한 단점은 무게입니다.",
  "L'unico difetto è il cavo corto.",
])("%s is no praise", (body) => {
  expect(sideOf(body)).toBe("negative");
  expect(sideOf(body, "neutral")).toBe("negative");
});

test.each([
  "The sound is wonderful and warm, my only complaint is the case.",
  "The only drawback is the case, but everything else is superb.",
  "Der einzige Nachteil ist das Gewicht, aber sonst ein Traum.",
  "音质特别好，做工也很扎实，戴一天都舒服，唯一的缺点是有点重。",
])("%s is on both sides", (body) => {
  expect(sideOf(body)).toBe("mixed");
});

test.each([
  "The only drawback is that I did not buy it sooner.",
  "Einziger Nachteil: dass ich sie nicht früher gekauft habe.",
  "唯一的遗憾是没有早点买。",
  "There are no drawbacks at all.",
  "It is the only kettle that never drips.",
  "Not one problem in three years.",
  "没有缺点。",
  "The only one I would buy again.",
])("%s stays praise", (body) => {
  expect(sideOf(body)).toBe("positive");
});

test("what is read as a complaint already, and a text without end, are left as they are", () => {
  expect(sideOf("The only drawback is the lid.", "mixed")).toBe("mixed");
  const started = performance.now();
  for (const text of ["only ".repeat(20_000), "the only small ".repeat(5_000), "唯一".repeat(30_000)]) sideOf(text);
  expect(performance.now() - started).toBeLessThan(500);
});

test("an announced drawback of a review full of praise is quoted among what is wrong, and never as praise", () => {
  const bodies = ["唯一的小缺点是夏天有点闷耳朵。", "音质很好。", "戴着舒服。"];
  const reviews = bodies.map((body, i) => ({ ...makeReview(`r${i}`, body), rating: 5, ratingScale: 5 }));
  const sentences = reviews.map((review): Sentence => {
    return { ...makeSentence(review), end: review.body.length, sentiment: { label: "positive", score: 0.6 } };
  });
  const persona = { segment: { reviewIds: reviews.map(({ id }) => id) } };
  const material = { reviews, sentences, themes: [], persona, questionVector: new Float32Array(384).fill(0.05) };
  const { claims } = answerFromEvidence({ question: "What do you think in general?", ...material });
  const quoted = (side: string) =>
    claims.filter(({ polarity }) => polarity === side).flatMap(({ quotes }) => quotes.map(({ text }) => text));
  expect(quoted("negative")).toEqual([bodies[0]]);
  expect(quoted("positive").sort()).toEqual(bodies.slice(1).sort());
});
