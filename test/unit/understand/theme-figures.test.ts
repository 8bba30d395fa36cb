import { describe, expect, it } from "vitest";
import { collectionOf, figuresOf } from "../../../lib/understand/theme-figures";
import { review, sentenceOf } from "./fake-encode";

const rated = (id: string, rating: number, date?: string) => review(id, "Lid.", { rating, ratingScale: 5, date });

describe("figuresOf", () => {
  it("says how many stars a theme costs, once five rated reviews stand on each side", () => {
    const touching = [1, 2, 1, 2, 1].map((stars, i) => rated(`a${i}`, stars));
    const others = [5, 4, 5, 4, 5].map((stars, i) => rated(`b${i}`, stars));
    const collection = collectionOf([...touching, ...others]);
    const sentences = touching.map((one) => sentenceOf(one));
    expect(figuresOf(sentences, collection).starImpact).toBe(-3.2);
    expect(figuresOf(sentences.slice(1), collection).starImpact).toBeUndefined();
  });

  it("counts stars of another scale as they are on five", () => {
    const touching = [10, 10, 10, 10, 10].map((rating, i) => review(`a${i}`, "", { rating, ratingScale: 10 }));
    const others = [3, 3, 3, 3, 3].map((stars, i) => rated(`b${i}`, stars));
    const figures = figuresOf(
      touching.map((one) => sentenceOf(one)),
      collectionOf([...touching, ...others]),
    );
    expect(figures.starImpact).toBe(2);
  });

  it("follows the months, those without a mention included, and leaves out what has no month", () => {
    const reviews = [
      rated("a", 5, "2024-03-09"),
      rated("b", 5, "2024-04"),
      rated("c", 5, "2024-04-01"),
      rated("d", 5, "2024"),
    ];
    const [, b, , d] = reviews as [(typeof reviews)[0], (typeof reviews)[0], (typeof reviews)[0], (typeof reviews)[0]];
    const figures = figuresOf([sentenceOf(b), sentenceOf(d)], collectionOf(reviews));
    expect(figures.trend).toEqual([
      { month: "2024-03", size: 0, of: 1 },
      { month: "2024-04", size: 1, of: 2 },
    ]);
    expect(figuresOf([sentenceOf(b)], collectionOf([b])).trend).toBeUndefined();
  });

  it("puts a mixed sentence on the side it leans to, so that the three sides add up", () => {
    const one = review("a", "Great lid, awful cup.");
    const mixed = (score: number) => ({ ...sentenceOf(one), sentiment: { label: "mixed" as const, score } });
    const { positive, neutral, negative } = figuresOf([mixed(0.4), mixed(0), mixed(-0.4)], collectionOf([one]));
    expect([positive, neutral, negative]).toEqual([1, 1, 1]);
  });

  it("has shares of all reviews, and zeros for nothing", () => {
    const reviews = [review("a", "x"), review("b", "x"), review("c", "x"), review("d", "x")];
    const first = reviews[0] as (typeof reviews)[0];
    expect(figuresOf([sentenceOf(first), sentenceOf(first)], collectionOf(reviews))).toMatchObject({
      size: 1,
      share: 0.25,
    });
    expect(figuresOf([], collectionOf([]))).toMatchObject({ size: 0, share: 0, score: 0 });
  });
});
