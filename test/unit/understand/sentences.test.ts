import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../lib/understand/sentences";

const cut = (body: string, language?: string) =>
  splitSentences(body, language).map(({ start, end }) => body.slice(start, end));

describe("splitSentences", () => {
  it("cuts at full stops, in scripts with and without spaces", () => {
    expect(cut("Great sound. Poor battery!")).toEqual(["Great sound.", "Poor battery!"]);
    expect(cut("很好用。电池不错！但是贵", "zh")).toEqual(["很好用。", "电池不错！", "但是贵"]);
    expect(cut("Отлично! Но дорого.", "ru")).toEqual(["Отлично!", "Но дорого."]);
  });

  it("takes lines and bullets as sentences and leaves the bullet out", () => {
    expect(cut("My list:\n- light\n• cheap\n1) quick")).toEqual(["My list:", "light", "cheap", "quick"]);
  });

  it("keeps short forms and addresses whole", () => {
    expect(cut("I paid approx. 20 dollars, e.g. Tuesday.")).toHaveLength(1);
    expect(cut("Das ist z.B. Dr. Müller passiert.", "de")).toHaveLength(1);
    expect(cut("See www.example.com/a?b=c. Nice.")).toEqual(["See www.example.com/a?b=c. Nice."]);
    expect(cut("I said no. It broke.")).toEqual(["I said no.", "It broke."]);
  });

  it("does not end a sentence at a mark inside brackets or quotes", () => {
    expect(cut("The new pads (since spring?) have a groove. It works!")).toHaveLength(2);
    expect(cut("He shouted “no!” and left.")).toHaveLength(1);
    expect(cut("I bought two (why not?). Both broke.")).toHaveLength(2);
    expect(cut("Never again (really!) Buy another.")).toHaveLength(2);
  });

  it("finds boundaries without a space or a capital", () => {
    expect(cut("great product.Will buy again")).toEqual(["great product.", "Will buy again"]);
    expect(cut("bad battery. sad")).toEqual(["bad battery.", "sad"]);
  });

  it("gives points the heading they stand under, on lines and in one line", () => {
    const lines = splitSentences("Pros:\n- battery\nCons:\n- weight\n\nI like it.");
    expect(lines.map(({ heading }) => heading)).toEqual(["Pros", "Cons", undefined]);
    const inline = splitSentences("Pros: cheap, light. Cons: loud.");
    expect(inline.map(({ heading }) => heading)).toEqual(["Pros", "Cons"]);
    expect(splitSentences("Достоинства: звук\nНедостатки: цена").map(({ heading }) => heading)).toEqual([
      "Достоинства",
      "Недостатки",
    ]);
  });

  it("does not take a verdict of one word for a heading", () => {
    expect(cut("Good")).toEqual(["Good"]);
    expect(splitSentences("Good")[0]?.heading).toBeUndefined();
  });

  it("gives emoji to the sentence before them, and keeps them when they are all there is", () => {
    expect(cut("Love it!! 👍👍 Thanks.")).toEqual(["Love it!! 👍👍", "Thanks."]);
    expect(cut("😀😀")).toEqual(["😀😀"]);
    expect(cut(" \n ")).toEqual([]);
  });

  it("cuts 50,000 characters without a full stop into pieces the encoder can read, losing nothing but spaces", () => {
    for (const body of [
      "word and another, thing that goes on ".repeat(1400),
      "字".repeat(50_000),
      "😀".repeat(25_000),
    ]) {
      const pieces = cut(body);
      expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(400);
      expect(pieces.join("").replace(/\s/gu, "")).toBe(body.replace(/\s/gu, ""));
      expect(pieces.every((piece) => !/^[\udc00-\udfff]|[\ud800-\udbff]$/u.test(piece))).toBe(true);
    }
  });

  it("gives trimmed spans in order that do not overlap, for any text", () => {
    const bodies = [
      "  a. b?! c\r\n\r\n* d…  e.g. f  ",
      "(1) x\t2) y",
      "Pros - cheap\nCons",
      "…",
      "\u202eevil\u202c. ok",
    ];
    for (const body of bodies) {
      let last = 0;
      for (const { start, end } of splitSentences(body)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(body.slice(start, end)).toBe(body.slice(start, end).trim());
        last = end;
      }
    }
  });

  it("survives a language tag that is none", () => {
    expect(cut("One. Two.", "no such tag!")).toEqual(["One.", "Two."]);
  });
});
