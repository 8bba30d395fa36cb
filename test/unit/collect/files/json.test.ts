/** JSON in the shapes that sites, tools and people give it. */
import { describe, expect, it } from "vitest";
import { bring } from "./brought";

const json = (value: unknown) => JSON.stringify(value);
const bodies = (reviews: { body?: string }[]) => reviews.map(({ body }) => body);

describe("JSON", () => {
  it("is read as schema.org writes it, nested fields and all", async () => {
    const product = {
      "@context": "https://schema.org",
      "@type": "Product",
      name: "Fennel kettle",
      description:
        "A kettle of brushed steel, with a long description that says more than any single review of it does.",
      review: [
        {
          "@type": "Review",
          reviewBody: "Quiet and quick.",
          name: "Fine",
          reviewRating: { "@type": "Rating", ratingValue: "8", bestRating: "10" },
          author: { "@type": "Person", name: "Ann" },
          datePublished: "2026-02-03",
        },
        { "@type": "Review", reviewBody: "The cord is short.", author: [{ name: "Ben" }] },
      ],
    };
    const { reviews, preview } = await bring("page.json", json(product));
    expect(reviews).toMatchObject([
      { body: "Quiet and quick.", rating: 8, ratingScale: 10, author: "Ann", date: "2026-02-03" },
      { body: "The cord is short.", author: "Ben" },
    ]);
    expect(preview.subjects).toEqual({
      name: "Fennel kettle",
      named: [{ name: "Fennel kettle", reviews: 2 }],
      apart: false,
    });
  });

  it.each([
    ["a list", [{ text: "One is fine." }, { text: "Two is bad." }]],
    ["a list in an object", { status: "ok", data: { items: [{ text: "One is fine." }, { text: "Two is bad." }] } }],
    [
      "reviews with answers of the shop",
      [{ text: "One is fine.", replies: [{ text: "We are glad to hear that from you!" }] }, { text: "Two is bad." }],
    ],
    [
      "pages of reviews",
      [
        { page: 1, reviews: [{ text: "One is fine." }] },
        { page: 2, reviews: [{ text: "Two is bad." }] },
      ],
    ],
    ["texts alone", ["One is fine.", "Two is bad."]],
    [
      "reviews with pictures and labels",
      [
        { text: "One is fine.", photos: [{ url: "https://cdn.example/a/very/long/address.jpg" }], tags: ["portable"] },
        { text: "Two is bad." },
      ],
    ],
  ])("finds %s", async (_, document) => {
    expect(bodies((await bring("a.json", json(document))).reviews)).toEqual(["One is fine.", "Two is bad."]);
  });

  it("keeps reviews of several products apart, by the name of what they stand in", async () => {
    const document = [
      { product: { name: "Kettle" }, reviews: [{ text: "Boils fast." }, { text: "Too loud for me." }] },
      { product: { name: "Toaster" }, reviews: [{ text: "Burns on one side." }, { text: "Looks good." }] },
    ];
    const { captures } = await bring("a.json", json(document));
    expect(captures.map(({ subject, reviews }) => [subject.name, bodies(reviews)])).toEqual([
      ["Kettle", ["Boils fast.", "Too loud for me."]],
      ["Toaster", ["Burns on one side.", "Looks good."]],
    ]);
  });

  it("leaves out entries that are no objects, by number", async () => {
    const { preview, reviews } = await bring("a.json", '[{"text":"One is fine."},5,null,{"text":"Two is bad."}]');
    expect(bodies(reviews)).toEqual(["One is fine.", "Two is bad."]);
    expect(preview.leftOut.first).toEqual([
      { number: 2, why: "not-an-object" },
      { number: 3, why: "not-an-object" },
    ]);
    expect(preview.unit).toBe("entry");
  });

  it("reads what is whole in a document that breaks off", async () => {
    const { preview, reviews } = await bring(
      "a.json",
      '[{"text":"One {is} \\"fine\\"."},{"text":"Two is bad."},{"text":"Thr',
    );
    expect(bodies(reviews)).toEqual(['One {is} "fine".', "Two is bad."]);
    expect(preview.leftOut.first).toEqual([{ number: 3, why: "broken-json" }]);
  });

  it("tells a broken line by its number and reads the others", async () => {
    const { preview, reviews } = await bring(
      "a.ndjson",
      '{"text":"One is fine."}\n\n{"text":\n7\n{"text":"Two is bad."}\n',
    );
    expect([preview.format, bodies(reviews)]).toEqual(["ndjson", ["One is fine.", "Two is bad."]]);
    expect(preview.leftOut.first).toEqual([
      { number: 3, why: "broken-json" },
      { number: 4, why: "not-an-object" },
    ]);
  });

  it("says that there is no list, and keys that objects have do no harm", async () => {
    await expect(bring("a.json", "{}")).rejects.toThrow(/a\.json/);
    const { reviews } = await bring("a.json", '[{"__proto__":"x","constructor":{"name":"y"},"text":"One is fine."}]');
    expect(reviews).toMatchObject([{ body: "One is fine." }]);
  });

  it("reads the threads of another export, with who answers whom", async () => {
    const { reviews } = await bring(
      "a.json",
      json([
        { id: "c1", text: "First of all." },
        { id: "c2", parentId: "c1", text: "I agree with that." },
      ]),
    );
    expect(reviews).toMatchObject([{ nativeId: "c1" }, { nativeId: "c2", replyTo: "c1" }]);
  });
});
