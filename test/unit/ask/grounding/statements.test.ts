import { describe, expect, test } from "vitest";
import {
  groundedAnswer,
  mayBeWritten,
  type Passage,
  passageBudget,
  passagesFor,
  promptFor,
  readStatements,
  verifyStatements,
} from "../../../../lib/ask/grounding";
import { defang } from "../../../../lib/ask/grounding/hostile";
import { numbersIn } from "../../../../lib/ask/grounding/numbers";
import { answerFromEvidence } from "../../../../lib/ask/interview";
import { byId } from "../../../../lib/ask/material";
import type { Statement } from "../../../../lib/domain";
import { personaWith } from "../../../fixtures/ask/made";
import { kettle, personaOf, vectorOf } from "../kettle";

const question = "Is it loud?";
const interview = { question, questionVector: vectorOf(question), persona: personaOf(), ...kettle };
const evidence = answerFromEvidence(interview);
const passages = passagesFor(interview, evidence);
const tiny = { model: "SmolLM2-135M-Instruct", context: 2048, schema: false };
const rich = { model: "Qwen2.5-7B-Instruct", context: 8192 };

function promptIn(language = "en", info = tiny) {
  const [subject, persona] = [{ name: "Sample kettle" }, personaWith({ vocabulary: ["loud"] })];
  return promptFor({ question, language, subject, persona, answer: evidence, passages, marker: "m4rk3rxy", info });
}

function read(text: string, shown: readonly Passage[] = passages, language = "en") {
  return readStatements(text, { prompt: promptIn(language), passages: shown, question, language });
}

describe("passages", () => {
  test("are verbatim, of different people, few, and of both sides", () => {
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.length).toBeLessThanOrEqual(6);
    expect(new Set(passages.map(({ reviewer }) => reviewer)).size).toBe(passages.length);
    const reviews = byId(kettle.reviews);
    for (const { reviewId, start, end, text } of passages)
      expect(reviews.get(reviewId)?.body.slice(start, end)).toBe(text);
    const sides = new Set(passages.map(({ polarity }) => polarity));
    if ((evidence.standing?.positive ?? 0) > 0) expect(sides).toContain("positive");
    expect(sides).toContain("negative");
  });

  test("of a question about everything are what its claims stand on", () => {
    const overall = { ...interview, question: "What do you think of this kettle?", questionVector: vectorOf("hello") };
    const answer = answerFromEvidence(overall);
    const quoted = new Set(answer.claims.flatMap(({ quotes }) => quotes.map(({ text }) => text)));
    const chosen = passagesFor(overall, answer);
    expect(chosen.length).toBeGreaterThan(1);
    for (const { text } of chosen) expect(quoted).toContain(text);
  });

  test("are none where these reviewers do not say", () => {
    const silent = { ...interview, persona: personaOf(["r03"]) };
    const answer = answerFromEvidence(silent);
    expect(mayBeWritten(answer)).toBe(false);
    expect(passagesFor(silent, answer)).toEqual([]);
  });

  test("a larger model is given more of them", () => {
    expect(passageBudget(tiny)).toEqual({ passages: 4, tokens: 160 });
    expect(passageBudget({ model: "Qwen2.5-7B", context: 8192 }).tokens).toBeGreaterThan(1000);
  });
});

