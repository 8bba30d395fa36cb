/** The sample kettle as lib/ask takes it: reviews with findings, sentences with real vectors, themes. */

import { readFileSync } from "node:fs";
import type { Material, ReadReview } from "../../../lib/ask/material";
import { makePersona } from "../../../lib/ask/persona/persona";
import type { Persona, Polarity, ReviewFlag, Sentence, Theme } from "../../../lib/domain";
import { segmentOf } from "../../fixtures/ask/made";

interface Source {
  themes: Record<string, string>;
  reviews: {
    id: string;
    author: string;
    rating: number;
    language: string;
    flags?: ReviewFlag[];
    says: [string, number, string | null][];
  }[];
  questions: string[];
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../fixtures/ask/${name}`, import.meta.url), "utf8"));
const source: Source = read("kettle.source.json");
const vectors = new Map<string, string>(Object.entries(read("kettle.vectors.json")));

/** @throws when the text is not among those that were encoded */
export function vectorOf(text: string): Int8Array {
  const packed = vectors.get(text);
  if (packed === undefined)
    throw new Error(`No vector for "${text}": add it to kettle.source.json, run ask-vectors.ts.`);
  return new Int8Array(Buffer.from(packed, "base64"));
}

function labelOf(score: number): Polarity {
  return score > 0.25 ? "positive" : score < -0.25 ? "negative" : "neutral";
}

function reviewOf({ id, author, rating, language, flags, says }: Source["reviews"][number]): ReadReview {
  const score = says.reduce((sum, [, one]) => sum + one, 0) / says.length;
  return {
    id,
    subjectId: "kettle",
    kind: "review",
    body: says.map(([text]) => text).join(" "),
    rating,
    ratingScale: 5,
    author,
    language,
    place: { url: "https://shop.example/kettle" },
    how: "json-ld",
    collected: "2026-01-01T00:00:00Z",
    finding: {
      sentiment: { label: labelOf(score), score },
      stars: rating,
      language,
      contradicts: false,
      question: false,
      flags: flags ?? [],
      version: 1,
    },
  };
}

function sentencesOf({ id, language, says }: Source["reviews"][number]): Sentence[] {
  let start = 0;
  return says.map(([text, score, theme], index) => {
    const sentence: Sentence = {
      id: `${id}:${index}`,
      reviewId: id,
      subjectId: "kettle",
      index,
      start,
      end: start + text.length,
      language,
      sentiment: { label: labelOf(score), score },
      vector: vectorOf(text),
      ...(theme ? { themeId: theme } : {}),
    };
    start += text.length + 1;
    return sentence;
  });
}

function themeOf([id, label]: [string, string]): Theme {
  const counts = { size: 0, share: 0, positive: 0, neutral: 0, negative: 0, score: 0 };
  return { id, subjectId: "kettle", label, keywords: label.split(", "), ...counts, quotes: [] };
}

export const kettle: Material = {
  reviews: source.reviews.map(reviewOf),
  sentences: source.reviews.flatMap(sentencesOf),
  themes: Object.entries(source.themes).map(themeOf),
};

/** A persona of these reviews, or of all. */
export function personaOf(reviewIds: string[] = kettle.reviews.map((review) => review.id)): Persona {
  const basis = { kind: "satisfied" } as const;
  const segment = segmentOf({ id: "all", subjectId: "kettle", basis, reviewIds, thin: false });
  return makePersona(segment, kettle, "2026-01-01T00:00:00Z");
}

/** A review of one sentence that nobody has to encode. */
export function plainReview(id: string, body: string, more: Partial<ReadReview> = {}): ReadReview {
  return {
    id,
    subjectId: "plain",
    kind: "review",
    body,
    place: { url: "https://shop.example/plain" },
    how: "csv",
    collected: "2026-01-01T00:00:00Z",
    ...more,
  };
}

/** The whole body as one sentence with a vector that points nowhere in particular. */
export function plainSentence(review: ReadReview, more: Partial<Sentence> = {}): Sentence {
  return {
    id: `${review.id}:0`,
    reviewId: review.id,
    subjectId: review.subjectId,
    index: 0,
    start: 0,
    end: review.body.length,
    language: "en",
    sentiment: { label: "positive", score: 0.8 },
    vector: Int8Array.from({ length: 384 }, (_, i) => ((i * 31 + review.id.length) % 13) - 6),
    ...more,
  };
}
