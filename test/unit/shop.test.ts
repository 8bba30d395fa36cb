import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Shop, startShop } from "../../scripts/demo/shop-server";
import { expected, reviewsById } from "../fixtures/shop/expected";
import { pagesOf } from "../fixtures/shop/figures";
import { products } from "../fixtures/shop/products";
import { html, jsonScript } from "../fixtures/shop/render/html";

const all = products.flatMap((product) => product.reviews);
const words = (text: string): number => text.split(/\s+/).filter(Boolean).length;

describe("the data of the sample shop", () => {
  it("has one id and one author for every review", () => {
    expect(new Set(all.map((review) => review.id)).size).toBe(all.length);
    expect(reviewsById.size).toBe(all.length);
    expect(all.filter((review) => !review.author.trim())).toEqual([]);
  });

  it("has at least 120 English, 12 Chinese and 12 Russian reviews with words", () => {
    const count = (language?: string) => all.filter((review) => review.body && review.language === language).length;
    expect([count(), count("zh"), count("ru")]).toEqual([139, 12, 12]);
  });

  it("writes every language in its own script", () => {
    for (const { language, body } of all) {
      if (language === "zh") expect(body).toMatch(/^[\p{Script=Han}\p{P}\d\s]+$/u);
      else if (language === "ru") expect(body).toMatch(/^[\p{Script=Cyrillic}\p{P}\d\s]+$/u);
      else expect(body).not.toMatch(/[\p{Script=Han}\p{Script=Cyrillic}]/u);
    }
  });

  it("varies in length, and no two bodies are equal", () => {
    const lengths = all.filter((review) => !review.language && review.body).map((review) => words(review.body));
    expect(Math.min(...lengths)).toBeLessThanOrEqual(3);
    expect(Math.max(...lengths)).toBeGreaterThan(280);
    const bodies = all.filter((review) => review.body).map((review) => review.body);
    expect(new Set(bodies).size).toBe(bodies.length);
  });

  it("spreads over 2024 to 2026, and the shop never answers before it was written to", () => {
    for (const review of all) {
      expect(new Date(review.date).toISOString().slice(0, 10)).toBe(review.date);
      if (review.reply) expect(review.reply.date >= review.date).toBe(true);
    }
    const years = new Set(all.map((review) => review.date.slice(0, 4)));
    expect([...years].sort()).toEqual(["2024", "2025", "2026"]);
  });

  it("holds every kind of trap for every product", () => {
    const kinds = ["misleading", "spam", "injection", "near-duplicate", "no-words", "long"] as const;
    for (const product of expected.filter(({ slug }) => slug !== "lyng-headphones"))
      for (const kind of kinds) expect(product.traps.get(kind)?.length, `${product.slug} ${kind}`).toBeGreaterThan(0);
    expect(all.filter((review) => review.trap === "emoji-only").map((review) => review.id)).toEqual(["hp-36", "bp-25"]);
  });
});

describe("what a right reading finds", () => {
  it("is pinned: ratings, counts, pages", () => {
    const figures = expected.map(({ slug, rating, reviews, withWords, replies, pages }) => {
      const sizes = pages.map((page) => page.length).join("+");
      return `${slug}: ${rating} stars, ${reviews} reviews on ${sizes}, ${withWords} with words, ${replies} replies`;
    });
    expect(figures).toEqual([
      "lyng-headphones: 3.6 stars, 60 reviews on 16+16+16+12, 59 with words, 4 replies",
      "bris-stick-vacuum: 3.6 stars, 56 reviews on 15+15+15+11, 55 with words, 3 replies",
      "tind-45-backpack: 3.7 stars, 50 reviews on 15+15+15+5, 49 with words, 2 replies",
    ]);
  });

  it("has every review on exactly one page, newest first", () => {
    for (const product of products) {
      const shown = pagesOf(product).flat();
      expect(shown.map((review) => review.id).sort()).toEqual(product.reviews.map((review) => review.id).sort());
      expect(shown.every((review, index) => index === 0 || review.date <= (shown[index - 1]?.date ?? ""))).toBe(true);
    }
  });
});

describe("the rendered shop", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await startShop();
  });
  afterAll(() => shop.close());

  const read = async (path: string) => {
    const response = await fetch(shop.url + path);
    return { status: response.status, text: await response.text() };
  };

  it("shows each review once, on its page, escaped", async () => {
    for (const product of expected)
      for (const [index, ids] of product.pages.entries()) {
        const { status, text } = await read(`${product.path}?page=${index + 1}`);
        expect(status).toBe(200);
        const shown = [...text.matchAll(/(?: id="review-|data-entry="|<div class="review" id=")(\w\w-\d\d)"/g)];
        expect(shown.map((match) => match[1])).toEqual(ids);
        expect(text).not.toContain("<script>alert");
      }
  });

  it("asks no other host for anything and counts what it was asked", async () => {
    const before = shop.requests.length;
    for (const path of ["/", ...expected.map((product) => product.path), "/shop.css", "/shop.js"]) {
      const { text } = await read(path);
      const addresses = [...text.matchAll(/(?:src|href|action|url)=?[("'\s]+(https?:\/\/[^"')]+)/g)].map(
        (match) => match[1],
      );
      expect(addresses.filter((address) => !address?.startsWith(shop.url))).toEqual([]);
    }
    expect(shop.requests.slice(before)).toEqual([
      "/",
      ...expected.map((product) => product.path),
      "/shop.css",
      "/shop.js",
    ]);
  });

  it("answers unknown paths and pages with a page that says so", async () => {
    for (const path of [
      "/nothing",
      "/product/lyng-headphones?page=99",
      "/product/lyng-headphones?page=x",
      "//",
      "/%",
    ]) {
      const { status, text } = await read(path);
      expect(text).toContain("Norddal");
      expect(status, path).toBe(path === "//" ? 200 : 404);
    }
  });

  it("keeps the JSON-LD whole and equal to the data", async () => {
    const { text } = await read("/product/lyng-headphones?page=2");
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? "";
    const data = JSON.parse(json) as { review: { reviewBody?: string; name?: string }[] };
    const ids = expected[0]?.pages[1] ?? [];
    expect(data.review.map((review) => review.reviewBody ?? "")).toEqual(ids.map((id) => reviewsById.get(id)?.body));
  });
});

describe("the template tag", () => {
  it("escapes values and keeps its own markup", () => {
    expect(html`<p title="${`"'>`}">${"<b>&"}${html`<i>${1}</i>`}${[undefined, false, "a"]}</p>`.source).toBe(
      '<p title="&#34;&#39;&#62;">&#60;b&#62;&#38;<i>1</i>a</p>',
    );
  });

  it("writes JSON that cannot end its element", () => {
    const { source } = jsonScript({ a: "</script><!-- & \u2028" });
    expect(source).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(source)).toEqual({ a: "</script><!-- & \u2028" });
  });
});
