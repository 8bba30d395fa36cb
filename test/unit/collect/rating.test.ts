import { describe, expect, it } from "vitest";
import { parseRating } from "../../../lib/collect/normalise/rating";

const WRITTEN: [raw: string | number, scale: number | undefined, rating: number, ratingScale: number][] = [
  ["4.0 out of 5 stars", undefined, 4, 5],
  ["4,0 von 5 Sternen", undefined, 4, 5],
  ["4,5 sur 5 étoiles", undefined, 4.5, 5],
  ["5 de 5 estrellas", undefined, 5, 5],
  ["3 su 5 stelle", undefined, 3, 5],
  ["4 из 5", undefined, 4, 5],
  ["5つ星のうち4.0", undefined, 4, 5],
  ["5点満点中4", undefined, 4, 5],
  ["8/10", undefined, 8, 10],
  ["8,5 / 10", undefined, 8.5, 10],
  ["Rated 2 out of 5", undefined, 2, 5],
  ["80 %", undefined, 80, 100],
  ["width: 90%", undefined, 4.5, 5],
  ["★★★★☆", undefined, 4, 5],
  ["⭐⭐⭐", undefined, 3, 5],
  ["★★★½", undefined, 3.5, 5],
  ["½", undefined, 0.5, 5],
  ["3 stars", undefined, 3, 5],
  ["4星", undefined, 4, 5],
  ["Rating: 7", 10, 7, 10],
  ["9/10", undefined, 9, 10],
  ["8.6", undefined, 8.6, 10],
  ["80%", 5, 4, 5],
  ["Оценка 4 из 5", undefined, 4, 5],
  ["Calificación: 4 de 5", undefined, 4, 5],
  ["4 af 5 stjerner", undefined, 4, 5],
  ["4 z 5", undefined, 4, 5],
  [0, 5, 0, 5],
  ["5점 만점에 4점", undefined, 4, 5],
  ["5 yıldız üzerinden 4,0", undefined, 4, 5],
  ["4.0 از 5", undefined, 4, 5],
  ["4 Sterne", undefined, 4, 5],
  ["fünf Sterne", undefined, 5, 5],
  ["cuatro de cinco estrellas", undefined, 4, 5],
  ["пять звёзд", undefined, 5, 5],
  ["五星", undefined, 5, 5],
  ["4½ stars", undefined, 4.5, 5],
  ["4 1/2", undefined, 4.5, 5],
  ["★ 4.5", undefined, 4.5, 5],
  ["★★★★★ 4.2 (1,234)", undefined, 4.2, 5],
  ["★★★★☆ (123)", undefined, 4, 5],
  ["4.5 (1,204)", undefined, 4.5, 5],
  ["4.5 out of 5 stars, 1,204 ratings", undefined, 4.5, 5],
  ["Gut 8,1", undefined, 8.1, 10],
  ["力荐", undefined, 5, 5],
  ["很差", undefined, 1, 5],
  ["满分10分,得8分", undefined, 8, 10],
  [5, undefined, 5, 5],
  [7.5, undefined, 7.5, 10],
  [85, undefined, 85, 100],
  [4, 10, 4, 10],
];

describe("parseRating", () => {
  it.each(WRITTEN)("reads %j (scale %s)", (raw, scale, rating, ratingScale) => {
    expect(parseRating(raw, scale)).toEqual({ rating, ratingScale });
  });
  it.each([
    undefined,
    "",
    "no rating yet",
    "-3",
    7000,
    Number.NaN,
    "9 out of 5",
    "B+",
    "Recommended",
    "推荐",
    "123 ratings",
    "1,204",
    "(204)",
    "12 of 15 people found this helpful",
    "3 von 5 Kunden fanden das hilfreich",
    "Level 5",
    "Top 100 reviewer",
    "$5",
    "5 years ago",
    "2024-03-09",
    "9/3/24",
    "満分5分",
  ])("finds none in %j", (raw) => {
    expect(parseRating(raw)).toBeUndefined();
  });
  it("takes one word of Douban's five where the page is known to use them", () => {
    expect(parseRating("推荐", undefined, { douban: true })).toEqual({ rating: 4, ratingScale: 5 });
  });
  it("keeps a number within the scale its source names", () => {
    expect(parseRating(9, 5)).toBeUndefined();
  });
});
