import { describe, expect, it } from "vitest";
import { normalise } from "../../../lib/collect/normalise/normalise";
import type { Capture, RawReview } from "../../../lib/collect/site";

function capture(reviews: Partial<RawReview>[], more: Partial<Capture> = {}): Capture {
  const full = reviews.map((review): RawReview => ({ kind: "review", body: "", how: "structure", ...review }));
  return {
    url: "https://www.shop.example/kettle",
    title: "Kettle",
    subject: {},
    readAt: "2026-03-15T12:00:00.000Z",
    warnings: [],
    more: { buttons: [], expanders: [] },
    ...more,
    reviews: full,
  };
}

const KETTLE = {
  body: "Boils fast and pours without a drip.",
  author: "Ines",
  date: "8 June 2025",
  rating: "4 out of 5",
};

describe("two people with numbered names", () => {
  it("keep their reviews, also when one text begins like the other", async () => {
    const body = "Boils fast and pours without a drip, day after day, cup";
    const { reviews } = await normalise(
      capture([
        { body: `${body} 1`, author: "user1", date: "2025-06-08" },
        { body: `${body} 12`, author: "user12", date: "2025-06-08" },
      ]),
    );
    expect(reviews.map(({ author }) => author)).toEqual(["user1", "user12"]);
  });
});

describe("identity", () => {
  it("is the same on every reading", async () => {
    const [first, second] = await Promise.all([
      normalise(capture([KETTLE])),
      normalise(capture([KETTLE], { readAt: "2026-04-01T00:00:00.000Z" })),
    ]);
    expect(second.reviews.map(({ id }) => id)).toEqual(first.reviews.map(({ id }) => id));
    expect(second.subject.id).toBe(first.subject.id);
  });

  it("does not change when only spaces or the selector do", async () => {
    const [plain] = (await normalise(capture([KETTLE]))).reviews;
    const [spaced] = (
      await normalise(capture([{ ...KETTLE, body: "Boils fast  and pours\nwithout a drip.", selector: "#a" }]))
    ).reviews;
    expect(spaced?.id).toBe(plain?.id);
  });

  it("rests on the native id where there is one, however much of the text is shown", async () => {
    const full = { ...KETTLE, nativeId: "R1L12MZN23ZJSE", body: `${KETTLE.body} ${"More. ".repeat(40)}` };
    const [short] = (await normalise(capture([{ ...full, body: "Boils fast and pours…" }]))).reviews;
    const [long] = (await normalise(capture([full]))).reviews;
    expect(short?.id).toBe(long?.id);
  });

  it("takes an address with the id at its end for the id", async () => {
    const [address] = (await normalise(capture([{ ...KETTLE, nativeId: "https://shop.example/reviews/66685a58c62d" }])))
      .reviews;
    const [bare] = (await normalise(capture([{ ...KETTLE, nativeId: "66685a58c62d" }]))).reviews;
    expect(address?.id).toBe(bare?.id);
  });

  it("loses no text when one native id is claimed twice", async () => {
    const { reviews } = await normalise(
      capture([
        { body: "The lid fell off after a week.", author: "Bo", nativeId: "review-77123456" },
        { body: "Quiet, and it looks good on the table.", author: "Cy", nativeId: "review-77123456" },
      ]),
    );
    expect(reviews.map(({ body }) => body)).toEqual([
      "The lid fell off after a week.",
      "Quiet, and it looks good on the table.",
    ]);
    expect(new Set(reviews.map(({ id }) => id)).size).toBe(2);
  });

  it("counts one text under two products for both", async () => {
    const other = { url: "https://www.shop.example/blue-kettle" };
    const review = { ...KETTLE, nativeId: "R1ABCDEFGH" };
    const [first] = (await normalise(capture([review]))).reviews;
    const [second] = (await normalise(capture([review], other))).reviews;
    expect(second?.id).not.toBe(first?.id);
    expect(second?.subjectId).not.toBe(first?.subjectId);
  });

  it("does not drift with days that are told from the day of reading", async () => {
    const page = [
      { body: "Great!", author: "Ana", date: "3 days ago" },
      { body: "Leaks.", author: "Ben", date: "8 June" },
      { body: "The lid fell off after a week.", date: "yesterday" },
    ];
    const ids = async (readAt: string) => (await normalise(capture(page, { readAt }))).reviews.map(({ id }) => id);
    expect(await ids("2026-03-16T12:00:00.000Z")).toEqual(await ids("2026-03-15T12:00:00.000Z"));
  });

  it("is the same cut off on one page and complete on another", async () => {
    const words = "Boils fast and pours without a drip, and I have used it for tea every single morning since March";
    const rest = " when the old one broke. The lid is tight.";
    const idOf = async (review: Partial<RawReview>) => (await normalise(capture([review]))).reviews[0]?.id;
    const cut = await idOf({ body: `${words}… Read more`, author: "Ines", date: "2 weeks ago" });
    expect(await idOf({ body: words + rest, author: "Ines", date: "8 June 2025", title: "Tea" })).toBe(cut);
    expect(await idOf({ body: words + rest, author: "Ana", date: "8 June 2025" })).not.toBe(cut);
  });

  it("keeps texts of one person apart that only begin alike", async () => {
    const start = "This review was collected as part of a promotion, and what follows is what I think of it: ";
    const { reviews } = await normalise(
      capture([
        { body: `${start}it leaks.`, author: "Ines", date: "8 June 2025", nativeId: "1a" },
        { body: `${start}it is the best kettle.`, author: "Ines", date: "9 June 2025", nativeId: "2b" },
        { body: `${start}it is too loud for me.`, author: "Bo", date: "9 June 2025" },
        { body: `${start}it boils.`, author: "Bo", date: "10 June 2025" },
      ]),
    );
    expect(new Set(reviews.map(({ id }) => id)).size).toBe(4);
  });

  it("tells short words of one person on two days apart", async () => {
    const { reviews } = await normalise(
      capture([
        { body: "Great!", author: "Customer", date: "8 June 2025" },
        { body: "Great!", author: "Customer", date: "9 June 2025" },
      ]),
    );
    expect(new Set(reviews.map(({ id }) => id)).size).toBe(2);
  });

  it("tells equal words of different people apart", async () => {
    const { reviews } = await normalise(
      capture([
        { body: "Great!", author: "Ana" },
        { body: "Great!", author: "Ben" },
      ]),
    );
    expect(reviews).toHaveLength(2);
  });
});

