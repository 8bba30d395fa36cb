import { describe, expect, it } from "vitest";
import { placesOf } from "../../../lib/models/token-places";

/** The words a tokenizer's pieces stand for, cut from the source by their places. */
function cut(text: string, pieces: string[]): string[] {
  const { starts, ends } = placesOf(text, pieces);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
}

describe("places of tokens", () => {
  it("are those of the words, without the spaces before them", () => {
    expect(cut("The  battery lasts.", ["▁The", "▁batter", "y", "▁last", "s", "."])).toEqual([
      "The",
      "batter",
      "y",
      "last",
      "s",
      ".",
    ]);
  });

  it("lead back through everything the tokenizer rewrites", () => {
    expect(cut("Ｗｏｗ ﬁne… ｶﾞﾗｽ", ["▁Wow", "▁fine", "...", "▁ガラス"])).toEqual(["Ｗｏｗ", "ﬁne", "…", "ｶﾞﾗｽ"]);
    expect(cut("cafe\u0301 ok", ["▁café", "▁ok"])).toEqual(["cafe\u0301", "ok"]);
    expect(cut("屏幕清晰，看", ["▁", "屏幕", "清晰", ",", "看"])).toEqual(["", "屏幕", "清晰", "，", "看"]);
  });

  it("of an unknown piece reach to the next known one", () => {
    expect(cut("good 𓀀 sound", ["▁good", "▁", "<unk>", "▁sound"]).at(-1)).toBe("sound");
    expect(cut("a𓀀b", ["▁a", "<unk>", "b"])).toEqual(["a", "𓀀", "b"]);
  });

  it("exist for each piece, whatever the text", () => {
    for (const text of ["", "   ", "\u200b\u200b", "🙂🙂", "x".repeat(5000)]) {
      const { starts, ends } = placesOf(text, ["▁nothing", "of", "▁this", "<unk>"]);
      expect([...ends].every((end, i) => end >= (starts[i] ?? 0) && end <= text.length)).toBe(true);
    }
  });
});
