/** Tables as they really come: from exports, spreadsheets and survey tools, whole and broken. */
import { describe, expect, it } from "vitest";
import { bring } from "./brought";
import { encode, workbook } from "./bytes";

const LONG = "The handle came loose after a week of use.";

describe("tables of text", () => {
  it("keep line breaks and quotes inside of cells, and number rows as a spreadsheet does", async () => {
    const { reviews, preview } = await bring(
      "a.csv",
      `Review Text,Stars\r\n"First line.\r\n\r\nHe said ""wow"".",4\r\n,\r\n,5\r\n${LONG},2\r\n`,
    );
    expect(reviews).toMatchObject([
      { body: 'First line.\r\n\r\nHe said "wow".', rating: 4, ratingScale: 5 },
      { body: LONG, rating: 2 },
    ]);
    expect(preview.leftOut).toEqual({ count: 1, first: [{ number: 4, why: "no-text" }] });
  });

  it("lose only the line of a quote that never closes", async () => {
    const { reviews, preview } = await bring("a.csv", `text,stars\nGood.,5\n"Never closed,1\nFine.,4\nBad.,1\n`);
    expect(reviews.map(({ body }) => body)).toEqual(["Good.", "Fine.", "Bad."]);
    expect(preview.leftOut.first).toEqual([{ number: 3, why: "quotes" }]);
  });

  it("lose only the line of a quote that swallows the next ones", async () => {
    const { reviews, preview } = await bring("a.csv", `text,stars\n"Oops,1\nGood.,5\n"Fine, really.",4\nBad.,1\n`);
    expect(reviews.map(({ body }) => body)).toEqual(["Good.", "Fine, really.", "Bad."]);
    expect(preview.leftOut.first).toEqual([{ number: 2, why: "quotes" }]);
  });

  it("keep an unquoted comma in the last column, and rows that are too short", async () => {
    const { reviews } = await bring("a.csv", "stars,text\n5,Good, but noisy, sadly.\n4,Fine and quiet.\n3\n");
    expect(reviews).toMatchObject([
      { body: "Good, but noisy, sadly.", rating: 5 },
      { body: "Fine and quiet.", rating: 4 },
    ]);
  });

  it.each([
    [";", "Bewertung;Sterne\nSehr gut, wirklich sehr gut.;4,5\n", 4.5],
    ["\t", "отзыв\tоценка\nХорошо, рекомендую.\t3\n", 3],
    ["|", "text|rating\nGood, cheap; nice.|2\n", 2],
    [";", "sep=;\nreview;rating\nGood.;5\n", 5],
  ])("find the delimiter %j", async (delimiter, content, rating) => {
    const { preview, reviews } = await bring("a.csv", content);
    expect(preview.delimiter).toBe(delimiter);
    expect(reviews).toMatchObject([{ rating }]);
  });

  it("take the delimiter and the columns that a person chooses", async () => {
    const fields = new Map([
      [0, "" as const],
      [1, "body" as const],
    ]);
    const { reviews, preview } = await bring("a.csv", "text;remark\nnot this;but this\n", { delimiter: ";", fields });
    expect(preview.columns).toEqual([
      { name: "text", field: "" },
      { name: "remark", field: "body" },
    ]);
    expect(reviews.map(({ body }) => body)).toEqual(["but this"]);
  });

  it("read lines above the names of the columns as what they are", async () => {
    const { reviews, preview } = await bring(
      "a.csv",
      `Export of 3 May 2026\n\nDate,Rating,Review\n2026-05-01,4,${LONG}\n`,
    );
    expect(preview.columns.map(({ name }) => name)).toEqual(["Date", "Rating", "Review"]);
    expect(preview.leftOut.first).toEqual([{ number: 1, why: "above-header" }]);
    expect(reviews).toMatchObject([{ body: LONG, rating: 4, date: "2026-05-01" }]);
  });

  it("need no names: the cells tell what they are", async () => {
    const rows = [
      [5, "2026-01-03", "It boils a litre in three minutes and stays quiet.", "Ann K."],
      [4, "2026-02-11", "Good kettle but the cord is far too short for us.", "Ben Wolf"],
      [5, "2026-03-07", "No complaints so far and the second one in our house.", "Carla"],
    ];
    const { preview, reviews } = await bring("a.csv", rows.map((row) => row.join(",")).join("\n"));
    expect(preview.header).toBe(false);
    expect(preview.columns.map(({ field }) => field)).toEqual(["rating", "date", "body", "author"]);
    expect(reviews).toHaveLength(3);
  });

  it("put both halves of a review together, one below the other", async () => {
    const { reviews } = await bring("a.csv", "Title,Pros,Cons,Overall\nOk,Very quiet at night.,The lid sticks.,7\n");
    expect(reviews).toMatchObject([
      { title: "Ok", body: "Very quiet at night.\nThe lid sticks.", rating: 7, ratingScale: 10 },
    ]);
  });

  it("are not misled by names whose cells say something else", async () => {
    const { reviews } = await bring(
      "a.csv",
      `id,comments,note,data\n1,3,Sehr leise und schnell.,${LONG}\n2,0,Kurzes Kabel leider.,${LONG}!\n`,
    );
    expect(reviews[0]?.body).toBe(LONG);
    expect(reviews[0]?.rating).toBeUndefined();
  });

  it.each([
    ["a percentage", "90%", 90, 100],
    ["stars", "★★★☆☆", 3, 5],
    ["words", "4 out of 5 stars", 4, 5],
    ["a comma", '"4,5"', 4.5, 5],
  ])("read a rating as %s", async (_, cell, rating, ratingScale) => {
    const { reviews } = await bring("a.csv", `rating,text\n${cell},${LONG}\n`);
    expect(reviews).toMatchObject([{ rating, ratingScale }]);
  });

  it("say when the month could come first, and take what a person says", async () => {
    const table = `date,text\n03/04/2025,${LONG}\n05/06/2025,${LONG}!\n`;
    const guess = await bring("a.csv", table);
    expect([guess.preview.order, guess.reviews[0]?.date]).toEqual(["month-first", "2025-03-04"]);
    const chosen = await bring("a.csv", table, { order: "day-first" });
    expect(chosen.reviews[0]?.date).toBe("2025-04-03");
    const proven = await bring("a.csv", `${table}25/12/2025,${LONG}?\n`);
    expect([proven.preview.order, proven.reviews[0]?.date]).toEqual([undefined, "2025-04-03"]);
  });

  it("survive empty columns, doubled names and column names that objects have", async () => {
    const { preview, reviews } = await bring(
      "a.csv",
      `,text,text,__proto__,constructor\n,${LONG},second text here,x,y\n`,
    );
    expect(preview.columns.map(({ name }) => name)).toEqual(["A", "text", "text 2", "__proto__", "constructor"]);
    expect(reviews).toMatchObject([{ body: LONG }]);
  });
});

