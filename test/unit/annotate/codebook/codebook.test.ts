import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../../lib/annotate/agreement/random";
import {
  CODE_COLOURS,
  cleanName,
  colourOf,
  cycleIn,
  inVivoName,
  NAME_LIMIT,
  nextColour,
  ordered,
  partsOf,
  pathOf,
  placesAfter,
  sameName,
  shortcutOf,
  type TreeCode,
  withParts,
  wouldCycle,
} from "../../../../lib/annotate/codebook";

const code = (id: string, parentId?: string, place?: number): TreeCode => ({
  id,
  name: id.toUpperCase(),
  ...(parentId !== undefined && { parentId }),
  ...(place !== undefined && { place }),
});
const told = (codes: readonly TreeCode[]) =>
  ordered(codes).map(({ code: { id }, depth }) => `${"-".repeat(depth)}${id}`);

describe("the tree of codes", () => {
  const codes = [code("b"), code("a"), code("b2", "b", 1), code("b1", "b", 0), code("b1x", "b1"), code("lost", "gone")];

  it("stands in the order people gave it, else by name; a part of nothing stands at the top", () => {
    expect(told(codes)).toEqual(["a", "b", "-b1", "--b1x", "-b2", "lost"]);
    expect(partsOf(codes, "b").map(({ id }) => id)).toEqual(["b1", "b2"]);
    expect(pathOf(codes, "b1x")).toEqual(["B", "B1", "B1X"]);
    expect([...withParts(codes, "b")].sort()).toEqual(["b", "b1", "b1x", "b2"]);
  });

  it("knows what would be a part of itself", () => {
    expect(wouldCycle(codes, "b", "b1x")).toBe(true);
    expect(wouldCycle(codes, "b", "b")).toBe(true);
    expect(wouldCycle(codes, "b1x", "a")).toBe(false);
    expect(wouldCycle(codes, "b", undefined)).toBe(false);
  });

  it("loses no code of a codebook that goes in circles, and says where", () => {
    const circle = [code("a", "c"), code("b", "a"), code("c", "b"), code("d")];
    expect(cycleIn(circle)?.id).toBe("a");
    expect(cycleIn(codes)).toBeUndefined();
    expect(told(circle).sort()).toEqual(["a", "b", "c", "d"]);
    expect(pathOf(circle, "a")).toHaveLength(3);
  });

  it("is as deep and as wide as strangers make it", () => {
    const deep = Array.from({ length: 20_000 }, (_, i) => code(`c${i}`, i === 0 ? undefined : `c${i - 1}`));
    expect(ordered(deep).at(-1)).toMatchObject({ depth: 19_999 });
    expect(withParts(deep, "c0").size).toBe(20_000);
    expect(cycleIn(deep)).toBeUndefined();
  });

  it("holds ids that every object has", () => {
    expect(told([code("__proto__"), code("constructor", "__proto__")])).toEqual(["__proto__", "-constructor"]);
  });

  it("gives each place once, wherever a code is put", () => {
    const random = seededRandom(3);
    let row = ["a", "b", "c", "d"].map((id) => code(id));
    for (let round = 0; round < 50; round++) {
      const moved = row[Math.floor(random() * 4)] as TreeCode;
      const to = Math.floor(random() * 6) - 1;
      const places = placesAfter(row, moved.id, undefined, to);
      row = row.map((one) => ({ ...one, place: places.get(one.id) ?? one.place }));
      expect(row.map(({ place }) => place).sort()).toEqual([0, 1, 2, 3]);
      expect(partsOf(row)[Math.min(3, Math.max(0, to))]?.id).toBe(moved.id);
    }
  });
});

describe("colours of codes", () => {
  it("are seen on light and dark pages", () => {
    for (const colour of CODE_COLOURS) {
      expect(contrast(colour, "#ffffff")).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, "#16181b")).toBeGreaterThanOrEqual(3);
    }
  });

  it("stay the same for a code, and are spread over codes", () => {
    expect(colourOf({ id: "a" })).toBe(colourOf({ id: "a" }));
    expect(colourOf({ id: "a", colour: "#123456" })).toBe("#123456");
    expect(CODE_COLOURS).toContain(colourOf({ id: "a", colour: "url(javascript:1)" }));
    const taken = CODE_COLOURS.slice(0, -1).map((colour, i) => ({ id: `${i}`, colour }));
    expect(nextColour(taken)).toBe(CODE_COLOURS.at(-1));
  });
});

describe("names and keys", () => {
  it("are on one line, seen, and no longer than is read at a glance", () => {
    expect(cleanName("  Lid\n\tleaks\u0000\u200B! ")).toBe("Lid leaks!");
    expect([...cleanName("🫖".repeat(500))]).toHaveLength(NAME_LIMIT);
    expect(cleanName("👩\u200D🔬 works")).toBe("👩\u200D🔬 works");
    expect(cleanName("\u202E\u0007")).toBe("");
  });

  it("are the same in another case and another way of writing", () => {
    expect(sameName("Lid  Leaks", "lid leaks")).toBe(true);
    expect(sameName("ｃafé", "cafe\u0301")).toBe(true);
    expect(sameName("Lid", "Lids")).toBe(false);
  });

  it("come from the words themselves, without the marks around them", () => {
    expect(inVivoName(" “It just leaks.” ")).toBe("It just leaks");
    expect(inVivoName("?!")).toBe("?!");
  });

  it("are one letter or digit", () => {
    expect([" L ", "7", "я", "漏", "ctrl", "", "+", "👍"].map(shortcutOf)).toEqual(["l", "7", "я", "漏", ...Array(4)]);
  });
});

/** WCAG 2 contrast of two colours. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
