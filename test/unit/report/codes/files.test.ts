import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import readSheets from "read-excel-file/universal";
import { describe, expect, it } from "vitest";
import {
  type CodingMasks,
  codebookTable,
  codingOf,
  crossTable,
  crosstabOf,
  documentLines,
  passageTable,
  type TableTexts,
  toCsv,
  toDocument,
  togetherOf,
  togetherTable,
  toWorkbook,
  UNMASKED,
} from "../../../../lib/report/codes";
import { maskPassage, maskPersonalData } from "../../../../lib/understand/personal-data";
import { TEXTS } from "../survey/texts";
import { CODERS, CODES, note, pageNote, parts } from "./coded";

const FORMULA = '=HYPERLINK("https://bad.example","\u0001<b>&")';
const NOTES = [
  note("a", "r1", "It leaks badly.", ["leak", "noise"], { note: FORMULA, tags: ["one", "two"] }),
  note("b", "r3", "Call me at inge@example.org.", ["praise"], { note: "Write to inge@example.org" }),
  pageNote("p", "It leaks.", ["leak"]),
  note("n", "r2", "Quiet", []),
];
const coding = codingOf({
  ...parts(NOTES),
  codes: CODES.map((code) => (code.id === "leak" ? { ...code, name: "@leak" } : code)),
});
const MASKED: CodingMasks = {
  passage: (text, place, review) => maskPassage(text, place, review?.language, { author: review?.author }),
  text: (text) => maskPersonalData(text),
};
const texts = (masks: CodingMasks): TableTexts => ({
  phrase: TEXTS.phrase,
  masks,
  columnName: (_, id) => id || "none",
  coderName: (coder) => coder?.name || "you",
});
const tables = (masks: CodingMasks) => [
  passageTable(coding.passages, coding, CODERS, texts(masks)),
  crossTable(crosstabOf(coding, "stars", CODERS), coding, texts(masks)),
  togetherTable(togetherOf(coding, "passage"), coding, texts(masks)),
  codebookTable(coding, texts(masks)),
];
const [passages] = tables(UNMASKED);

describe("coded passages in files", () => {
  it("open as CSV word for word, and no cell is a formula", () => {
    const csv = toCsv(passages as NonNullable<typeof passages>);
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const [head, row] = Papa.parse<string[]>(csv.slice(1)).data;
    expect(head?.slice(0, 3)).toEqual(["Codes", "Passage", "Note"]);
    expect(row?.slice(0, 4)).toEqual([
      "Code fault > @leak; Code fault > Code noise",
      "It leaks badly.",
      `'${FORMULA}`,
      "one; two",
    ]);
    expect(row?.slice(4, 13)).toEqual([
      "",
      "The lid is fine.",
      "1",
      "2024-01-05",
      "en",
      "you",
      "2026-05-10T08:00:00Z",
      "",
      "https://shop.example/",
    ]);
  });

  it("open as a workbook with a sheet for each table, texts as texts", async () => {
    const bytes = await toWorkbook(tables(UNMASKED));
    const sheets = await readSheets(bytes.buffer);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      "Passages",
      "Codes by stars",
      "Together on passages",
      "Codebook",
    ]);
    const [, row] = sheets[0]?.data ?? [];
    expect(row?.[1]).toBe("It leaks badly.");
    expect(row?.[2]).toBe('=HYPERLINK("https://bad.example"," <b>&")');
    expect(sheets[1]?.data[1]?.slice(2, 5)).toEqual([1, 1, 1]);
    expect(sheets[2]?.data[1]).toEqual(["Code fault > @leak", "Code fault > Code noise", 1, 2, 0.5]);
    const files = unzipSync(bytes);
    const xml = Object.values(files)
      .map((file) => strFromU8(file))
      .join("");
    expect(xml).not.toMatch(/<f>|<f |hyperlink r:id|externalLink|TargetMode/i);
    expect(xml).not.toContain("Inge");
    expect(xml).toContain('s="3" t="inlineStr"');
    expect(await toWorkbook(tables(UNMASKED))).toEqual(bytes);
  });

  it("keep thousands of long passages without a worker, and cut what no cell holds", async () => {
    const long = "word ".repeat(8000);
    const rows = Array.from({ length: 3000 }, (_, i) => [i, `passage ${i} ${"text ".repeat(40)}`]);
    const bytes = await toWorkbook([
      { name: "A/B", columns: ["n", long], rows },
      { name: "a b", columns: ["x"], rows: [["_x000D_"]] },
    ]);
    const [first, second] = await readSheets(bytes.buffer);
    expect([first?.sheet, second?.sheet]).toEqual(["A B", "a b 2"]);
    expect(first?.data).toHaveLength(3001);
    expect(String(first?.data[0]?.[1])).toHaveLength(32_767);
  });

  it("open in Word: a heading for each code, every quote with its source", async () => {
    const lines = documentLines({ title: "Kettle", notes: ["hidden"] }, coding.passages, coding, CODERS, texts(MASKED));
    const said = lines.map(({ as, text }) => `${as}: ${text}`);
    expect(said).toContain("heading: Code fault > @leak");
    expect(said).toContain("quote: “It leaks badly.”");
    expect(said).toContain("soft: ★ 1 · 2024-01-05 · en · https://shop.example/ · you");
    expect(said).toContain("heading: Without a code");
    const xml = strFromU8(unzipSync(await toDocument("Kettle", lines))["word/document.xml"] ?? new Uint8Array());
    expect(xml).toContain("It leaks badly.");
    expect(xml).toContain("&lt;b&gt;&amp;");
    expect(xml).not.toContain("\u0001");
  });

  it("hide personal data where it is told to, and never name an author", async () => {
    const all =
      JSON.stringify(tables(MASKED)) +
      JSON.stringify(documentLines({ title: "", notes: [] }, coding.passages, coding, CODERS, texts(MASKED)));
    expect(all).not.toContain("inge@example.org");
    expect(all).toContain("[e-mail]");
    expect(JSON.stringify(tables(UNMASKED))).toContain("inge@example.org");
    expect(JSON.stringify(tables(UNMASKED))).not.toContain("Inge Weber");
  });
});
