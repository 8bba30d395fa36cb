import { describe, expect, it } from "vitest";
import { nearestLessons } from "../../../lib/understand/why";

const flat = { means: new Map([["en", new Float32Array(3)]]), prior: new Float32Array(3) };
const lessons = [
  { text: "far", label: "negative", vector: Int8Array.of(0, 0, 127) },
  { text: "near", label: "positive", vector: Int8Array.of(127, 20, 0) },
  { text: "nearer", label: "positive", vector: Int8Array.of(127, 0, 0) },
];

describe("lessons near a sentence", () => {
  it("come nearest first, and what is far is left out", () => {
    const found = nearestLessons({ vector: Int8Array.of(127, 0, 0), language: "en" }, lessons, flat);
    expect(found.map(({ text }) => text)).toEqual(["nearer", "near"]);
    expect(found[0]?.similarity).toBeCloseTo(1, 3);
  });

  it("are compared with the languages' own means taken out", () => {
    const heads = { ...flat, means: new Map([...flat.means, ["de", Float32Array.of(0.7, 0, 0)]]) };
    const german = nearestLessons({ vector: Int8Array.of(90, 0, 90), language: "de" }, lessons, heads);
    expect(german[0]?.text).toBe("far");
  });

  it("are none when nothing was learnt", () => {
    expect(nearestLessons({ vector: Int8Array.of(1, 0, 0), language: "xx" }, [], flat)).toEqual([]);
  });
});