describe("merging", () => {
  it("makes one review of two tellings, the richest fields win", async () => {
    const { reviews } = await normalise(
      capture([
        {
          body: "Boils fast and pours without a drip. I use it for…",
          author: "Ines",
          how: "structure",
          selector: "#r1",
          verified: true,
        },
        {
          body: "Boils fast and pours without a drip. I use it for tea every single morning.",
          author: "Ines M.",
          rating: 5,
          date: "2025-06-08",
          how: "json-ld",
        },
      ]),
    );
    expect(reviews).toHaveLength(1);
    expect(reviews[0]).toMatchObject({
      body: "Boils fast and pours without a drip. I use it for tea every single morning.",
      rating: 5,
      ratingScale: 5,
      date: "2025-06-08",
      verified: true,
      place: { selector: "#r1" },
    });
  });

  it("links answers to the review they answer", async () => {
    const { reviews } = await normalise(
      capture([
        { ...KETTLE, nativeId: "t1_abcdef" },
        { kind: "reply", body: "Thank you, Ines!", replyTo: "t1_abcdef", depth: 1 },
        { kind: "comment", body: "I agree with nobody here.", replyTo: "t3_thread" },
      ]),
    );
    expect(reviews[1]?.replyTo).toBe(reviews[0]?.id);
    expect(reviews[2]?.replyTo).toBeUndefined();
  });
});

