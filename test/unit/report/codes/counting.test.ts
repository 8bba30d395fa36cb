import { describe, expect, it } from "vitest";
import { codingOf, contextOf, crosstabOf, retrieve, togetherOf, usesOf } from "../../../../lib/report/codes";
import { fisherExact, holm } from "../../../../lib/report/codes/exact-test";
import { evidenceFrom, said } from "../samples";
import { CODERS, CODES, note, pageNote, parts } from "./coded";

const NOTES = [
  note("a", "r1", "It leaks badly.", ["leak"]),
  note("b", "r1", "leaks badly. The lid", ["noise"]),
  note("c", "r1", "The lid is fine.", ["praise"]),
  note("d", "r2", "It leaks a bit.", ["leak", "noise"], { tags: ["later"], note: "Café" }),
  note("e", "r2", "Quiet", ["praise"], { coderId: "other" }),
  pageNote("p", "It leaks.", ["leak"]),
];
const plain = codingOf(parts(NOTES));
const rolled = codingOf(parts(NOTES), true);

function cells(coding: typeof plain, dimension: Parameters<typeof crosstabOf>[1], codeId: string) {
  const table = crosstabOf(coding, dimension, CODERS);
  const row = table.rows.find((one) => one.codeId === codeId);
  return Object.fromEntries(
    table.columns.map(({ id }, i) => [id || "?", [row?.cells[i]?.passages.length, row?.cells[i]?.texts]]),
  );
}

describe("uses of codes", () => {
  it("count passages and texts, the most used first", () => {
    expect(usesOf(plain).map(({ codeId, passages, texts }) => [codeId, passages.length, texts.length])).toEqual([
      ["leak", 3, 3],
      ["noise", 2, 2],
      ["praise", 2, 2],
    ]);
  });

  it("with the codes below count a passage with two of them once", () => {
    const fault = usesOf(rolled).find(({ codeId }) => codeId === "fault");
    expect(fault?.passages).toEqual(["a", "b", "d", "p"]);
    expect(fault?.texts).toHaveLength(3);
  });

  it("end where codes run in a circle, and skip codes that are gone", () => {
    const circle = [
      { ...CODES[0], id: "x", parentId: "y" },
      { ...CODES[0], id: "y", parentId: "x" },
    ] as typeof CODES;
    const coding = codingOf({ ...parts([note("a", "r1", "It", ["x", "gone"])]), codes: circle }, true);
    expect([...(coding.passages[0]?.codeIds ?? [])]).toEqual(["x", "y"]);
  });
});

describe("codes by what is known of their texts", () => {
  it("are counted in passages and texts of each column; pages stand where nothing is known", () => {
    expect(cells(plain, "stars", "leak")).toEqual({ 1: [1, 1], 4: [1, 1], "?": [1, 1] });
    expect(cells(plain, "month", "leak")).toEqual({ "2024-01": [1, 1], "2024-02": [1, 1], "?": [1, 1] });
    expect(cells(plain, "language", "leak")).toEqual({ de: [1, 1], en: [1, 1], "?": [1, 1] });
    expect(cells(plain, "coder", "praise")).toEqual({ me: [1, 1], other: [1, 1] });
  });

  it("go by the sentences a passage touches where a review holds several", () => {
    expect(cells(plain, "theme", "noise")).toEqual({ t1: [2, 2], t2: [1, 1], "?": [0, 0] });
    expect(cells(plain, "sentiment", "noise")).toMatchObject({ negative: [2, 2], positive: [1, 1] });
  });

  it("say what shares are of, and give none for few", () => {
    const { columns, reviews, noted } = crosstabOf(plain, "language", CODERS);
    expect(columns).toEqual([
      { id: "de", texts: 1, few: true },
      { id: "en", texts: 2, few: true },
      { id: "", texts: 1, few: true },
    ]);
    expect([reviews, noted]).toEqual([3, 3]);
    expect(
      crosstabOf(plain, "language", CODERS).rows.every(({ cells }) => cells.every(({ share }) => share === undefined)),
    ).toBe(true);
  });

  it("call a difference one only where the test does", () => {
    const made = Array.from({ length: 40 }, (_, i) =>
      said(`n${i}`, [["It leaks.", "negative"]], { rating: i < 20 ? 1 : 5 }),
    );
    const evidence = evidenceFrom(made);
    const marked = (ids: number[], codeId: string) =>
      ids.map((i) => note(`${codeId}${i}`, `n${i}`, "It leaks.", [codeId]));
    const annotations = [
      ...marked([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 20], "leak"),
      ...marked([0, 1, 2, 20], "praise"),
    ];
    const table = crosstabOf(codingOf({ annotations, codes: CODES, evidence }), "stars", CODERS);
    const [leak, praise] = table.rows;
    expect(table.tested).toBe(4);
    expect(leak?.cells.map(({ differs, share }) => [differs, share])).toEqual([
      ["more", 12 / 20],
      ["fewer", 1 / 20],
    ]);
    expect(leak?.cells[0]?.chance).toBeCloseTo(4 * 0.000431625, 7);
    expect(praise?.cells.map(({ differs }) => differs)).toEqual([undefined, undefined]);
  });

  it("make no test where a review stands in several columns by its sentences", () => {
    expect(crosstabOf(plain, "sentiment", CODERS).tested).toBe(0);
  });
});

