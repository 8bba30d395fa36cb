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
  [5, undefined, 5, 5],
  [7.5, undefined, 7.5, 10],
  [85, undefined, 85, 100],
  [4, 10, 4, 10],
];

describe("parseRating", () => {
  it.each(WRITTEN)("reads %j (scale %s)", (raw, scale, rating, ratingScale) => {
    expect(parseRating(raw, scale)).toEqual({ rating, ratingScale });
  });
  it.each([undefined, "", "no rating yet", "-3", 7000, Number.NaN, "9 out of 5"])("finds none in %j", (raw) => {
    expect(parseRating(raw)).toBeUndefined();
  });
  it("keeps a number within the scale its source names", () => {
    expect(parseRating(9, 5)).toBeUndefined();
  });
});
