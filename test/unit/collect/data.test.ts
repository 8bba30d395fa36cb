import { describe, expect, it } from "vitest";
import { parseLenient } from "../../../lib/collect/data/lenient-json";
import { plain } from "../../../lib/collect/data/markup";
import { readSchema } from "../../../lib/collect/data/schema-org";
import { isLaterPage } from "../../../lib/collect/more/next-page";

const BROKEN: [what: string, text: string][] = [
  ["comments around it", '<!-- {"a": "b"} -->'],
  ["a CDATA section", '//<![CDATA[\n{"a": "b"}\n//]]>'],
  ["a comma too many", '{"a": "b",}'],
  ["an end cut off", '{"a": "b", "c": [1, 2'],
  ["a semicolon behind it", '{"a": "b"};'],
  ["a wrong escape", '{"a": "b", "c": "it\\\'s"}'],
];

describe("parseLenient", () => {
  it.each(BROKEN)("reads JSON with %s", (_what, text) => expect(parseLenient(text)).toMatchObject({ a: "b" }));

  it("reads line breaks and quotes inside of strings", () => {
    expect(parseLenient('{"body": "line one\nline "two"", "n": 1}')).toEqual({ body: 'line one\nline "two"', n: 1 });
  });

  it("gives nothing for what is no JSON", () => expect(parseLenient("window.x = function () {}")).toBeUndefined());
});

describe("plain", () => {
  it("takes formatting off and leaves everything else", () => {
    expect(plain("<p>Good &amp; <b>fast</b></p><p>2 < 3, i <3 it &#39;really&#x27;</p>")).toBe(
      "Good & fast\n2 < 3, i <3 it 'really'",
    );
  });
});

describe("readSchema", () => {
  it("leaves questions, answers and critics' articles out", () => {
    const { reviews } = readSchema(
      [
        {
          "@type": "QAPage",
          mainEntity: {
            "@type": "Question",
            text: "Does it fit?",
            acceptedAnswer: { "@type": "Answer", text: "Yes.", comment: { "@type": "Comment", text: "No." } },
          },
        },
        {
          "@type": "Review",
          itemReviewed: { "@type": "Game", name: "Dungeon" },
          headline: "Our verdict",
          publisher: { name: "Mag" },
          reviewBody: "A long article.",
        },
        {
          "@type": "Product",
          name: "Kettle",
          review: [
            { "@type": "Review", reviewBody: "Fine.", author: { name: "Al" }, reviewRating: { ratingValue: "4" } },
          ],
        },
      ],
      "json-ld",
    );
    expect(reviews.map(({ body, rating }) => [body, rating])).toEqual([["Fine.", 4]]);
  });

  it("keeps who answers whom", () => {
    const thread = {
      "@type": "DiscussionForumPosting",
      text: "The post",
      comment: [
        { "@type": "Comment", text: "First", identifier: "c100001", comment: { "@type": "Comment", text: "Second" } },
      ],
    };
    expect(readSchema(thread, "json-ld").reviews.map(({ body, replyTo, depth }) => [body, replyTo, depth])).toEqual([
      ["First", undefined, 0],
      ["Second", "c100001", 1],
    ]);
  });
});

describe("isLaterPage", () => {
  const here = "https://shop.example/kettle?sort=new&page=2";
  it.each([
    [here, "https://shop.example/kettle?sort=new&page=3", true],
    ["https://shop.example/kettle", "https://shop.example/kettle?page=2", true],
    ["https://blog.example/post", "https://blog.example/post/comment-page-2#comments", true],
    ["https://blog.example/t/12", "https://blog.example/t/12/page/2", true],
    [here, "https://shop.example/kettle?sort=new&page=1", false],
    [here, "https://other.example/kettle?page=3", false],
    ["https://blog.example/2020/one-post", "https://blog.example/2020/next-post", false],
    [here, `${here}#reviews`, false],
  ])("from %s to %s: %s", (from, to, expected) => expect(isLaterPage(from, to)).toBe(expected));
});
