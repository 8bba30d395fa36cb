import { describe, expect, it } from "vitest";
import {
  addSet,
  blankScale,
  languageTag,
  removeSet,
  type ScaleDraft,
  scaleDraftOf,
  scaleOf,
  scaleProblems,
  setStatement,
} from "../../../../components/test/scales/scale-draft";
import { builtInScales, readScale } from "../../../../lib/ask/ssr/scales";

const FIVE = ["never", "rarely", "sometimes", "often", "always"];

function written(scale: ScaleDraft, language: string, set = 0, words: readonly string[] = FIVE): ScaleDraft {
  return words.reduce((draft, one, point) => setStatement(draft, { language, set, point }, one), scale);
}

describe("a scale being written", () => {
  it("is kept without what was left empty, and reads back from its file", () => {
    const more = addSet(addSet({ ...blankScale("en"), name: " Habit " }, "en"), "de");
    const scale = scaleOf(written(more, "en"));
    expect(scale).toMatchObject({ name: "Habit", anchors: [{ language: "en", sets: [FIVE] }] });
    expect(readScale(JSON.parse(JSON.stringify(scale))).anchors).toEqual(scale.anchors);
  });

  it("says what is lacking at the statement where it lacks", () => {
    expect(scaleProblems(blankScale("en")).map(({ code }) => code)).toEqual(["scale_name_missing", "scale_points"]);
    const named = { ...blankScale("en"), name: "Habit" };
    expect(scaleProblems(written(named, "en", 0, ["a", "b", "", "A", "e"]))).toEqual([
      { field: "test-anchor-en-0-2", code: "scale_empty", values: { name: "1", other: "3" } },
      { field: "test-anchor-en-0-3", code: "scale_twice", values: { name: "1", other: "1, 4" } },
    ]);
    expect(scaleProblems(addSet(written(named, "en"), "en"))).toEqual([]);
  });

  it("is a copy where it came with Earshot, and itself where it is one's own", () => {
    const uniqueness = builtInScales().find(({ weak }) => weak);
    if (!uniqueness) throw new Error("Uniqueness is weak.");
    const copy = scaleDraftOf(uniqueness, "Mine", false);
    expect(copy.id).not.toBe(uniqueness.id);
    expect(copy).not.toHaveProperty("weak");
    expect(scaleDraftOf({ ...copy, version: 4 }, "Mine", true)).toMatchObject({ id: copy.id, version: 4 });
    const changed = setStatement(copy, { language: "en", set: 0, point: 0 }, "changed");
    expect(uniqueness.anchors[0]?.sets[0]?.[0]).not.toBe("changed");
    expect(removeSet(changed, "en", 0).anchors[0]?.sets).toHaveLength((copy.anchors[0]?.sets.length ?? 0) - 1);
  });

  it("knows languages by their codes", () => {
    expect([languageTag(" PT-br "), languageTag("x"), languageTag("no such")]).toEqual(["pt-BR", undefined, undefined]);
  });
});
