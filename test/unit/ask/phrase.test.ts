import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answerFromEvidence } from "../../../lib/ask/interview";
import { personaCard } from "../../../lib/ask/persona/phrase";
import { phraseAnswer, segmentName } from "../../../lib/ask/phrase";
import { findSegments } from "../../../lib/ask/segments";
import { suggestQuestions } from "../../../lib/ask/suggest";
import type { Answer, SegmentBasis } from "../../../lib/domain";
import { INTERFACE_LANGUAGES, makePhrase, type Phrase } from "../../../lib/locale";
import { segmentOf } from "../../fixtures/ask/made";
import { kettle, personaOf, vectorOf } from "./kettle";

const catalogueOf = (language: string) =>
  JSON.parse(readFileSync(new URL(`../../../public/_locales/${language}/messages.json`, import.meta.url), "utf8"));
const phraseIn = (language: string) => makePhrase(catalogueOf(language), language);
const en = phraseIn("en");

const answer = (fields: Partial<Answer>): Answer => ({
  question: "?",
  covered: true,
  asked: "topic",
  claims: [
    { say: "some", polarity: "negative", supporters: 12, of: 31, verified: true, quotes: [] },
    { say: "otherSide", polarity: "positive", supporters: 1, of: 31, verified: true, quotes: [] },
  ],
  standing: { positive: 1, negative: 12, neutral: 6 },
  supporters: 19,
  of: 31,
  engine: "evidence",
  manifest: {},
  ...fields,
});
const textOf = (fields: Partial<Answer>, phrase: Phrase = en) =>
  phraseAnswer(answer(fields), phrase).map((paragraph) => paragraph.text);

test("an answer reads as a person's prose, with how many say it", () => {
  expect(textOf({})).toEqual([
    "19 of the 31 of us talk about that, and for most it is a complaint.",
    "Not everyone agrees: one of us is happy with it.",
  ]);
});

test.each([
  [
    { supporters: 31, standing: { positive: 25, negative: 3, neutral: 3 } },
    "All 31 of us talk about that, and most are happy with it.",
  ],
  [
    { supporters: 1, standing: { positive: 0, negative: 1, neutral: 0 } },
    "Only one of the 31 of us talks about that, and it is a complaint.",
  ],
  [
    { of: 1, supporters: 1, standing: { positive: 1, negative: 0, neutral: 0 } },
    "The one reviewer here talks about that, and it is praise.",
  ],
  [{ covered: false, claims: [] }, "None of the 31 of us talks about that. Anything I said would be a guess."],
  [{ covered: false, claims: [], elsewhere: 4 }, "We do not talk about that, but 4 other reviewers do."],
])("the opening fits the numbers: %j", (fields, expected) => {
  expect(textOf(fields)[0]).toBe(expected);
});

test.each([
  [1, "говорит только 1 из 31"],
  [2, "говорят 2 из 31"],
  [5, "говорят 5 из 31"],
])("Russian agrees with the number: %d", (supporters, expected) => {
  expect(textOf({ supporters }, phraseIn("ru"))[0]).toContain(expected);
});

test.each(INTERFACE_LANGUAGES)(
  "every kind of answer is phrased in %s, without a missing key or an unfilled hole",
  (language) => {
    const phrase = phraseIn(language);
    const questions = [
      "Is it loud?",
      "What do you think of this kettle?",
      "What do you like about it?",
      "What would you improve?",
      "Would you buy it again?",
      "hello",
      "How long does the battery last?",
    ];
    const persona = personaOf();
    const texts = questions.flatMap((question) => {
      const reply = answerFromEvidence({ question, questionVector: vectorOf(question), persona, ...kettle });
      return phraseAnswer(reply, phrase).map(({ text }) => text);
    });
    const card = personaCard(persona, phrase);
    const lines = card.parts.flatMap((part) => [part.title, ...part.lines.map(({ text }) => text)]);
    const names = findSegments({ subjectId: "kettle", ...kettle }).map((segment) => segmentName(segment, phrase));
    for (const text of [...texts, card.name, card.size, ...lines, ...names, ...suggestQuestions(persona, phrase)])
      expect(text).not.toMatch(/ask_|[{}]|undefined|^\s*$/);
  },
);

test.each<SegmentBasis>([
  { kind: "theme", themeId: "t", topic: "lid", polarity: "negative" },
  { kind: "theme", themeId: "t", topic: "lid", polarity: "mixed" },
  { kind: "situation", topic: "for my daughter" },
  { kind: "satisfied" },
  { kind: "dissatisfied" },
  { kind: "reserved" },
  { kind: "detailed" },
  { kind: "language", language: "zh" },
  { kind: "language", language: "xx" },
])("a group has a name: %j", (basis) => {
  const segment = segmentOf({ basis });
  for (const language of INTERFACE_LANGUAGES) expect(segmentName(segment, phraseIn(language))).not.toMatch(/ask_|[{}]/);
});

test("suggested questions name what they talk about and can be answered", () => {
  const persona = personaOf();
  const questions = suggestQuestions(persona, en);
  expect(questions.length).toBeGreaterThanOrEqual(3);
  expect(questions.length).toBeLessThanOrEqual(4);
  expect(questions[0]).toContain(persona.dislikes[0]?.topic);
});
