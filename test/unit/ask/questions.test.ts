import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { indexEvidence } from "../../../lib/ask/evidence-index";
import { guessLanguage } from "../../../lib/ask/language";
import { LONGEST_QUESTION, readQuestion } from "../../../lib/ask/questions";
import { INTERFACE_LANGUAGES, makePhrase } from "../../../lib/locale";
import { kettle } from "./kettle";

const index = indexEvidence(kettle.reviews, kettle.sentences);

test.each([
  ["What do you think of it?", "overall"],
  ["What do you think of this kettle?", "overall"],
  ["Was denkt ihr über diesen Wasserkocher?", "overall"],
  ["Что вы думаете об этом чайнике?", "overall"],
  ["你们觉得这款怎么样?", "overall"],
  ["What do you like most?", "likes"],
  ["Что вам нравится?", "likes"],
  ["你们喜欢什么?", "likes"],
  ["What bothers you?", "dislikes"],
  ["Was stört euch?", "dislikes"],
  ["Что вам не нравится?", "dislikes"],
  ["你们不喜欢什么?", "dislikes"],
  ["What would you improve?", "wishes"],
  ["Что бы вы улучшили?", "wishes"],
  ["有什么需要改进的?", "wishes"],
  ["Would you buy it again?", "loyalty"],
  ["Would you recommend it to a friend?", "loyalty"],
  ["Купили бы вы его снова?", "loyalty"],
  ["会推荐吗?", "loyalty"],
  ["What do you think of the battery?", "topic"],
  ["What do you like about the lid?", "topic"],
  ["Что вам нравится в крышке?", "topic"],
  ["盖子有什么问题?", "topic"],
  ["Is it loud?", "topic"],
  ["Who are you?", "self"],
  ["Hello there!", "self"],
  ["How old are you?", "self"],
  ["你好", "self"],
  ["…?", "nothing"],
])("%s asks for: %s", (question, asked) => {
  expect(readQuestion(question, index).asked).toBe(asked);
});

test.each(INTERFACE_LANGUAGES)("the questions we suggest are understood in %s", (language) => {
  const file = new URL(`../../../public/_locales/${language}/messages.json`, import.meta.url);
  const phrase = makePhrase(JSON.parse(readFileSync(file, "utf8")), language);
  const asked = (key: string) => readQuestion(phrase(key), index).asked;
  expect(asked("ask_suggest_improve")).toBe("wishes");
  expect(asked("ask_suggest_again")).toBe("loyalty");
  expect(asked("ask_suggest_overall")).toBe("overall");
  const topic = phrase("ask_topic", { topic: "lid" });
  for (const key of ["ask_suggest_complaint", "ask_suggest_praise", "ask_suggest_topic"])
    expect(readQuestion(phrase(key, { topic }), index).asked, key).toBe("topic");
});

test("a question about one side leans to it", () => {
  expect(readQuestion("What is wrong with the lid?", index)).toMatchObject({ asked: "topic", leaning: "negative" });
  expect(readQuestion("What do you like about the lid?", index).leaning).toBe("positive");
});

test("the product's own name is no topic", () => {
  expect(readQuestion("What do you think of the Steamer 3000?", index).asked).toBe("topic");
  expect(readQuestion("What do you think of the Steamer 3000?", index, "Steamer 3000 kettle").asked).toBe("overall");
});

test("a document is read at its beginning", () => {
  expect(readQuestion("Is it loud? ".repeat(1000), index).text.length).toBeLessThanOrEqual(LONGEST_QUESTION);
});

test.each([
  ["Is it loud?", "en"],
  ["Ist er laut?", "de"],
  ["Est-ce que c'est bruyant ?", "fr"],
  ["¿Hace ruido por la noche?", "es"],
  ["Он шумит?", "ru"],
  ["声音大吗?", "zh"],
  ["音はうるさいですか?", "ja"],
  ["battery", "en"],
])("the language of %s is %s", (question, language) => {
  expect(guessLanguage(question)).toBe(language);
});
