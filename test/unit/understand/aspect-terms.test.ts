import { describe, expect, it } from "vitest";
import type { TokenReading } from "../../../lib/models/model";
import { aspectsOf } from "../../../lib/understand/aspect-terms";
import { because } from "../../../lib/understand/because";
import { CATEGORIES, CLASSES, SIDES, TAGS, TOKEN, TOKEN_OUTPUTS } from "../../../lib/understand/reading";

type Tag = (typeof TAGS)[number];

/** Tokens of a text as [piece, tag, side, category]; places are found from left to right. */
function tokensOf(text: string, pieces: [string, Tag?, (typeof SIDES)[number]?, (typeof CATEGORIES)[number]?][]) {
  const tokens: TokenReading = {
    starts: new Uint32Array(pieces.length),
    ends: new Uint32Array(pieces.length),
    values: new Float32Array(pieces.length * TOKEN_OUTPUTS),
  };
  let at = 0;
  pieces.forEach(([piece, tag = "outside", side = "neutral", category], i) => {
    const start = text.indexOf(piece, at);
    at = start + piece.length;
    tokens.starts[i] = start;
    tokens.ends[i] = at;
    const row = tokens.values.subarray(i * TOKEN_OUTPUTS, (i + 1) * TOKEN_OUTPUTS);
    row[TOKEN.tags[0] + TAGS.indexOf(tag)] = 3;
    row[TOKEN.sides[0] + SIDES.indexOf(side)] = 3;
    row[TOKEN.categories[0] + CATEGORIES.indexOf(category)] = 3;
  });
  return tokens;
}

const AS_IT_IS = { outside: 0, side: 1 };

describe("judged things", () => {
  it("are found with their places, opposite sides in one sentence", () => {
    const text = "Great screen, awful battery life.";
    const tokens = tokensOf(text, [
      ["Great"],
      ["screen", "term", "positive", "performance"],
      [","],
      ["awful"],
      ["battery", "term", "negative", "performance"],
      ["life", "term-inside", "negative", "performance"],
      ["."],
    ]);
    const found = aspectsOf(text, tokens, AS_IT_IS);
    expect(found.map(({ start, end, term }) => [text.slice(start, end), term])).toEqual([
      ["screen", "screen"],
      ["battery life", "battery life"],
    ]);
    expect(found.map(({ sentiment }) => sentiment.label)).toEqual(["positive", "negative"]);
    expect(found[1]?.sentiment.score).toBeLessThan(-0.8);
  });

  it("are whole words without their articles, however the tokenizer cut them", () => {
    const text = "Loved the straps!";
    const pieces: Parameters<typeof tokensOf>[1] = [
      ["Loved"],
      ["the", "term"],
      ["str", "term-inside"],
      ["aps", "outside"],
    ];
    expect(aspectsOf(text, tokensOf(text, pieces), AS_IT_IS).map(({ term }) => term)).toEqual(["straps"]);
  });

  it("are pieces in writing without spaces", () => {
    const text = "电池不耐用";
    const pieces: Parameters<typeof tokensOf>[1] = [["电池", "term", "negative"], ["不"], ["耐用"]];
    expect(aspectsOf(text, tokensOf(text, pieces), AS_IT_IS).map(({ term }) => term)).toEqual(["电池"]);
  });

  it("may be implied, and may be the reviewed thing itself", () => {
    const text = "The lamp died after a week";
    const tokens = tokensOf(text, [
      ["The"],
      ["lamp", "whole", "negative", "quality"],
      ["died", "implied", "negative", "durability"],
      ["after", "implied-inside", "negative", "durability"],
      ["a", "implied-inside", "negative", "durability"],
      ["week", "implied-inside", "negative", "durability"],
    ]);
    const [lamp, died] = aspectsOf(text, tokens, AS_IT_IS);
    expect(lamp).toMatchObject({ term: "lamp", whole: true });
    expect(lamp).not.toHaveProperty("category");
    expect(died).toMatchObject({ category: "durability" });
    expect(died).not.toHaveProperty("term");
    expect(text.slice(died?.start, died?.end)).toBe("died after a week");
  });

  it("are fewer the higher the bar", () => {
    const text = "screen";
    const tokens = tokensOf(text, [["screen", "term"]]);
    expect(aspectsOf(text, tokens, { outside: 4, side: 1 })).toEqual([]);
    expect(aspectsOf("", tokensOf("", []), AS_IT_IS)).toEqual([]);
  });
});

describe("the words that decided", () => {
  const text = "It is truly wonder ful but late";

  function shares(values: Record<string, number>) {
    const tokens = tokensOf(
      text,
      text.split(" ").map((piece): [string] => [piece]),
    );
    text.split(" ").forEach((piece, i) => {
      tokens.values[i * TOKEN_OUTPUTS + TOKEN.shares[0] + CLASSES.indexOf("positive")] = values[piece] ?? 0;
    });
    return because(text, tokens, "positive").map(({ start, end }) => text.slice(start, end));
  }

  it("are the heaviest, heaviest first, and never those that weigh against", () => {
    expect(shares({ truly: 1, wonder: 3, late: -4 })).toEqual(["wonder", "truly"]);
  });

  it("are none where nothing weighs, and none for a sentence that takes no side", () => {
    expect(shares({})).toEqual([]);
    expect(because(text, tokensOf(text, [["truly"]]), "neutral")).toEqual([]);
  });
});