describe("the test", () => {
  it("is that of Fisher's tea: 3 of 4 cups right", () => {
    expect(fisherExact({ within: 3, of: 4, outside: 1, ofOutside: 4 })).toBeCloseTo(34 / 70, 10);
    expect(fisherExact({ within: 4, of: 4, outside: 0, ofOutside: 4 })).toBeCloseTo(2 / 70, 10);
    expect(fisherExact({ within: 0, of: 0, outside: 3, ofOutside: 4 })).toBe(1);
  });

  it("is adjusted as Holm says", () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([])).toEqual([]);
  });
});

describe("codes together", () => {
  it("on overlapping passages count each passage once, in both directions", () => {
    const together = togetherOf(plain, "passage");
    const cell = together.cell("leak", "noise");
    // a and b overlap, d has both; p has leak alone: 3 of 4
    expect(cell).toEqual({ both: 3, either: 4, coefficient: 0.75, passages: ["a", "b", "d"] });
    expect(together.cell("noise", "leak")).toEqual(cell);
    expect(together.cell("leak", "leak")).toBeUndefined();
    // b reaches into the sentence of c by its words: "The lid"
    expect(together.cell("noise", "praise")).toMatchObject({ both: 2, either: 4, passages: ["b", "c"] });
    expect(together.cell("leak", "praise")).toMatchObject({ both: 0, either: 5, coefficient: 0 });
  });

  it("in a sentence and in a review are shares of those", () => {
    const sentence = togetherOf(plain, "sentence");
    // r1:0 leak noise · r1:1 noise praise · r2:0 praise · r2:1 leak noise
    expect(sentence.cell("leak", "noise")).toMatchObject({ both: 2, either: 3 });
    expect(sentence.cell("noise", "praise")).toMatchObject({ both: 1, either: 4, passages: ["b", "c"] });
    expect(sentence.left).toBe(1);
    const review = togetherOf(plain, "review");
    expect(review.cell("leak", "praise")).toMatchObject({ both: 2, either: 3, passages: ["a", "c", "d", "e"] });
  });

  it("touching passages do not overlap", () => {
    const coding = codingOf(parts([note("a", "r1", "It leaks", ["leak"]), note("b", "r1", " badly.", ["noise"])]));
    expect(togetherOf(coding, "passage").cell("leak", "noise")?.both).toBe(0);
    expect(togetherOf(coding, "sentence").cell("leak", "noise")?.both).toBe(1);
  });

  it("say nothing of a code and its part, which are always together", () => {
    expect(togetherOf(rolled, "passage").cell("fault", "leak")).toBeUndefined();
    expect(togetherOf(rolled, "passage").cell("fault", "praise")).toMatchObject({ both: 2, either: 6 });
  });
});

describe("finding passages", () => {
  const ids = (...question: Parameters<typeof retrieve> extends [unknown, ...infer Rest] ? Rest : never) =>
    retrieve(plain, ...question).map(({ id }) => id);

  it("by codes: all of, any of, none of", () => {
    expect(ids({ all: ["leak", "noise"] })).toEqual(["d"]);
    expect(ids({ any: ["leak", "noise"] })).toEqual(["a", "b", "d", "p"]);
    expect(ids({ any: ["leak"], none: ["noise"] })).toEqual(["a", "p"]);
    expect(ids({})).toHaveLength(6);
    expect(retrieve(rolled, { all: ["fault"], none: ["leak"] }).map(({ id }) => id)).toEqual(["b"]);
  });

  it("by words, tags, stars, dates, themes and coders", () => {
    expect(ids({ words: "CAFE leaks" })).toEqual(["d"]);
    expect(ids({ tags: ["later"] })).toEqual(["d"]);
    expect(ids({ in: { stars: ["4"] } })).toEqual(["e", "d"]);
    expect(ids({ in: { theme: ["t2"] } })).toEqual(["b", "c", "e"]);
    expect(ids({ in: { coder: ["other"] } }, "text", CODERS)).toEqual(["e"]);
    expect(ids({ from: "2024-02-10", to: "2024-12-31" })).toEqual(["e", "d"]);
    expect(ids({ to: "2024-01-05" })).toEqual(["a", "b", "c"]);
  });

  it("by nearness in sentences", () => {
    expect(ids({ all: ["praise"], near: { codeId: "leak", sentences: 0 } })).toEqual([]);
    expect(ids({ all: ["praise"], near: { codeId: "leak", sentences: 1 } })).toEqual(["c", "e"]);
  });

  it("in the order that is wanted", () => {
    expect(ids({ all: ["leak"] }, "newest")).toEqual(["p", "d", "a"]);
    expect(ids({ all: ["leak"] }, "stars")).toEqual(["a", "d", "p"]);
  });

  it("give what stands before and after, verbatim", () => {
    const by = (id: string) => plain.passages.find((passage) => passage.id === id);
    const around = (id: string) => {
      const passage = by(id);
      return passage && contextOf(passage, plain);
    };
    expect(around("c")).toEqual({ before: "It leaks badly. ", text: "The lid is fine.", after: "" });
    expect(around("e")).toEqual({ before: "", text: "Quiet", after: " and fast. It leaks a bit." });
    expect(around("p")).toEqual({ before: "before ", text: "It leaks.", after: " after" });
  });

  it("keep words whose review changed, at the one place where they stand now", () => {
    const moved = { ...note("m", "r1", "The lid is fine.", ["praise"]), review: { reviewId: "r1", start: 3, end: 9 } };
    const lost = { ...note("l", "r1", "gone words", ["praise"]), review: { reviewId: "r1", start: 3, end: 9 } };
    const [first, second] = codingOf(parts([moved, lost])).passages;
    expect(first?.start).toBe(16);
    expect(second?.start).toBeUndefined();
    expect(contextOf(second as NonNullable<typeof second>, plain).text).toBe("gone words");
  });
});
