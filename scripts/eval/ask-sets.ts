/** Real reviews to ask about: the sets named in test/fixtures/ask/questions.json, understood as the extension would. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { Material } from "../../lib/ask/material";
import type { Review, Sentence } from "../../lib/domain";
import type { Heads } from "../../lib/understand/heads";
import { discoverThemes } from "../../lib/understand/themes";
import { understandReviews } from "../../lib/understand/understand";
import type { VectorCache } from "../train/vector-cache";

export interface AskedQuestion {
  ask: string;
  /** What a sentence about it must contain, as a regular expression in English. */
  about: string;
  /** Unanswerable, yet of the same field: "does it shrink?" where nobody washed it. */
  near?: boolean;
  /** The same question in other words. */
  again?: string;
}

export interface QuestionSet {
  /** Path in the data folder, `#` and a product for files that hold several. */
  set: string;
  split: "development" | "test";
  answerable: AskedQuestion[];
  unanswerable: AskedQuestion[];
}

/** Long sets are cut here: the first rows are enough to ask about. */
const MOST_REVIEWS = 300;

/** @returns the questions written for this evaluation */
export function readQuestions(): QuestionSet[] {
  return JSON.parse(readFileSync(new URL("../../test/fixtures/ask/questions.json", import.meta.url), "utf8"));
}

/** @throws when the file is not in the folder */
export function readSet(folder: string, set: string): Review[] {
  const [path = "", product] = set.split("#");
  const text = readFileSync(join(folder, path), "utf8");
  return path.endsWith(".txt") ? markedReviews(text, set) : tableReviews(text, set, product);
}

/** Understood as the extension does it, with vectors from the cache. */
export async function understandSet(reviews: Review[], cache: VectorCache, heads: Heads): Promise<Material> {
  const understood = await understandReviews(reviews, (texts) => cache.read(texts), heads);
  const read = understood.map(({ review, finding }) => ({ ...review, finding }));
  const sentences = understood.flatMap((one) => one.sentences);
  const { themes, assignments } = discoverThemes({ reviews: read, sentences, means: heads.means });
  return { reviews: read, sentences: sentences.map((one) => withTheme(one, assignments.get(one.id))), themes };
}

function withTheme(sentence: Sentence, themeId: string | undefined): Sentence {
  return themeId === undefined ? sentence : { ...sentence, themeId };
}

/** Ding, Liu & Yu's format: `[t]` starts a review, `aspect[+2]##sentence` is a line of it. */
function markedReviews(text: string, set: string): Review[] {
  return text.split(/^\[t\].*$/mu).flatMap((block, i) => {
    const lines = block
      .split("\n")
      .flatMap((line) => (line.includes("##") ? [line.slice(line.indexOf("##") + 2).trim()] : []));
    return lines.length > 0 ? [toReview(set, i, { body: lines.join("\n") })] : [];
  });
}

function tableReviews(text: string, set: string, product?: string): Review[] {
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const rows = data.filter((row) => product === undefined || row["Clothing ID"] === product).slice(0, MOST_REVIEWS);
  return rows.map((row, i) => {
    const title = row.Title ? { title: row.Title } : {};
    const rating = Number(row.Rating ?? row.score);
    return toReview(set, i, { body: row["Review Text"] ?? row.data ?? "", ...title, rating, ratingScale: 5 });
  });
}

function toReview(set: string, index: number, fields: Partial<Review> & { body: string }): Review {
  const place = { url: "" };
  return { id: `${set}:${index}`, subjectId: set, kind: "review", place, how: "file", collected: "", ...fields };
}
