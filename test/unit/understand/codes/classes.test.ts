import { describe, expect, it } from "vitest";
import { classify, learnClasses } from "../../../../lib/understand/codes/classes";
import { codeSpace, placeIn } from "../../../../lib/understand/codes/space";
import { madeSentences } from "./made-sentences";

const sentences = madeSentences(600);
const space = codeSpace(sentences);
const taught = sentences.slice(0, 60);
const classes = [0, 1, 2, 3, 4, 5].map((topic) => ({
  rows: taught.filter((one) => one.topic === topic).map((one) => placeIn(space, one)),
}));

describe("several codes of which each text has one", () => {
  it("are told apart, with probabilities that mean what they say", () => {
    const learnt = learnClasses(classes);
    let right = 0;
    let sure = 0;
    const tests = sentences.slice(60);
    for (const one of tests) {
      const chances = classify(learnt, placeIn(space, one));
      expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1);
      const best = Math.max(...chances);
      sure += best;
      if (chances.indexOf(best) === one.topic) right++;
    }
    expect(right / tests.length).toBeGreaterThan(0.85);
    expect(Math.abs(sure - right) / tests.length).toBeLessThan(0.1);
  });

  it("can be learnt from one example each, and from a description", () => {
    const single = classes.map(({ rows }) => ({ rows: rows.slice(0, 1) }));
    expect(classify(learnClasses(single), classes[3]?.rows[0] as Float32Array).indexOf).toBeDefined();
    const described = classes.map(({ rows }) => ({ rows: rows.slice(0, 1), description: rows[1] as Float32Array }));
    const chances = classify(learnClasses(described), classes[3]?.rows[2] as Float32Array);
    expect(chances.indexOf(Math.max(...chances))).toBe(3);
  });
});
