import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { codeTable } from "../../../lib/report/code-table";
import { makeReview } from "../store/records";

const phrase = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  [key, ...Object.values(values)].join(" ");
const CODE = { name: "Leaks, mostly" };
const review = {
  ...makeReview("r1", 'It "leaks", and\nhow. Call me.'),
  rating: 2,
  ratingScale: 5,
  date: "2026-03",
  language: "en",
};
const rowsOf = (table: string) => Papa.parse<string[]>(table.slice(1)).data;

describe("the table of a code", () => {
  it("opens in a spreadsheet with every word as it was written", () => {
    const table = codeTable(CODE, [{ reviewId: "r1", start: 0, end: 20, confidence: 0.914 }], [review], { phrase });
    expect(table.charCodeAt(0)).toBe(0xfeff);
    const [head, row] = rowsOf(table);
    expect(head).toHaveLength(8);
    expect(row).toEqual([
      "Leaks, mostly",
      'It "leaks", and\nhow.',
      "codeDecided suggested",
      "0.91",
      "2/5",
      "2026-03",
      "en",
      "https://shop.example/kettle",
    ]);
  });

  it("keeps what was judged even when its review is gone, and leaves out what has no words", () => {
    const judged = { reviewId: "gone", start: 0, end: 9, text: "It leaks." };
    const rows = rowsOf(codeTable(CODE, [judged, { reviewId: "gone", start: 0, end: 9 }], [review], { phrase }));
    expect(rows).toHaveLength(2);
    expect(rows[1]?.slice(1, 4)).toEqual(["It leaks.", "codeDecided hand", ""]);
  });

  it("never gives a spreadsheet a formula", () => {
    const formula = makeReview("r2", '=HYPERLINK("https://bad.example")');
    const table = codeTable({ name: "+1" }, [{ reviewId: "r2", start: 0, end: 33 }], [formula], { phrase });
    const [, row] = rowsOf(table);
    expect(row?.[0]).toBe("'+1");
    expect(row?.[1]).toMatch(/^'=HYPERLINK/);
  });

  it("hides what it is told to hide, and never names an author", () => {
    const named = { ...review, author: "Inge Weber" };
    const table = codeTable(CODE, [{ reviewId: "r1", start: 21, end: 29 }], [named], {
      phrase,
      mask: (text, { start, end }) => text.slice(start, end).replace("me", "…"),
    });
    expect(rowsOf(table)[1]?.[1]).toBe("Call ….");
    expect(table).not.toContain("Inge");
  });
});
