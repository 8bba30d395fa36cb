/** What is kept between segments and cards to save time never answers for other material. */
import { expect, test } from "vitest";
import { makeAllPersonas } from "../../../../lib/ask/persona/persona";
import { findSegments } from "../../../../lib/ask/segments";
import { contentWords } from "../../../../lib/ask/words";
import { kettle } from "../kettle";

const made = (material: typeof kettle) => {
  const segments = findSegments({ subjectId: "kettle", ...material });
  return { segments, personas: makeAllPersonas(segments, material, "2026-01-01") };
};

test("cards are the same made after other material and made first", () => {
  const first = made(kettle);
  const fewer = { ...kettle, reviews: kettle.reviews.slice(0, 9) };
  const after = made(fewer);
  expect(after.segments).not.toEqual(first.segments);
  expect(made(structuredClone(fewer))).toEqual(after);
  expect(made(structuredClone(kettle))).toEqual(first);
});

test("the same sentences with other words in the reviews give other cards", () => {
  const before = made(kettle);
  const other = kettle.reviews.map((review) => ({ ...review, body: review.body.replace(/\p{L}/gu, "x") }));
  const renamed = made({ ...kettle, reviews: other });
  expect(renamed.personas.map(({ vocabulary }) => vocabulary)).not.toEqual(
    before.personas.map(({ vocabulary }) => vocabulary),
  );
  expect(renamed).toEqual(made(structuredClone({ ...kettle, reviews: other })));
});

test("words keep their stems however many were read in between", () => {
  const text = "It's the battery's fault: l’écran n’est pas bon, 电池很好, батарея 100 ok a";
  const before = contentWords(text);
  contentWords(Array.from({ length: 60_000 }, (_, i) => `wort${i.toString(36)}x`).join(" "));
  expect(contentWords(text)).toEqual(before);
  expect(before.map(({ surface }) => surface)).toEqual(expect.arrayContaining(["battery", "écran", "电池", "батарея"]));
});
