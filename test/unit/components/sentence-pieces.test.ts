import { describe, expect, it } from "vitest";
import { piecesOf } from "../../../components/evidence/sentence-pieces";
import type { AspectMention } from "../../../lib/domain";

const TEXT = "The lid broke, the price is fine.";
/** Place of the sentence in its body. */
const START = 100;

function aspect(words: string, from = 0): AspectMention {
  const start = START + TEXT.indexOf(words, from);
  return { start, end: start + words.length, term: words, sentiment: { label: "negative", score: -0.8 } };
}

function cut(aspects: AspectMention[]): [string, boolean][] {
  return piecesOf(TEXT, START, aspects).map((piece) => [piece.text, piece.aspect !== undefined]);
}

describe("piecesOf", () => {
  it("cuts out aspects in the order of the text and loses no character", () => {
    const pieces = cut([aspect("price"), aspect("lid")]);
    expect(pieces).toEqual([
      ["The ", false],
      ["lid", true],
      [" broke, the ", false],
      ["price", true],
      [" is fine.", false],
    ]);
  });

  it("is one piece without aspects, and none without words", () => {
    expect(cut([])).toEqual([[TEXT, false]]);
    expect(piecesOf("", START, [aspect("lid")])).toEqual([]);
  });

  it("leaves out what overlaps, stands elsewhere or is cut off", () => {
    const long = aspect("lid broke");
    const within = aspect("lid");
    const outside: AspectMention = { ...within, start: 3, end: 9 };
    const beyond: AspectMention = { ...within, start: START + TEXT.length - 2, end: START + TEXT.length + 40 };
    const pieces = piecesOf(TEXT, START, [within, long, outside, beyond]);
    expect(pieces.filter((piece) => piece.aspect).map(({ text }) => text)).toEqual(["lid broke"]);
    expect(pieces.map(({ text }) => text).join("")).toBe(TEXT);
  });

  it("knows the place of each piece in the body", () => {
    expect(piecesOf(TEXT, START, [aspect("lid")]).map(({ start }) => start)).toEqual([100, 104, 107]);
  });
});