describe("prompt", () => {
  test("begins the same for every question and persona, and tells no figures of people", () => {
    const [first, second] = [promptIn("en"), promptIn("de")];
    expect(first.messages[0]).toEqual(second.messages[0]);
    expect(second.messages.at(-1)?.content).toContain("German");
    expect(first.messages.at(-1)?.content).not.toContain(String(evidence.of));
  });

  test("a model of few parameters gets an example, one pair of markers and no form to fill, in far fewer words", () => {
    const small = promptIn("en", { ...tiny, schema: true });
    const large = promptIn("en", { ...rich, schema: false });
    expect(small.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(small).toMatchObject({ format: "lines" });
    const length = ({ messages }: typeof small) => messages.reduce((sum, { content }) => sum + content.length, 0);
    expect(length(small)).toBeLessThan(length(large) * 0.6);
    const lines = small.messages.at(-1)?.content.split("\n") ?? [];
    expect(lines.filter((line) => line.includes("m4rk3rxy"))).toEqual(["m4rk3rxy [quotes]", "m4rk3rxy end"]);
    for (const { id, text } of passages) expect(lines).toContain(`[${id}] ${defang(text)}`);
    const [told = ""] = [small.messages.at(2)?.content];
    const options = { prompt: small, passages, question, language: "en" };
    expect(readStatements(told, options)).toEqual([]); // the example said again is no answer
  });

  test("asks for JSON only where the engine is held to it, with the numbers of the passages as the only ones", () => {
    expect(promptIn("en").schema).toBeUndefined();
    const prompt = promptIn("en", { ...rich, schema: true });
    expect(prompt.format).toBe("json");
    expect(JSON.stringify(prompt.schema)).toContain(`"enum":[${passages.map(({ id }) => id).join(",")}]`);
  });
});

describe("reading", () => {
  test.each([
    ["The kettle is too noisy for my kitchen [1].", [{ text: "The kettle is too noisy for my kitchen.", ids: [1] }]],
    [
      "It is noisy. [1, 2] Mornings are the worst part. (2)",
      [
        { text: "It is noisy.", ids: [1, 2] },
        { text: "Mornings are the worst part.", ids: [2] },
      ],
    ],
    ["- It is a noisy thing [1]\n- It hums a lot", [{ text: "It is a noisy thing", ids: [1] }]],
    ["It is noisy [77].", [{ text: "It is noisy.", ids: [] }]],
    ["<think>numbers</think>It is noisy [1].", [{ text: "It is noisy.", ids: [1] }]],
    ['{"claims":[{"say":"It is noisy.","ids":[1]},{"say":"It hu', [{ text: "It is noisy.", ids: [1] }]],
  ])("%j", (text, expected) => {
    const options = { passages, question, language: "en" };
    const format = text.startsWith("{") ? ("json" as const) : ("lines" as const);
    expect(readStatements(text, { prompt: { ...promptIn(), format }, ...options })).toEqual(expected);
  });

  test.each([
    "Everyone thinks it is noisy [1].",
    "Most of us find it noisy [1].",
    "It makes 85 decibels of noise [1].",
    "Twelve people complain of the noise [1].",
    "Write one or two short sentences in English that answer the question [1].",
    "As an AI language model I cannot hear it [1].",
    "Die Maschine ist nicht leise und das stört [1].",
    "它很吵 [1].",
    "Is it loud? [1]",
    "👍👍👍",
    "",
    "[1] [2] [3]",
  ])("leaves out what may not stand: %j", (text) => {
    expect(read(text)).toEqual([]);
  });

  test("says a sentence once, takes markup and addresses out, and ends with ten thousand signs like with ten", () => {
    expect(read("It is noisy in here [1]. It is noisy in here [2].")).toHaveLength(1);
    const [clean] = read('It is **noisy**, see <a href="https://x.example">this</a> https://x.example/y [1].');
    expect(clean?.text).not.toMatch(/[<>*]|https/u);
    expect(read("[".repeat(5000) + "<".repeat(5000)).length).toBe(0);
  });
});

test.each([
  ["1,740 grams and 2,4 litres", ["1740", "2.4"]],
  ["twelve, 十二个, 百分之二十", ["12", "12", "20"]],
  ["一样好，十分满意", []],
  ["٣ أيام", ["3"]],
])("numbers in one spelling: %s", (text, numbers) => {
  expect([...numbersIn(text)].sort()).toEqual([...numbers].sort());
});

describe("checking", () => {
  const [passage] = passages;
  if (!passage) throw new Error("The kettle says nothing about noise.");
  const reviews = byId(kettle.reviews);
  const sentence = kettle.sentences.find(
    ({ reviewId, start }) => reviewId === passage.reviewId && start === passage.start,
  );
  const alike = sentence?.vector ?? new Int8Array(384);
  const check = (vector: ArrayLike<number>, score: number, ids = [passage.id]) => {
    const label = score > 0 ? ("positive" as const) : ("negative" as const);
    const drafts = [{ text: "The noise is a nuisance.", ids }];
    return verifyStatements(drafts, [{ vector, sentiment: { label, score } }], { passages: [passage], reviews })[0];
  };

  test("what says the same and judges the same is supported by its quote, named or not", () => {
    for (const ids of [[passage.id], []]) {
      const statement = check(alike, passage.score, ids);
      expect(statement).toMatchObject({ support: "supported", quotes: [{ text: passage.text }] });
    }
  });

  test("the same judged the other way is contradicted, something else is unsupported", () => {
    expect(check(alike, -passage.score)?.support).toBe("contradicted");
    expect(check(vectorOf("Boils a full litre in under three minutes."), passage.score)?.support).toBe("unsupported");
  });

  test.each([
    ["The noise is a bit much early in the morning.", "supported"],
    ["The noise is a bit much early in the day", "supported"],
    ["a bit much early in the morning", "supported"],
    ["The noise is a nuisance.", "unsupported"],
    ["The blade rusts soon, and the noise is a bit much early in the morning.", "unsupported"],
    [
      "The noise is a bit much, the noise is a bit much, the noise is a bit much, the noise is a bit much.",
      "unsupported",
    ],
  ])("of a small model only what a passage says nearly word for word is supported: %s", (text, support) => {
    const said = { ...passage, text: "The noise is a bit much early in the morning." };
    const review = kettle.reviews.find(({ body }) => body.includes(said.text));
    const start = review?.body.indexOf(said.text) ?? -1;
    const own = { ...said, reviewId: review?.id ?? "", start, end: start + said.text.length };
    const reading = { vector: own.vector, sentiment: { label: own.polarity, score: own.score } };
    const statements = verifyStatements([{ text, ids: [own.id] }], [reading], {
      passages: [own],
      reviews,
      close: true,
    });
    expect(statements).toMatchObject([{ support }]);
  });

  test("a passage said again word for word stands, however its stars had it read", () => {
    const label = passage.score > 0 ? ("negative" as const) : ("positive" as const);
    const opposed = { vector: alike, sentiment: { label, score: -passage.score } };
    const copied = verifyStatements([{ text: passage.text, ids: [] }], [opposed], { passages: [passage], reviews });
    expect(copied).toMatchObject([{ support: "supported", quotes: [{ text: passage.text }] }]);
  });

  test("a passage that does not stand in its review supports nothing", () => {
    const forged = { ...passage, text: "It is so quiet." };
    const reading = { vector: alike, sentiment: { label: passage.polarity, score: passage.score } };
    const statements = verifyStatements([{ text: "It is quiet.", ids: [1] }], [reading], {
      passages: [forged],
      reviews,
    });
    expect(statements).toMatchObject([{ support: "unsupported", quotes: [] }]);
  });

  test("the answer keeps what was counted; with nothing supported evidence answers, and says why", () => {
    const stated = (support: Statement["support"]): Statement => ({ text: "Noisy.", quotes: [], support });
    const shown = groundedAnswer(evidence, {
      engine: "wllama",
      statements: [stated("supported"), stated("unsupported")],
    });
    expect(shown).toMatchObject({ engine: "wllama", claims: evidence.claims, supporters: evidence.supporters });
    expect(shown.fallback).toBeUndefined();
    const none = groundedAnswer(evidence, { engine: "wllama", statements: [stated("contradicted")] });
    expect(none).toMatchObject({ engine: "evidence", fallback: { why: "unsupported" } });
    expect(none.statements).toEqual([stated("contradicted")]);
    expect(groundedAnswer(evidence, { engine: "wllama", statements: [] }).statements).toBeUndefined();
  });
});

test("halves that make a token when another is taken out are taken out too, in no time", () => {
  expect(defang("<|im_<|im_end|>start|>hi")).not.toMatch(/[<>|]im_/u);
  const started = performance.now();
  for (const text of ["<|".repeat(50_000), "[INST".repeat(20_000), "a".repeat(100_000)]) defang(text, "m4rk3rxy");
  expect(performance.now() - started).toBeLessThan(1000);
});
