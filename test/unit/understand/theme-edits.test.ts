import { describe, expect, it } from "vitest";
import type { ThemeEdit } from "../../../lib/domain";
import { editThemes, type ThemePlan, touchedThemes } from "../../../lib/understand/theme-edits";

const plan: ThemePlan = {
  themes: [
    { id: "battery", kind: "matter" },
    { id: "runtime", kind: "matter", parentId: "battery" },
    { id: "charging", kind: "matter", parentId: "battery" },
    { id: "cable", kind: "matter" },
    { id: "rest", kind: "rest" },
  ],
  homes: new Map([
    ["s1", { themeId: "battery", subthemeId: "runtime" }],
    ["s2", { themeId: "battery", subthemeId: "charging" }],
    ["s3", { themeId: "battery" }],
    ["s4", { themeId: "cable" }],
    ["s5", { themeId: "rest" }],
  ]),
};
const editedBy = (...edits: ThemeEdit[]) => editThemes(plan, edits);
const ids = (edited: ThemePlan) => edited.themes.map(({ id }) => id);

describe("editThemes", () => {
  it("renames, cutting a name nobody could read", () => {
    const [theme] = editedBy({ kind: "rename", themeId: "battery", label: "  Power \n supply " }).themes;
    expect(theme).toMatchObject({ label: "Power supply", pinned: true });
    const [long] = editedBy({ kind: "rename", themeId: "battery", label: "x".repeat(500) }).themes;
    expect(long?.label?.length).toBe(80);
  });

  it("merges a theme with its parts into another", () => {
    const edited = editedBy({ kind: "merge", themeId: "battery", into: "cable" });
    expect(ids(edited)).toEqual(["runtime", "charging", "cable", "rest"]);
    expect(edited.themes.filter(({ parentId }) => parentId === "cable").map(({ id }) => id)).toEqual([
      "runtime",
      "charging",
    ]);
    expect(edited.homes.get("s1")).toEqual({ themeId: "cable", subthemeId: "runtime" });
    expect(edited.homes.get("s3")).toEqual({ themeId: "cable" });
  });

  it("merges a part away, into a theme or another part", () => {
    expect(editedBy({ kind: "merge", themeId: "runtime", into: "cable" }).homes.get("s1")).toEqual({
      themeId: "cable",
    });
    const into = editedBy({ kind: "merge", themeId: "cable", into: "charging" });
    expect(into.homes.get("s4")).toEqual({ themeId: "battery", subthemeId: "charging" });
  });

  it("splits a theme into its parts; what is in no part stays behind", () => {
    const edited = editedBy({ kind: "split", themeId: "battery" });
    expect(edited.themes.filter(({ parentId }) => parentId).length).toBe(0);
    expect([edited.homes.get("s1"), edited.homes.get("s2"), edited.homes.get("s3")]).toEqual([
      { themeId: "runtime" },
      { themeId: "charging" },
      { themeId: "battery" },
    ]);
  });

  it("moves one sentence, also into a part", () => {
    expect(editedBy({ kind: "move", sentenceId: "s5", themeId: "runtime" }).homes.get("s5")).toEqual({
      themeId: "battery",
      subthemeId: "runtime",
    });
    expect(editedBy({ kind: "move", sentenceId: "unknown", themeId: "runtime" }).homes).toEqual(plan.homes);
  });

  it("does nothing where an edit makes no sense", () => {
    const senseless: ThemeEdit[] = [
      { kind: "rename", themeId: "gone", label: "x" },
      { kind: "rename", themeId: "battery", label: "  " },
      { kind: "merge", themeId: "battery", into: "battery" },
      { kind: "merge", themeId: "battery", into: "runtime" },
      { kind: "merge", themeId: "battery", into: "gone" },
      { kind: "split", themeId: "cable" },
    ];
    for (const edit of senseless) expect(editedBy(edit)).toEqual(plan);
  });

  it("survives merging in a circle, and names that are keys of objects", () => {
    const circle = editedBy(
      { kind: "merge", themeId: "battery", into: "cable" },
      { kind: "merge", themeId: "cable", into: "battery" },
    );
    expect(ids(circle)).not.toContain("battery");
    expect(editedBy({ kind: "rename", themeId: "__proto__", label: "x" })).toEqual(plan);
  });

  it("is undone by leaving the last edit out", () => {
    const edits: ThemeEdit[] = [
      { kind: "rename", themeId: "cable", label: "Cord" },
      { kind: "merge", themeId: "cable", into: "battery" },
      { kind: "split", themeId: "battery" },
    ];
    const before = editedBy(...edits.slice(0, 2));
    expect(editedBy(...edits)).not.toEqual(before);
    expect(editedBy(...edits.slice(0, 2))).toEqual(before);
    expect(editedBy()).toEqual(plan);
  });
});

describe("touchedThemes", () => {
  it("lets go of a theme that was only pinned and let go", () => {
    const pin = (pinned: boolean): ThemeEdit => ({ kind: "pin", themeId: "cable", pinned });
    expect([...touchedThemes([pin(true)])]).toEqual(["cable"]);
    expect([...touchedThemes([pin(true), pin(false)])]).toEqual([]);
    expect([...touchedThemes([{ kind: "merge", themeId: "a", into: "b" }, pin(false)])].sort()).toEqual(["a", "b"]);
  });
});
