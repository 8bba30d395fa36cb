import { describe, expect, it } from "vitest";
import { contextFit, contextOf } from "../../../lib/annotate/context";
import { closestPassage, editDistance } from "../../../lib/annotate/edit-distance";
import { edgesOf, folded, foldFor, MARKS, unfoldedOffset, WORDS } from "../../../lib/annotate/fold";
import { equalPassages, similarPassages } from "../../../lib/annotate/search";
import { hasWords, sameWords } from "../../../lib/annotate/words";
import { sameWriting } from "../../../lib/annotate/writing";

const all = (text: string) => ({ from: 0, to: text.length });

describe("folding", () => {
  it("removes whitespace, punctuation and what nobody sees, and nothing else", () => {
    expect(folded("It’s 3.5\u00a0%,\n“so-\u00adso”… ❤️ 好！ €5", WORDS)).toBe("Its35soso❤好€5");
    expect(folded("a \u200b?! b", MARKS)).toBe("a?!b");
    expect(folded("👩‍🔧", WORDS)).toBe("👩🔧");
  });

  it("chooses the fold that leaves something", () => {
    expect(foldFor("Good!")).toBe(WORDS);
    expect(foldFor("?!")).toBe(MARKS);
    expect(foldFor(" \n\u200b")).toBeUndefined();
  });

  it("is walked back to the character it came from, from both sides", () => {
    const text = " «Good — sound», he said 🎧!";
    const short = folded(text, WORDS);
    for (let at = 0; at < short.length; at++) {
      expect(text[unfoldedOffset(text, WORDS, at, false)]).toBe(short[at]);
      expect(text[unfoldedOffset(text, WORDS, at + 1, true) - 1]).toBe(short[at]);
    }
    expect(edgesOf("«Good!» ", WORDS)).toEqual({ opening: "«", closing: "!»" });
  });

  it("keeps lone halves of characters, as hostile pages contain them, in their number", () => {
    expect(folded("a\ud83d b", WORDS)).toHaveLength(3);
  });
});

describe("writing", () => {
  it("is the same whatever the quotation marks, dashes and spaces", () => {
    expect(sameWriting("“It’s – fine…”", `"It's - fine..."`)).toBe(true);
    expect(sameWriting("Good sound.", "Good  sound")).toBe(true);
    expect(sameWriting("1.5 hours", "15 hours")).toBe(false);
  });
});

describe("passages", () => {
  it("are found where they stand exactly, within bounds", () => {
    expect(equalPassages("abcabcabc", "abc", { from: 1, to: 6 })).toEqual([{ start: 3, end: 6, errors: 0 }]);
  });

  it("are found with their edits counted", () => {
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("", "abc")).toBe(3);
    const text = "xxxxthe quikc brown foxyyyy";
    expect(closestPassage(text, "the quick brown fox", { ...all(text), maxErrors: 3 })).toEqual({
      start: 4,
      end: 23,
      errors: 2,
    });
    expect(closestPassage(text, "the quick brown fox", { ...all(text), maxErrors: 1 })).toBeUndefined();
  });

  it("are all found that a full comparison finds, for random edits", () => {
    const random = randomNumbers(7);
    const letters = (length: number) => Array.from({ length }, () => "abcdefgh"[random(8)]).join("");
    for (let round = 0; round < 60; round++) {
      const needle = letters(40);
      const changed = edited(needle, 4, random);
      const text = letters(random(400)) + changed + letters(random(400));
      const full = closestPassage(text, needle, { ...all(text), maxErrors: 4 });
      const [best] = similarPassages(text, needle, all(text), 4);
      expect(best?.errors, text).toBe(full?.errors);
      expect(best && Math.abs(best.start - text.indexOf(changed))).toBeLessThanOrEqual(4);
    }
  });

  it("leave nothing invented in a long text without them", () => {
    const random = randomNumbers(11);
    const text = Array.from({ length: 300_000 }, () => "abcdefghijklmnop"[random(16)]).join("");
    const start = performance.now();
    expect(similarPassages(text, "the hinge cracked after seven weeks of use and", all(text), 6)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe("surroundings", () => {
  it("fit from 0 to 1, unknown sides left out", () => {
    const text = "abcQUOTEdef";
    const at = { start: 3, end: 8 };
    expect(contextFit(text, at, { prefix: "abc", suffix: "def" })).toBe(1);
    expect(contextFit(text, at, { prefix: "abc", suffix: "xyz" })).toBe(0.5);
    expect(contextFit(text, at, { prefix: "", suffix: "dxf" })).toBeCloseTo(2 / 3);
    expect(contextOf("", "")).toBeUndefined();
  });
});

describe("words", () => {
  it("may slip by a letter, never be another word or number", () => {
    expect(sameWords(["the bat", "tery is fine"], "the battery is fine")).toBe(true);
    expect(sameWords(["the battery", "is fine"], "the battery is fine")).toBe(true);
    expect(sameWords(["the batery is fine"], "the battery is fine")).toBe(true);
    expect(sameWords(["the battery is not fine"], "the battery is fine")).toBe(false);
    expect(sameWords(["for 28 minutes"], "for 38 minutes")).toBe(false);
    expect(sameWords(["the bus was late"], "the tram was late")).toBe(false);
    expect(sameWords(["не нравится"], "нравится")).toBe(false);
    expect(hasWords("the battery, read more, is fine", "the battery is fine")).toBe(true);
  });
});

/** A small generator of whole numbers below a limit (mulberry32), so that failures can be repeated. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function edited(text: string, edits: number, random: (below: number) => number): string {
  const units = [...text];
  for (let edit = 0; edit < edits; edit++) {
    const at = random(units.length);
    const [removed, added] = [
      [1, ["z"]],
      [1, []],
      [0, ["z"]],
    ][random(3)] as [number, string[]];
    units.splice(at, removed, ...added);
  }
  return units.join("");
}