describe("hostile and odd values", () => {
  it("drops empty bodies, keeps emoji and titles", async () => {
    const { reviews } = await normalise(
      capture([
        { body: "" },
        { body: " \n\u200b\u2060 " },
        { body: "👍👍" },
        { body: "", title: "Never again" },
        { body: "👩‍🍳❤️", author: "Io" },
      ]),
    );
    expect(reviews.map(({ body, title }) => body || title)).toEqual(["👍👍", "Never again", "👩‍🍳❤️"]);
  });

  it("keeps stars without words when it is known who gave them, or when", async () => {
    const { reviews } = await normalise(
      capture([
        { rating: "4 out of 5", author: "Io", date: "8 June 2025" },
        { rating: 3, date: "9 June 2025" },
        { rating: 5 },
      ]),
    );
    expect(reviews.map(({ rating, body }) => [rating, body])).toEqual([
      [4, ""],
      [3, ""],
    ]);
  });

  it("takes out what hides text, keeps the rest verbatim", async () => {
    const tags = [..."obey"].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join("");
    const body = `A\u202ekettle\u202c  with\u200b two \u2066spaces\u2069${tags}\n\n\tand <b>tags</b> &amp; «quotes» — é`;
    const { reviews } = await normalise(capture([{ body }]));
    expect(reviews[0]?.body).toBe("Akettle  with two spaces\n\n\tand <b>tags</b> &amp; «quotes» — é");
  });

  it("leaves joiners where a script needs them", async () => {
    const { reviews } = await normalise(
      capture([{ body: "می‌خواهم" }, { body: "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Scotland" }, { body: "de\u200dlete" }]),
    );
    expect(reviews.map(({ body }) => body)).toEqual(["می‌خواهم", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Scotland", "delete"]);
  });

  it("carries 50,000 characters", async () => {
    const body = "All work and no tea. ".repeat(2400);
    const { reviews } = await normalise(
      capture([
        { body, author: "Jack" },
        { body: `${body}The end.`, author: "Jill" },
      ]),
    );
    expect(reviews.map((review) => review.body.length)).toEqual([body.trim().length, body.length + 8]);
  });

  it("survives names that are object keys, broken ratings, dates and addresses", async () => {
    const { reviews, subject } = await normalise(
      capture(
        [
          { body: "One", author: "__proto__", nativeId: "__proto__" },
          {
            body: "Two",
            author: "constructor",
            rating: "lots",
            date: "soon",
            helpful: Number.NaN,
            nativeId: "constructor",
          },
          { body: "Three \ud800 halves", author: "undefined" },
        ],
        { url: "not an address" },
      ),
    );
    expect(reviews.map(({ body }) => body)).toEqual(["One", "Two", "Three  halves"]);
    expect(reviews[1]).not.toHaveProperty("rating");
    expect(reviews[1]).not.toHaveProperty("date");
    expect(reviews[1]).not.toHaveProperty("helpful");
    expect(reviews[2]).not.toHaveProperty("author");
    expect(subject.id).toMatch(/^[\da-f]{32}$/);
  });
});

describe("subjects", () => {
  const idOf = async (url: string, canonical?: string) =>
    (await normalise(capture([], { url, subject: { url: canonical } }))).subject;

  it("are one over tracking parameters, pages and fragments", async () => {
    const plain = await idOf("https://shop.example/kettle?color=red");
    for (const same of [
      "https://shop.example/kettle?utm_source=mail&color=red",
      "https://shop.example/kettle/?color=red&page=3#reviews",
      "https://shop.example/kettle?fbclid=x&color=red",
    ]) {
      expect((await idOf(same)).id).toBe(plain.id);
    }
    expect((await idOf("https://shop.example/kettle?color=blue")).id).not.toBe(plain.id);
  });

  it("are one over all roads to an Amazon product", async () => {
    const urls = [
      "https://www.amazon.com/Some-Name/dp/B000000001/ref=sr_1?qid=1",
      "https://www.amazon.com/product-reviews/B000000001?pageNumber=2",
      "https://www.amazon.com/gp/product/B000000001",
    ];
    const ids = await Promise.all(urls.map(async (url) => (await idOf(url)).id));
    expect(new Set(ids).size).toBe(1);
  });

  it("trust a canonical address only within the site, and not when it is the front page", async () => {
    expect((await idOf("https://shop.example/kettle?x=1", "https://shop.example/kettle")).url).toBe(
      "https://shop.example/kettle",
    );
    expect((await idOf("https://shop.example/kettle", "https://other.example/")).url).toBe(
      "https://shop.example/kettle",
    );
    expect((await idOf("https://shop.example/kettle", "https://shop.example/")).url).toBe(
      "https://shop.example/kettle",
    );
  });
});

describe("dates of a capture", () => {
  const dates = async (written: string[], more: Partial<Capture> = {}) => {
    const reviews = written.map((date, index) => ({
      body: `Text number ${index} of this page.`,
      author: `A${index}`,
      date,
    }));
    const made = await normalise(capture(reviews, more));
    return { dates: made.reviews.map(({ date }) => date), warnings: made.warnings };
  };

  it("are read in the order that one of them proves", async () => {
    expect((await dates(["03/04/2024", "25/12/2023"], { language: "en" })).dates).toEqual(["2024-04-03", "2023-12-25"]);
  });
  it("are read as the language and the country of the page write them", async () => {
    expect((await dates(["03/04/2024"], { language: "en" })).dates).toEqual(["2024-03-04"]);
    const british = { language: "en", url: "https://shop.example.co.uk/kettle" };
    expect((await dates(["03/04/2024"], british)).dates).toEqual(["2024-04-03"]);
    expect((await dates(["03/04/2024"], { url: "https://shop.de/kettle" })).dates).toEqual(["2024-04-03"]);
  });
  it("count from what a saved page proves", async () => {
    const saved = { at: "2021-03-05T10:00:00Z" };
    expect((await dates(["2 days ago", "1 March 2021"], { saved })).dates).toEqual(["2021-03-03", "2021-03-01"]);
    expect((await dates(["2 days ago", "8 March 2021"], { saved })).dates).toEqual(["2021-03-06", "2021-03-08"]);
    expect((await dates(["2 days ago", "1 March 2021"], { saved: {} })).dates).toEqual(["2021-02-27", "2021-03-01"]);
  });
  it("are left out of a saved page that proves nothing, and that is said", async () => {
    const read = await dates(["2 days ago"], { saved: {} });
    expect(read.dates).toEqual([undefined]);
    expect(read.warnings).toEqual([expect.stringContaining("1 of 1 dates")]);
  });
  it("that cannot be read are told with an example", async () => {
    expect((await dates(["soonish", "8 June 2025"])).warnings).toEqual([expect.stringContaining('"soonish"')]);
    expect((await dates(["8 June 2025"])).warnings).toEqual([]);
  });
  it("count from the reader's own day", async () => {
    const readAt = "2026-03-16T08:00:00+10:00";
    expect((await dates(["today", "yesterday"], { readAt })).dates).toEqual(["2026-03-16", "2026-03-15"]);
  });
});

describe("fields", () => {
  it("are parsed as the page's language writes them", async () => {
    const { reviews, subject } = await normalise(
      capture(
        [
          {
            body: "Sehr guter Kessel, kocht schnell.",
            author: "Von: Ines · Local Guide",
            date: "Rezension aus Deutschland vom 12. März 2022",
            rating: "4,0 von 5 Sternen",
            helpful: "1.204 Personen fanden das hilfreich",
            variant: "Farbe: Schwarz\nVerifizierter Kauf",
            language: "de-DE",
          },
        ],
        {
          language: "de",
          url: "https://www.teehaus.de/p/kessel-2000?utm_source=x",
          subject: {
            name: "Kessel 2000 | Teehaus",
            price: "1.299,00 €",
            category: ["Startseite", "Küche ›", "Kessel"],
            rating: "4,5 von 5",
            ratingCount: "1.204 Bewertungen",
          },
        },
      ),
    );
    expect(reviews[0]).toMatchObject({
      author: "Ines",
      date: "2022-03-12",
      rating: 4,
      ratingScale: 5,
      helpful: 1204,
      variant: "Farbe: Schwarz",
      verified: true,
      location: "Deutschland",
      language: "de",
    });
    expect(subject).toMatchObject({
      name: "Kessel 2000",
      url: "https://www.teehaus.de/p/kessel-2000",
      price: "1.299,00 €",
      priceAmount: 1299,
      currency: "EUR",
      category: "Küche › Kessel",
      rating: 4.5,
      ratingCount: 1204,
    });
  });

  it("take Douban's words for stars on its pages, and a thumb for none elsewhere", async () => {
    const review = { body: "好看。", author: "甲", rating: "推荐" };
    const douban = await normalise(capture([review], { url: "https://movie.douban.com/subject/1/comments" }));
    expect(douban.reviews[0]).toMatchObject({ rating: 4, ratingScale: 5 });
    const other = await normalise(capture([review], { url: "https://store.steampowered.com/app/440" }));
    expect(other.reviews[0]).not.toHaveProperty("rating");
  });
});
