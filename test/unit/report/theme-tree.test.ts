import { describe, expect, it } from "vitest";
import type { Theme } from "../../../lib/domain";
import { themeTree, trendOf } from "../../../lib/report/theme-tree";

function theme(id: string, extra: Partial<Theme> = {}): Theme {
  const figures = { size: 1, share: 0.1, positive: 0, neutral: 1, negative: 0, score: 0 };
  return { id, subjectId: "s", label: id, keywords: [], quotes: [], ...figures, ...extra };
}

describe("themeTree", () => {
  it("puts parts under their whole and the rest last, in the order given otherwise", () => {
    const tree = themeTree([
      theme("rest", { rest: true }),
      theme("b1", { parentId: "b" }),
      theme("a"),
      theme("b"),
      theme("b2", { parentId: "b" }),
    ]);
    expect(tree.map((node) => [node.theme.id, node.parts.map(({ id }) => id)])).toEqual([
      ["a", []],
      ["b", ["b1", "b2"]],
      ["rest", []],
    ]);
  });

  it("loses no part whose whole is gone", () => {
    expect(themeTree([theme("x", { parentId: "gone" })]).map(({ theme: { id } }) => id)).toEqual(["x"]);
  });
});

describe("trendOf", () => {
  it("gives shares by month, and none for a month without reviews", () => {
    const trend = [
      { month: "2025-01", size: 1, of: 4 },
      { month: "2025-02", size: 0, of: 0 },
      { month: "2025-03", size: 3, of: 4 },
    ];
    expect(trendOf({ trend })).toEqual([
      { month: "2025-01", share: 0.25 },
      { month: "2025-03", share: 0.75 },
    ]);
  });

  it("is no trend with a single month", () => {
    expect(trendOf({ trend: [{ month: "2025-01", size: 1, of: 4 }] })).toEqual([]);
    expect(trendOf({})).toEqual([]);
  });
});