describe("spreadsheets", () => {
  it("give dates, formulas and faults as what they show, and the sheet with the words", async () => {
    const file = workbook({
      Notes: [["Made in May"]],
      "Reviews & more": [
        ["Review", "Rating", "Date", "Verified"],
        [LONG, 4, { date: 45_000 }, true],
        [
          { xml: '<c r="@" t="str"><f>A2&amp;"!"</f><v>Joined by a formula.</v></c>' },
          { xml: '<c r="@"><f>1+1</f><v>2</v></c>' },
        ],
        [{ xml: '<c r="@" t="e"><f>1/0</f><v>#DIV/0!</v></c>' }, 3],
        ["Never computed.", { xml: '<c r="@" t="str"><f>B2</f></c>' }],
        ["Serial as a number.", 5, 45_001.5],
      ],
    });
    const { preview, reviews } = await bring("a.xlsx", file);
    expect(preview.sheets).toEqual({ names: ["Notes", "Reviews & more"], chosen: "Reviews & more" });
    expect(reviews).toMatchObject([
      { body: LONG, rating: 4, date: "2023-03-15", verified: true },
      { body: "Joined by a formula.", rating: 2 },
      { body: "Never computed." },
      { body: "Serial as a number.", rating: 5, date: "2023-03-16" },
    ]);
    expect(preview.leftOut.first).toEqual([{ number: 4, why: "no-text" }]);
  });

  it("let another sheet be chosen", async () => {
    const file = workbook({
      One: [["text"], ["From the first sheet."]],
      Two: [["text"], ["From the second sheet, which says more."]],
    });
    expect((await bring("a.xlsx", file, { sheet: "One" })).reviews.map(({ body }) => body)).toEqual([
      "From the first sheet.",
    ]);
  });

  it("are read when their parts are large, without workers made from text", async () => {
    const rows = Array.from({ length: 6000 }, (_, i) => [
      `Review number ${i}: ${"quiet and quick. ".repeat(8)}`,
      (i % 5) + 1,
    ]);
    const { reviews } = await bring("big.xlsx", workbook({ One: [["text", "stars"], ...rows] }));
    expect(reviews).toHaveLength(6000);
  });
});

