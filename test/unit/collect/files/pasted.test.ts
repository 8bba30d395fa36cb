/** What people copy from pages, mails, chats and spreadsheets. */
import { describe, expect, it } from "vitest";
import { bring } from "./brought";

const paste = (text: string, choices = {}) => bring("Pasted", text, choices, { how: "pasted" });

describe("pasted text", () => {
  it("is cut at empty lines, paragraphs kept whole", async () => {
    const { preview, reviews } = await paste("It boils fast.\nI like it.\n\n\nThe lid is stiff and the cord short.\n");
    expect([preview.layout, preview.unit]).toEqual(["paragraphs", "line"]);
    expect(reviews.map(({ body }) => body)).toEqual([
      "It boils fast.\nI like it.",
      "The lid is stiff and the cord short.",
    ]);
  });

  it("is one review a line when no line goes on in the next", async () => {
    const { preview, reviews } = await paste("- It boils fast.\n- The lid is stiff.\n3. Good value\n");
    expect(preview.layout).toBe("lines");
    expect(reviews.map(({ body }) => body)).toEqual(["It boils fast.", "The lid is stiff.", "Good value"]);
  });

  it("is a single review when its lines are wrapped, and another cut can be chosen", async () => {
    const text = "It boils fast and\nkeeps the water warm, but\nthe cord is too short.";
    expect((await paste(text)).reviews.map(({ body }) => body)).toEqual([text]);
    expect((await paste(text, { layout: "lines" })).reviews).toHaveLength(3);
  });

  it("from a spreadsheet is a table, with and without names", async () => {
    const named = await paste('Review\tStars\tDate\n"Quiet.\nReally."\t5\t2026-03-01\nLoud.\t1\t2026-03-02');
    expect(named.reviews).toMatchObject([
      { body: "Quiet.\nReally.", rating: 5, date: "2026-03-01" },
      { body: "Loud.", rating: 1 },
    ]);
    const bare = await paste("5\tIt boils a litre in three minutes.\n2\tThe lid came off after a month of use.");
    expect(bare.reviews).toMatchObject([{ rating: 5, body: "It boils a litre in three minutes." }, { rating: 2 }]);
  });

  it.each([
    [
      "stars and title, author and date, text",
      `★★★★☆ Quiet at last
by Ann Lee on 3 May 2024
I work next to the kitchen.

It does not bother me.

★☆☆☆☆ Broke
by Ben on 12 April 2024
The lid came off.`,
    ],
    [
      "author, stars, date, text",
      `Ann Lee
4 out of 5 stars Quiet at last
Reviewed in Spain on 3 May 2024
Verified Purchase
I work next to the kitchen.

It does not bother me.
12 people found this helpful
Ben
1 out of 5 stars Broke
Reviewed in Spain on 12 April 2024
The lid came off.`,
    ],
    [
      "stars, text, author and date in one line",
      `4/5
Quiet at last
I work next to the kitchen.

It does not bother me.
Ann Lee · 3 May 2024
1/5
Broke
The lid came off.
Ben · 12 April 2024`,
    ],
  ])("is read as cards: %s", async (_, text) => {
    const { preview, reviews } = await paste(text);
    expect(preview.layout).toBe("cards");
    expect(reviews).toMatchObject([
      { author: "Ann Lee", date: "2024-05-03", title: "Quiet at last", rating: 4, ratingScale: 5 },
      { author: "Ben", date: "2024-04-12", title: "Broke", rating: 1, body: "The lid came off." },
    ]);
    expect(reviews[0]?.body).toBe("I work next to the kitchen.\n\nIt does not bother me.");
  });

  it("keeps prose with a date or a number in it as prose", async () => {
    const { reviews } = await paste(
      "I bought it on 3 May 2024 and it broke on 5 May.\n\n5 stars would be too much for a kettle that is this loud.",
    );
    expect(reviews.map(({ body }) => body)).toEqual([
      "I bought it on 3 May 2024 and it broke on 5 May.",
      "5 stars would be too much for a kettle that is this loud.",
    ]);
  });

  it("selected on a page belongs to that page, unless it is named otherwise", async () => {
    const source = { how: "selected" as const, page: { url: "https://shop.example/kettle", name: "Kettle" } };
    const own = await bring("Selected", "It boils fast.\n\nIt is loud.", {}, source);
    expect(own.captures[0]).toMatchObject({
      url: "https://shop.example/kettle",
      subject: { name: "Kettle", url: "https://shop.example/kettle" },
    });
    const other = await bring("Selected", "It boils fast.", { subject: "Toaster" }, source);
    expect(other.captures[0]).toMatchObject({
      url: "earshot:pasted",
      subject: { name: "Toaster", url: "earshot:subject/toaster" },
    });
    expect(other.reviews[0]?.url).toBe("https://shop.example/kettle");
  });
});
