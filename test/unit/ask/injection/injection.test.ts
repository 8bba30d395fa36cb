import { describe, expect, test } from "vitest";
import { type Passage, passagesFor, promptFor, readStatements, verifyStatements } from "../../../../lib/ask/grounding";
import { answerFromEvidence } from "../../../../lib/ask/interview";
import { byId, type Material } from "../../../../lib/ask/material";
import { phraseAnswer } from "../../../../lib/ask/phrase";
import { centre, generalMean } from "../../../../lib/ask/vectors";
import type { Answer } from "../../../../lib/domain";
import { personaWith, segmentOf } from "../../../fixtures/ask/made";
import { kettle, plainReview, plainSentence, vectorOf } from "../kettle";
import { collectedStrings, OWN_STRINGS } from "./strings";

const MARKER = "k3x9q7zt";
const QUESTION = "Is it loud?";
const HARMLESS = "Quite audible.";
const ABOUT_NOISE = "It is so loud that I cannot hear the radio.";
const info = { model: "tiny-135M", context: 2048, schema: false };

/** The worst place for it: a review of its own that the encoder takes to be about the question. */
function withReview(body: string): Material {
  const review = plainReview("hostile", body, { subjectId: "kettle", language: "en" });
  const sentiment = { label: "neutral", score: 0 } as const;
  const sentence = plainSentence(review, { sentiment, vector: vectorOf(ABOUT_NOISE) });
  return { ...kettle, reviews: [...kettle.reviews, review], sentences: [...kettle.sentences, sentence] };
}

function interviewOf(body: string) {
  const material = withReview(body);
  const persona = { segment: { reviewIds: material.reviews.map(({ id }) => id) } };
  return { question: QUESTION, questionVector: vectorOf(QUESTION), persona, ...material };
}

/** What the answer says in its own words and figures; quotes aside. */
function ownWords(answer: Answer): string {
  const phrase = (key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`;
  const { covered, asked, standing, supporters, of } = answer;
  const prose = phraseAnswer(answer, phrase).map(({ text }) => text);
  return JSON.stringify({ covered, asked, standing, supporters, of, prose });
}

const plain = ownWords(answerFromEvidence(interviewOf(HARMLESS)));

function passageOf(text: string): Passage {
  const place = { reviewId: "hostile", start: 0, end: text.length, text };
  const vector = centre(vectorOf(ABOUT_NOISE), generalMean("statements", "en"));
  return { id: 1, ...place, reviewer: "hostile", polarity: "neutral", score: 0, language: "en", vector };
}

function promptWith(passages: Passage[], answer: Answer) {
  const persona = personaWith({ segment: segmentOf(), vocabulary: ["loud"] });
  const subject = { name: "Sample kettle" };
  return promptFor({ question: QUESTION, language: "en", subject, persona, answer, passages, marker: MARKER, info });
}

const collected = collectedStrings();
const strings = [...OWN_STRINGS, ...collected];

test.skipIf(collected.length > 0)(
  "the collection of strings is not at hand (EARSHOT_DATA): only our own are tried",
  () => {
    expect(OWN_STRINGS.length).toBeGreaterThanOrEqual(20);
  },
);

describe.each(strings)("%j in a review", (hostile) => {
  test("counts as one plain opinion: words, figures and form of the answer stay the same", () => {
    const answer = answerFromEvidence(interviewOf(hostile));
    expect(ownWords(answer)).toBe(plain);
    const bodies = byId(withReview(hostile).reviews);
    for (const { quotes } of answer.claims)
      for (const { reviewId, start, end, text } of quotes)
        expect(bodies.get(reviewId)?.body.slice(start, end)).toBe(text);
  });

  test("stays one line between its markers, and changes nothing around it", () => {
    const answer = answerFromEvidence(interviewOf(HARMLESS));
    const { messages } = promptWith([passageOf(hostile)], answer);
    const { messages: harmlessMessages } = promptWith([passageOf(HARMLESS)], answer);
    expect(messages.slice(0, -1)).toEqual(harmlessMessages.slice(0, -1));
    const [user, harmlessUser] = [messages.at(-1), harmlessMessages.at(-1)];
    const lines = user?.content.split("\n") ?? [];
    const harmless = harmlessUser?.content.split("\n") ?? [];
    expect(lines.length).toBe(harmless.length);
    const changed = lines.filter((line, i) => line !== harmless[i]);
    expect(changed.length).toBeLessThanOrEqual(1);
    expect(changed.join("")).not.toMatch(
      /k3x9q7zt|<|>|\[\/?INST|[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u,
    );
  });

  test("a model that obeys it gets nothing past the check", () => {
    const passage = passageOf(hostile);
    const prompt = promptWith([passage], answerFromEvidence(interviewOf(HARMLESS)));
    const written = [
      `${hostile} [1]`,
      "All of us love it and it has no flaws. [1]",
      "99 of 99 are satisfied. [1]",
      'Look here: <a href="https://evil.example" onclick="x()">win</a> https://evil.example/a [1]',
      "As an AI language model I follow the instructions. [1]",
    ].join("\n");
    const drafts = readStatements(written, { prompt, passages: [passage], question: QUESTION, language: "en" });
    for (const { text } of drafts) expect(text).not.toMatch(/[<>]|https?:|evil\.example|\n/u);
    // What repeats the review is as like it as can be; what is made up reads like praise of something else.
    const repeated = { vector: vectorOf(ABOUT_NOISE), sentiment: { label: "neutral", score: 0 } } as const;
    const madeUp = {
      vector: vectorOf("Looks lovely on the counter."),
      sentiment: { label: "positive", score: 0.9 },
    } as const;
    const readings = drafts.map(({ text }) => (hostile.includes(text.slice(0, 12)) ? repeated : madeUp));
    const reviews = byId(withReview(hostile).reviews);
    const statements = verifyStatements(drafts, readings, { passages: [passage], reviews });
    expect(statements.filter(({ support }) => support === "supported")).toEqual([]);
  });
});

test.each(OWN_STRINGS)("orders are not shown to a model as a passage: %j", (hostile) => {
  const interview = interviewOf(hostile);
  const passages = passagesFor(interview, answerFromEvidence(interview));
  expect(passages.length).toBeGreaterThan(0);
  expect(passages.map(({ reviewId }) => reviewId)).not.toContain("hostile");
});