describe("encodings", () => {
  const RUSSIAN = "отзыв;оценка\nХорошо держит заряд, но ремешок жёсткий.;4\n";
  const CHINESE = "评论内容,评分\n很好用，声音也不错。,4\n电池不行，充电太慢了。,2\n";
  const JAPANESE = "レビュー,評価\nとても使いやすいです。音も良い。,5\n";
  const GERMAN = "Bewertung;Sterne\nSehr schöne Kopfhörer, die Größe passt genau.;5\n";
  it.each([
    ["windows-1251", RUSSIAN],
    ["koi8-r", RUSSIAN],
    ["ibm866", RUSSIAN, "chosen"],
    ["windows-1251", "отзыв;оценка\nХорошо.;3\n"],
    ["gb18030", CHINESE],
    ["big5", "評論,評分\n很好用，聲音也不錯，電池可以用很久。,4\n"],
    ["shift_jis", JAPANESE],
    ["euc-jp", JAPANESE],
    ["euc-kr", "리뷰,평점\n아주 좋아요. 소리도 좋습니다.,5\n"],
    ["windows-1252", GERMAN],
    ["windows-1252", "avis;note\nTrès bon produit, livré à l’heure.;5\n"],
    ["windows-1250", "opinia;ocena\nŚwietny sprzęt, łatwy w użyciu, polecam każdemu.;5\n"],
    ["windows-1254", "yorum;puan\nÇok güzel bir ürün, ışığı da şık.;5\n"],
    ["utf-16le", CHINESE],
    ["utf-16be", RUSSIAN],
    ["utf-8", CHINESE],
  ])("%s is recognised in %j", async (label, text, chosen?: string) => {
    const bytes = label === "utf-8" ? new TextEncoder().encode(text) : encode(text, label);
    const { preview, reviews } = await bring("a.csv", bytes, chosen ? { encoding: label } : {});
    expect(preview.encoding?.label).toBe(label);
    const [body = ""] = text.split("\n")[1]?.split(/[;,]\d/) ?? [];
    expect(reviews[0]?.body).toBe(body);
  });

  it.each([
    ["utf-8", [0xef, 0xbb, 0xbf], (text: string) => new TextEncoder().encode(text)],
    ["utf-16le", [0xff, 0xfe], (text: string) => encode(text, "utf-16le")],
    ["utf-16be", [0xfe, 0xff], (text: string) => encode(text, "utf-16be")],
  ])("a byte order mark of %s is no part of the first name", async (label, mark, write) => {
    const { preview } = await bring("a.csv", Uint8Array.from([...mark, ...write(`text,stars\n${LONG},5\n`)]));
    expect(preview.encoding).toEqual({ label, sure: true, damaged: false });
    expect(preview.columns[0]?.name).toBe("text");
  });

  it("stays UTF-8 when a few letters are broken, and says so", async () => {
    const bytes = new TextEncoder().encode(CHINESE.repeat(5));
    bytes[bytes.length - 12] = 0xff;
    const { preview } = await bring("a.csv", bytes);
    expect(preview.encoding).toEqual({ label: "utf-8", sure: false, damaged: true });
  });
});
