import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HeadFiles, loadHeads } from "../../../lib/models/heads";
import languages from "../../../lib/models/heads/means.json";
import calibrated from "../../../lib/models/heads/reader.json";
import reviews from "../../../lib/models/heads/review.json";
import type { Encoder } from "../../../lib/models/model";
import { createNodeEncoder } from "../../../lib/models/node-encoder";
import { REVIEW_FEATURES } from "../../../lib/understand/stars";
import { understandReviews } from "../../../lib/understand/understand";
import { review } from "./fake-encode";

const SENTENCES: [string, "positive" | "negative"][] = [
  ["The sound is wonderful and they are very comfortable.", "positive"],
  ["It stopped working after a week and nobody answers my mails.", "negative"],
  ["Not bad at all, I would buy it again.", "positive"],
  ["I would not recommend this to anyone.", "negative"],
  ["做工很好，穿着也舒服。", "positive"],
  ["用了一天就坏了，太失望了。", "negative"],
  ["Отличный чайник, очень доволен.", "positive"],
  ["Ужасное качество, деньги на ветер.", "negative"],
  ["Tolles Gerät, klare Empfehlung.", "positive"],
  ["Nach zwei Tagen kaputt, sehr enttäuschend.", "negative"],
];

const FILES: HeadFiles = { languages, calibrated, reviews };

it("the shipped heads fit together and know the languages they say", () => {
  const heads = loadHeads();
  expect(heads.stars.inputs).toBe(REVIEW_FEATURES);
  for (const language of ["en", "zh", "ru", "de", "fr", "es", "ja"])
    expect(heads.means.get(language)?.length).toBe(384);
});

it("a damaged file is refused with a sentence that says what to do", () => {
  const damaged = { ...FILES, reviews: { ...FILES.reviews, stars: { weights: [Number.NaN], bias: 0 } } };
  expect(() => loadHeads(damaged)).toThrow(/damaged.*Install Earshot again/u);
  const cut = { ...FILES, languages: { ...FILES.languages, prior: { scale: 1, data: "AAA=" } } };
  expect(() => loadHeads(cut)).toThrow(/damaged/u);
});

describe("with the real encoder", () => {
  let encoder: Encoder | undefined;

  beforeAll(async () => {
    encoder = await createNodeEncoder({ threads: 1 }).catch((error: Error) => {
      console.warn(`Skipped: ${error.message} "npm run models" brings the language model.`);
      return undefined;
    });
  }, 120_000);
  afterAll(() => encoder?.dispose());

  it("reads plain praise and blame in four languages", { timeout: 120_000 }, async ({ skip }) => {
    const real = encoder ?? skip();
    if (!real) return;
    const reviews = SENTENCES.map(([body], i) => review(`r${i}`, body));
    const done = await understandReviews(reviews, (texts) => real.read(texts), loadHeads());
    const labels = done.map((one) => one.finding.sentiment.label);
    const right = labels.filter((label, i) => label === SENTENCES[i]?.[1]).length;
    expect(right, labels.join(" ")).toBeGreaterThanOrEqual(9);
  });
});
