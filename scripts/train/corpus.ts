/**
 * Labelled sentences to learn sentiment from, each with the group (product, department) it must be split by.
 * Sources and their licences: lib/models/heads/MODEL_CARD.md.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { Class } from "../../lib/understand/reading";
import { splitSentences } from "../../lib/understand/sentences";
import own from "./own.json";
import { sample, seededRandom } from "./random";

export interface Example {
  text: string;
  label: Class;
  /** Product, department or set; rows of one group never stand on both sides of a split. */
  group: string;
  source: "pros-cons" | "products" | "clothing" | "own";
  /** How far its label is to be believed, 0–1. */
  weight: number;
}

/** Short product opinions, labelled by the field the writer put them in (Bing Liu). */
export function prosAndCons(folder: string, each: number, seed: number): Example[] {
  return (["Pros", "Cons"] as const).flatMap((field) => {
    const lines = readFileSync(join(folder, `train/Integrated${field}.txt`), "utf8").split("\n");
    const texts = lines.map((line) => decode(line.replace(/<\/?(?:Pros|Cons)>/giu, "")).trim());
    const useful = [...new Set(texts)].filter((text) => text.length >= 6 && text.length <= 160 && !isNothing(text));
    const label = field === "Pros" ? "positive" : "negative";
    return sample(useful, each, seededRandom(seed)).map((text): Example => {
      return { text, label, group: "pros-cons", source: "pros-cons", weight: 0.7 };
    });
  });
}

/** "None", "nothing yet", "n/a" in the Cons field is praise, in the Pros field blame. */
function isNothing(text: string): boolean {
  return /^(?:none|nothing|n\/?a|no (?:cons|pros|complaints)|can'?t think|haven'?t found|not (?:found|any|many|much)|zero|few|too many)/iu.test(
    text,
  );
}

/** Sentences of nine products with signed features (Ding, Liu, Yu 2008); sentences that point both ways are left out. */
export function productReviews(folder: string): Example[] {
  const room = join(folder, "train/product_reviews_2");
  const files = readdirSync(room).filter((name) => name.endsWith(".txt") && name !== "README.txt");
  return files.sort().flatMap((name) => {
    const lines = readFileSync(join(room, name), "utf8").split("\n");
    return lines.flatMap((line) => productSentence(line, name.replace(".txt", "")));
  });
}

function productSentence(line: string, group: string): Example[] {
  const at = line.indexOf("##");
  if (at < 0) return [];
  const text = decode(line.slice(at + 2)).trim();
  if (text.length < 4) return [];
  const signs = [...line.slice(0, at).matchAll(/\[\s*([+-])\s*(\d)?\s*\]/gu)].map((m) => `${m[1]}`);
  const label =
    signs.length === 0
      ? "neutral"
      : signs.every((s) => s === "+")
        ? "positive"
        : signs.every((s) => s === "-")
          ? "negative"
          : undefined;
  // No marked feature does not always mean no opinion ("I love it!" has none), so neutral is believed less.
  return label ? [{ text, label, group, source: "products", weight: label === "neutral" ? 0.6 : 1 }] : [];
}

export interface ClothingReview {
  id: string;
  body: string;
  title: string;
  stars: number;
  department: string;
  product: string;
}

/** Women's clothing reviews (nicapotato, CC0). */
export function clothingReviews(folder: string): ClothingReview[] {
  const text = readFileSync(join(folder, "text/clothing/reviews.csv"), "utf8");
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  return rows.flatMap((row, index) => {
    const body = (row["Review Text"] ?? "").trim();
    const stars = Number(row.Rating);
    if (!body || !(stars >= 1 && stars <= 5)) return [];
    const department = row["Department Name"] || "none";
    return [
      { id: `c${index}`, body, title: (row.Title ?? "").trim(), stars, department, product: row["Clothing ID"] ?? "" },
    ];
  });
}

/** Titles, and sentences of the plainest reviews (one star, five stars), labelled by the stars; believed least. */
export function clothingSentences(reviews: ClothingReview[], each: number, seed: number): Example[] {
  const random = seededRandom(seed);
  const plain = (label: Class, accept: (stars: number) => boolean) => {
    const chosen = reviews.filter((review) => accept(review.stars));
    const titles = chosen.filter((review) => review.title.length > 3).map((r) => example(r.title, label, r, 0.7));
    const sentences = chosen.flatMap((r) =>
      splitSentences(r.body).map((s) => example(r.body.slice(s.start, s.end), label, r, 0.4)),
    );
    return [
      ...sample(titles, each, random),
      ...sample(
        sentences.filter((e) => e.text.length > 12),
        each,
        random,
      ),
    ];
  };
  return [...plain("positive", (stars) => stars === 5), ...plain("negative", (stars) => stars <= 2)];
}

function example(text: string, label: Class, review: ClothingReview, weight: number): Example {
  return { text, label, group: `clothing ${review.department}`, source: "clothing", weight };
}

function decode(text: string): string {
  return text
    .replace(/&amp;/gu, "&")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&quot;/gu, '"')
    .replace(/&#39;/gu, "'");
}

/** Sentences written by us for what the sets lack: plain facts, questions, wishes, negation, irony. Few, so each counts more. */
export function ownSentences(): Example[] {
  return (["negative", "neutral", "positive"] as const).flatMap((label) =>
    own[label].map((text): Example => ({ text, label, group: "own", source: "own", weight: 4 })),
  );
}
