import { describe, expect, it } from "vitest";
import { draftProse, wholeSentences } from "../../../components/ask/draft-prose";

describe("what is being written", () => {
  it.each([
    ["It is loud [2], and the lid", "It is loud, and the lid"],
    ['{"claims":[{"say":"It is \\"loud\\" [1].","ids":[1]},{"say":"The lid bro', 'It is "loud". The lid bro'],
    ['```json\n{"claims": [', ""],
    ['{"claims":[{"say":"Cut \\u00', "Cut "],
    ["", ""],
  ])("%j is shown as prose", (text, prose) => {
    expect(draftProse(text).trim()).toBe(prose.trim());
  });

  it("is not looked through again and again, however long it is", () => {
    const started = performance.now();
    draftProse(`{"say":"${"\\".repeat(50_000)}`);
    draftProse("[1".repeat(50_000));
    expect(performance.now() - started).toBeLessThan(200);
  });

  it.each([
    ["It is loud. The lid bro", "en", ["It is loud."]],
    ["It is loud. The lid broke.", "en", ["It is loud.", "The lid broke."]],
    ["声音很大。盖子", "zh-CN", ["声音很大。"]],
    ["Громко", "ru", []],
  ])("%j is read out only where a sentence has ended", (text, language, sentences) => {
    expect(wholeSentences(text, language)).toEqual(sentences);
  });
});
