import { describe, expect, it } from "vitest";
import type { CodeExample, QuotedText } from "../../../../lib/domain";
import {
  type BlindInput,
  type BlindParts,
  blindInput,
  codeBlind,
  codesWithoutBasis,
  type DefinitionText,
  type TaughtCode,
} from "../../../../lib/understand/codes/second-coder";
import { codeSpace } from "../../../../lib/understand/codes/space";
import { type MadeSentence, madeSentences } from "./made-sentences";

const made = madeSentences(360);
const WORDS = ["lid", "leaks", "tea", "slow", "loud", "shine", "warm", "cord", "short", "cheap"];
/** Five words each; no two sentences share them. */
const textOf = (i: number) => [7, 3, 11, 5, 2].map((step) => `${WORDS[(i * step) % 10]}${i}`).join(" ");
const sentences = made.map((one, i) => ({ ...one, text: textOf(i) }));
type Made = (typeof sentences)[number];
const about = (topic: number) => sentences.filter((one) => one.topic === topic);
const space = codeSpace(sentences);
const sample = sentences.filter((_, i) => i % 5 === 0);
const others = (topic: number) => about(topic).filter((one) => !sample.includes(one));

const unitOf = ({ reviewId, start, end, text }: Made): QuotedText => ({ reviewId, start, end, text });
const example = (one: Made, yes = true): CodeExample => ({
  ...unitOf(one),
  vector: one.vector,
  language: one.language,
  yes,
});
const said = (one: MadeSentence, more: Partial<DefinitionText> = {}): DefinitionText => ({
  text: "Parts that leak",
  vector: one.vector,
  language: one.language,
  yes: true,
  passage: false,
  ...more,
});
const taught = (topic: number, examples: CodeExample[] = []): TaughtCode => ({
  id: `code ${topic}`,
  definition: [said(about(topic)[1] as Made)],
  examples,
});
const input = (codes: TaughtCode[], more: Partial<BlindParts> = {}) =>
  blindInput({
    basis: "examples",
    kind: "sentence",
    units: sample.map(unitOf),
    codes,
    space,
    places: sentences,
    ...more,
  });
const givenBy = (blind: BlindInput) => codeBlind(blind).map((decision) => decision?.codeIds);

describe("the second coder", () => {
  it("never sees what a person coded in the sample: whatever it was, each of its decisions is the same", () => {
    const outside = others(0)
      .slice(0, 8)
      .map((one) => example(one));
    const coded = (yes: (one: Made) => boolean) => [...outside, ...sample.map((one) => example(one, yes(one)))];
    const alone = codeBlind(input([taught(0, outside), taught(1)]));
    const codings = [
      coded(() => true),
      coded(() => false),
      coded(({ topic }) => topic === 0),
      coded(({ topic }) => topic !== 0),
    ];
    for (const examples of codings) {
      expect(codeBlind(input([taught(0, examples), taught(1, examples.slice(8))]))).toEqual(alone);
      expect(codeBlind(input([taught(0, examples.toReversed()), taught(1)]))).toEqual(alone);
    }
    expect(alone.some((decision) => decision?.codeIds.includes("code 0"))).toBe(true);
  });

  it("does not learn from passages elsewhere that say the same in the same words, however they are written", () => {
    const [twin] = others(1);
    const copies = sample
      .slice(0, 12)
      .map(({ text }) => ({ ...example(twin as Made), text: `${text.toUpperCase()} !!` }));
    const within = sample
      .slice(0, 12)
      .map(({ text }) => ({ ...example(twin as Made), text: `Well, ${text}, I must say` }));
    const { codes } = input([taught(0, [...copies, ...within])]);
    expect(codes[0]).toMatchObject({ yes: 0, no: 0 });
    expect(input([taught(0, [example(others(0)[0] as Made)])]).codes[0]).toMatchObject({ yes: 1 });
  });

  it("knows an example by its place in the review, even where the sentence was cut otherwise", () => {
    const moved = { ...example(sample[0] as Made), start: 12, end: 90, text: "other words altogether" };
    expect(input([taught(0, [moved])]).codes[0]).toMatchObject({ yes: 0 });
    expect(input([taught(0, [{ ...moved, start: 21 }])]).codes[0]).toMatchObject({ yes: 1 });
  });

  it("goes by the definition alone when asked to", () => {
    const examples = others(0).map((one) => example(one));
    const blind = input([taught(0, examples)], { basis: "definition" });
    expect(blind.codes[0]).toMatchObject({ yes: 0, no: 0 });
    expect(blind.codes[0]?.lessons).toHaveLength(1);
    expect(givenBy(blind)).toEqual(givenBy(input([taught(0)], { basis: "definition" })));
  });

  it("leaves out words of a definition that stand in the sample, but never what the code means in the person's words", () => {
    const words = (sample[0] as Made).text;
    const passage = said(sample[0] as Made, { text: words, passage: true });
    const code: TaughtCode = { id: "a", definition: [passage, said(about(0)[1] as Made)], examples: [] };
    expect(input([code]).codes[0]?.lessons).toHaveLength(1);
    expect(codesWithoutBasis(input([{ ...code, definition: [passage] }]))).toEqual(["a"]);
    expect(codesWithoutBasis(input([{ ...code, definition: [{ ...passage, passage: false }] }]))).toEqual([]);
  });

  it("finds what it was taught, better by examples than by a definition", () => {
    const right = (blind: BlindInput, topic: number) =>
      givenBy(blind).filter((given, i) => given?.includes(`code ${topic}`) === (sample[i]?.topic === topic)).length;
    const examples = others(3)
      .slice(0, 15)
      .map((one) => example(one));
    const byExamples = right(input([taught(3, examples)]), 3);
    const byDefinition = right(input([taught(3)], { basis: "definition" }), 3);
    expect(byExamples).toBeGreaterThan(sample.length * 0.9);
    expect(byExamples).toBeGreaterThanOrEqual(byDefinition);
    expect(byDefinition).toBeGreaterThan(sample.length * 0.75);
  });

  it("gives a review the codes of its sentences, and says nothing about one it does not know any more", () => {
    const two = sentences.slice(0, 2).map((one, i) => ({ ...one, reviewId: "both", start: i * 30, end: i * 30 + 20 }));
    const places = [...two, ...sentences.slice(2)];
    const units = [
      { reviewId: "both", start: 0, end: 60, text: "" },
      { reviewId: "gone", start: 0, end: 60, text: "" },
    ];
    const decisions = codeBlind(input([taught(0), taught(1)], { basis: "definition", kind: "review", units, places }));
    const single = codeBlind(input([taught(0), taught(1)], { basis: "definition", units: two.map(unitOf), places }));
    const chances = [0, 1].map((c) => Math.max(...single.map((one) => one?.chances[c] ?? 0)));
    expect(decisions[0]?.chances).toEqual(chances);
    expect(decisions[1]).toBeUndefined();
  });
});
