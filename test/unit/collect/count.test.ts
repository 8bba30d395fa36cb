import { describe, expect, it } from "vitest";
import { parseCount, parseTotal } from "../../../lib/collect/normalise/count";

const HELPFUL: [raw: string | number, language: string | undefined, count: number | undefined][] = [
  ["12 people found this helpful", "en", 12],
  ["One person found this helpful", "en", 1],
  ["A person found this helpful", "en", 1],
  ["A lot of people found this helpful", "en", undefined],
  ["12 of 15 people found this helpful", "en", 12],
  ["Helpful (12)", "en", 12],
  ["Yes (5) No (2)", "en", 5],
  ["Helpful", "en", undefined],
  ["-3", "en", -3],
  ["−3 points", "en", -3],
  ["1.2K", "en", 1200],
  ["1.5M", "en", 1_500_000],
  ["999+", "en", 999],
  ["1,23,456", "en-IN", 123_456],
  ["3 Personen fanden diese Informationen hilfreich", "de", 3],
  ["Eine Person fand diese Informationen hilfreich", "de", 1],
  ["1.204", "de", 1204],
  ["3,4 Mio.", "de", 3_400_000],
  ["1'204", "de-CH", 1204],
  ["Une personne a trouvé cela utile", "fr", 1],
  ["1 204", "fr", 1204],
  ["A 4 personas les resultó útil", "es", 4],
  ["1,2 mil", "pt-BR", 1200],
  ["1,2 тыс.", "ru", 1200],
  ["Полезно 5", "ru", 5],
  ["2,5 tis.", "cs", 2500],
  ["1,1 B", "tr", 1100],
  ["1.1B", "en", 1_100_000_000],
  ["1.2万", "zh-CN", 12_000],
  ["10万+", "zh-CN", 100_000],
  ["一人觉得有用", "zh-CN", 1],
  ["12人のお客様がこれが役に立ったと考えています", "ja", 12],
  ["5人中、3人の方が役に立ったと言っています", "ja", 3],
  ["2천명", "ko", 2000],
  ["٣", "ar", 3],
  ["5 Personen", undefined, 5],
  [7, undefined, 7],
  [Number.NaN, undefined, undefined],
];

const TOTALS: [raw: string | number, language: string | undefined, count: number | undefined][] = [
  ["1,204 reviews", "en", 1204],
  ["4.5 (1,204)", "en", 1204],
  ["Based on 204 reviews", "en", 204],
  ["4.5/5 based on 37 customer reviews", "en", 37],
  ["2.3k ratings", "en", 2300],
  ["10,000+ reviews", "en", 10_000],
  ["1–10 of 204 reviews", "en", 204],
  ["Showing 1-10 of 204", "en", 204],
  ["4.5 out of 5 stars, 1,204 ratings", "en", 1204],
  ["1,204 ratings, 204 reviews", "en", 204],
  ["4.8 · 120 reviews", "en", 120],
  ["Reviews (204)", "en", 204],
  ["5 stars", "en", undefined],
  ["No reviews yet", "en", undefined],
  ["1.204 Bewertungen", "de", 1204],
  ["4,5 von 5 Sternen 1.204 Sternebewertungen", "de", 1204],
  ["1 204 commentaires", "fr", 1204],
  ["12 340 отзывов", "ru", 12_340],
  ["1,2 тыс. отзывов", "ru", 1200],
  ["Отзывы 57", "ru", 57],
  ["全部 300 条短评", "zh-CN", 300],
  ["8.6 3万人评价", "zh-CN", 30_000],
  ["レビュー 12件", "ja", 12],
  [204, undefined, 204],
  [-1, undefined, undefined],
];

describe("parseCount", () => {
  it.each(HELPFUL)("reads %j in %s", (raw, language, count) => expect(parseCount(raw, language)).toBe(count));
});

describe("parseTotal", () => {
  it.each(TOTALS)("reads %j in %s", (raw, language, count) => expect(parseTotal(raw, language)).toBe(count));
});
