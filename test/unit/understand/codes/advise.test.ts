import { describe, expect, it } from "vitest";
import { adviseOnCode } from "../../../../lib/understand/codes/advise";
import { type Lesson, learnCode } from "../../../../lib/understand/codes/learn";
import { codeSpace, placeIn } from "../../../../lib/understand/codes/space";
import { exampleOf, type MadeSentence, madeSentences, WIDTH } from "./made-sentences";

const sentences = madeSentences(600);
const space = codeSpace(sentences);
const about = (topic: number) => sentences.filter((sentence) => sentence.topic === topic);
const topicOf = (id: string) => sentences.find((sentence) => sentence.id === id)?.topic;
const advise = (yes: readonly MadeSentence[], no: readonly MadeSentence[] = []) =>
  adviseOnCode({
    space,
    places: sentences,
    examples: [...yes.map((one) => exampleOf(one, true)), ...no.map((one) => exampleOf(one, false))],
  });

describe("advice on a code", () => {
  it("finds the sentences about what eight examples are about, surest first, in both languages", () => {
    const { suggestions } = advise(about(2).slice(0, 8));
    const first = suggestions.slice(0, 60);
    expect(first.filter(({ sentenceId }) => topicOf(sentenceId) === 2).length).toBeGreaterThan(54);
    const languages = first.map(({ reviewId }) => sentences.find((one) => one.reviewId === reviewId)?.language);
    expect(languages.filter((language) => language === "de").length).toBeGreaterThan(10);
    const confidences = suggestions.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    for (const confidence of confidences) expect(confidence > 0 && confidence < 1).toBe(true);
  });

  it("says the same twice", () => {
    expect(advise(about(1).slice(0, 5))).toEqual(advise(about(1).slice(0, 5)));
  });

  it("neither suggests nor asks what was judged, also when its sentence was cut anew", () => {
    const [judged, refused] = [about(2)[0] as MadeSentence, about(2)[1] as MadeSentence];
    const moved = { ...exampleOf(judged, true), start: 5, end: 40 };
    const examples = [
      moved,
      exampleOf(refused, false),
      ...about(2)
        .slice(2, 8)
        .map((one) => exampleOf(one, true)),
    ];
    const { suggestions, ask } = adviseOnCode({ space, places: sentences, examples });
    const seen = [...suggestions, ...ask].map(({ reviewId }) => reviewId);
    expect(seen.length).toBeGreaterThan(20);
    for (const { reviewId } of examples) expect(seen).not.toContain(reviewId);
  });

  it("learns from a no: what is like it scores lower", () => {
    const lessons = (of: readonly MadeSentence[], yes: boolean) =>
      of.map((one): Lesson => ({ row: placeIn(space, one), yes, weight: 1, judged: true }));
    const mean = (scores: Float32Array, topic: number) => {
      const own = [...scores].filter((_, i) => sentences[i]?.topic === topic);
      return own.reduce((a, b) => a + b, 0) / own.length;
    };
    // what was taken for one topic is two
    const yes = [...lessons(about(2).slice(0, 6), true), ...lessons(about(4).slice(0, 2), true)];
    const before = learnCode(space, yes).scores;
    const after = learnCode(space, [...yes, ...lessons(about(4).slice(2, 8), false)]).scores;
    expect(mean(after, 4)).toBeLessThan(mean(before, 4) - 0.2);
    expect(mean(after, 2)).toBeGreaterThan(mean(after, 4) + 1);
  });

  it("takes a description for a start", () => {
    const description = about(3)[0] as MadeSentence;
    const { suggestions, ask, measured } = adviseOnCode({ space, places: sentences, examples: [], description });
    const best = [...suggestions, ...ask].slice(0, 8);
    expect(best.filter(({ reviewId }) => topicOf(`${reviewId}:0`) === 3).length).toBeGreaterThan(5);
    expect(measured).toBeUndefined();
  });

  it("measures itself on its own examples, each left out in turn", () => {
    const { measured } = advise(about(2).slice(0, 8), about(5).slice(0, 4));
    expect(measured?.of).toBe(12);
    expect(measured?.accuracy).toBeGreaterThan(0.8);
    expect(advise(about(2).slice(0, 3)).measured).toBeUndefined();
    // a sample of everything is no code: it cannot be right about examples it has not seen
    expect(advise(sentences.slice(0, 6)).measured?.accuracy).toBeLessThan(0.7);
  });

  it("asks about different things it is unsure of", () => {
    const twice = [
      ...sentences,
      ...sentences.map((one) => ({ ...one, id: `again-${one.id}`, reviewId: `again-${one.reviewId}` })),
    ];
    const examples = about(2)
      .slice(0, 5)
      .map((one) => exampleOf(one, true));
    const { ask } = adviseOnCode({ space: codeSpace(twice), places: twice, examples });
    const words = ask.map(({ reviewId }) => reviewId.replace("again-", ""));
    expect(words.length).toBeGreaterThan(4);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe("advice with little to go by", () => {
  it("suggests nothing without an example that belongs", () => {
    expect(advise([])).toEqual({ suggestions: [], ask: [] });
    expect(advise([], about(1).slice(0, 3))).toEqual({ suggestions: [], ask: [] });
  });

  it("stands no sentences at all, and one", () => {
    const example = exampleOf(sentences[0] as MadeSentence, true);
    expect(adviseOnCode({ space: codeSpace([]), places: [], examples: [example] })).toEqual({
      suggestions: [],
      ask: [],
    });
    const one = sentences.slice(1, 2);
    const advice = adviseOnCode({ space: codeSpace(one), places: one, examples: [example] });
    for (const { confidence } of advice.suggestions) expect(Number.isFinite(confidence)).toBe(true);
  });

  it("stands sentences without any meaning, and examples of another encoder", () => {
    const blank = Array.from({ length: 20 }, (_, i) => {
      return { ...(sentences[i] as MadeSentence), vector: new Int8Array(WIDTH) };
    });
    const examples = [
      exampleOf(blank[0] as MadeSentence, true),
      { ...exampleOf(blank[1] as MadeSentence, true), vector: new Int8Array(7) },
    ];
    const advice = adviseOnCode({ space: codeSpace(blank), places: blank, examples });
    for (const { confidence } of advice.suggestions) expect(Number.isFinite(confidence)).toBe(true);
  });

  it("takes the same sentence a thousand times", () => {
    const same = Array.from({ length: 1000 }, (_, i) => ({
      ...(sentences[0] as MadeSentence),
      id: `s${i}`,
      reviewId: `s${i}`,
    }));
    const advice = adviseOnCode({
      space: codeSpace(same),
      places: same,
      examples: [exampleOf(same[0] as MadeSentence, true)],
    });
    for (const { confidence } of advice.suggestions) expect(Number.isFinite(confidence)).toBe(true);
  });
});
