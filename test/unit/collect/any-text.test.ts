import { describe, expect, it } from "vitest";
import { canonicalUrl, subjectKey } from "../../../lib/collect/normalise/address";
import { authorName } from "../../../lib/collect/normalise/author";
import { parseCount, parseTotal } from "../../../lib/collect/normalise/count";
import { locationOf } from "../../../lib/collect/normalise/location";
import { normalise } from "../../../lib/collect/normalise/normalise";
import { parsePrice } from "../../../lib/collect/normalise/price";
import { parseRating } from "../../../lib/collect/normalise/rating";
import { subjectName } from "../../../lib/collect/normalise/subject-name";
import { statedLanguage, titleOf, variantOf } from "../../../lib/collect/normalise/words";
import type { RawReview } from "../../../lib/collect/site";

const PIECES = [
  "4.5",
  "1,204",
  "12",
  "½",
  "★",
  "☆",
  "of",
  "von",
  "из",
  "5つ星のうち",
  "reviews",
  "отзывов",
  "万",
  "тыс.",
  "€",
  "US $",
  "kr",
  "1.299,00",
  "-",
  "–",
  "(",
  ")",
  " ",
  "\n",
  "https://",
  "shop.example",
  "/p/",
  "?page=2",
  "#!/",
  "%E0%A4",
  "%",
  ":",
  "By ",
  "Verified Buyer",
  "Reviewed in ",
  " on ",
  "\u0000",
  "\ud800",
  "\u202e",
  "🇩🇪",
  "م",
  "٣",
  "９",
  "a".repeat(300),
  "9".repeat(300),
  " ".repeat(200),
  "__proto__",
  "constructor",
  "1 ".repeat(150),
  ".,".repeat(100),
  "|".repeat(100),
];

/** The same texts in every run: pieces of what pages write, and of everything else, thrown together. */
function texts(count: number): string[] {
  let seed = 11;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const piece = () => (random(4) ? (PIECES[random(PIECES.length)] ?? "") : String.fromCodePoint(random(0xd7ff)));
  return Array.from({ length: count }, () => Array.from({ length: 1 + random(14) }, piece).join(random(2) ? "" : " "));
}

const TEXTS = texts(5000);

const READERS: [name: string, read: (text: string) => unknown][] = [
  ["parseRating", (text) => parseRating(text)],
  ["parseCount", (text) => parseCount(text, "en")],
  ["parseTotal", (text) => parseTotal(text, "ru")],
  ["parsePrice", (text) => parsePrice(text, undefined, "DE")],
  ["canonicalUrl", (text) => canonicalUrl(`https://shop.example/${text}`)],
  ["subjectKey", (text) => subjectKey(text)],
  ["authorName", (text) => authorName(text)],
  ["locationOf", (text) => [locationOf(text, undefined), locationOf(undefined, text)]],
  ["subjectName", (text) => subjectName(text, { host: "shop.example" })],
  ["words", (text) => [titleOf(text, text), variantOf(text), statedLanguage(text.slice(0, 8), text)]],
];

describe("any text at all", () => {
  it.each(READERS)("does not stop %s, nor hold it up", (_, read) => {
    const start = performance.now();
    for (const text of TEXTS) read(text);
    expect((performance.now() - start) / TEXTS.length).toBeLessThan(3);
  });

  it("gives only ratings within their scale, and whole counts", () => {
    for (const text of TEXTS) {
      const rating = parseRating(text);
      if (rating) expect(rating.rating).toBeLessThanOrEqual(rating.ratingScale);
      const count = parseTotal(text);
      if (count !== undefined) expect(count >= 0 && Number.isInteger(count)).toBe(true);
      const { priceAmount } = parsePrice(text);
      if (priceAmount !== undefined) expect(Number.isFinite(priceAmount)).toBe(true);
    }
  });

  it("makes reviews of nothing but such texts", async () => {
    const at = (index: number) => TEXTS[index % TEXTS.length] ?? "";
    const reviews = Array.from(
      { length: 500 },
      (_, index): RawReview => ({
        kind: "review",
        how: "structure",
        body: at(index),
        title: at(index + 1),
        author: at(index + 2),
        date: at(index + 3),
        rating: at(index + 4),
        helpful: at(index + 5),
        variant: at(index + 6),
        location: at(index + 7),
        language: at(index + 8).slice(0, 10),
        nativeId: at(index + 9),
        replyTo: at(index + 10),
      }),
    );
    const made = await normalise({
      url: at(1),
      title: at(2),
      language: at(3),
      subject: { name: at(4), url: at(5), price: at(6), ratingCount: at(7), rating: at(8), category: [at(9)] },
      reviews,
      readAt: "no time",
      more: { buttons: [], expanders: [] },
      warnings: [],
    });
    expect(new Set(made.reviews.map(({ id }) => id)).size).toBe(made.reviews.length);
    expect(made.reviews.length).toBeGreaterThan(300);
  });
});
