import { describe, expect, it } from "vitest";
import { linkGroups } from "../../../lib/understand/theme-linkage";
import { findParts, joinParts, nearestPart } from "../../../lib/understand/theme-parts";
import { normalise } from "../../../lib/understand/vectors";

const near = (axis: number, tilt: number) => {
  const vector = new Float32Array(8);
  vector[axis] = 1;
  vector[7] = tilt;
  return normalise(vector);
};
/** Two bundles of four, and one sentence that is like neither. */
const vectors = [0, 0, 0, 0, 1, 1, 1, 1, 3].map((axis, i) => near(axis, 0.1 * (i % 4)));
const members = vectors.map((_, i) => i);
const blendOf = (i: number) => vectors[i] as Float32Array;

describe("linkGroups", () => {
  it("joins what is alike and leaves the rest alone", () => {
    expect(linkGroups(vectors, 0.4)).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8]]);
    expect(linkGroups(vectors, -1).length).toBe(1);
    expect(linkGroups([], 0.4)).toEqual([]);
  });

  it("links by the mean, not by the nearest pair: a chain is no group", () => {
    const chain = Array.from({ length: 7 }, (_, i) => Float32Array.of(Math.cos(i * 0.5), Math.sin(i * 0.5)));
    expect(linkGroups(chain, 0.8).length).toBeGreaterThan(2);
  });
});

describe("findParts", () => {
  it("finds what several reviews say, and leaves a single voice in the theme", () => {
    const parts = findParts(members, blendOf, (i) => `review ${i}`, { wanted: 2 });
    expect(parts.map((part) => part.members)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]);
  });

  it("puts every sentence into a part when the theme is split", () => {
    const parts = findParts(members, blendOf, (i) => `review ${i}`, { wanted: 2, undivided: true });
    expect(parts.flatMap((part) => part.members).sort()).toEqual(members);
  });

  it("does not take one person's repeated words for what several say", () => {
    expect(findParts(members, blendOf, (i) => (i < 4 ? "one" : `review ${i}`), { wanted: 2 })).toEqual([]);
    expect(findParts([0, 1], blendOf, String, { wanted: 2 })).toEqual([]);
  });

  it("lets new sentences join, or stay outside", () => {
    const parts = findParts(members, blendOf, String, { wanted: 2 });
    const centres = parts.map(({ centre }) => centre);
    expect(nearestPart(near(1, 0.2), centres)).toBe(1);
    expect(nearestPart(near(5, 0), centres)).toBe(-1);
    joinParts(parts, [8], blendOf);
    expect(parts.flatMap((part) => part.members)).not.toContain(8);
  });
});
