/**
 * Reviews to ask about, understood as the extension would: our own shop (test/fixtures/ask/shop-questions.json), and where the data
 * folder is at hand the real ones that test/fixtures/ask/questions.json names.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { Material } from "../../lib/ask/material";
import type { Review, Sentence } from "../../lib/domain";
import type { Heads } from "../../lib/understand/heads";
import { discoverThemes } from "../../lib/understand/themes";
import { understandReviews } from "../../lib/understand/understand";
import { products } from "../../test/fixtures/shop/products";
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

/** Sets whose name begins so are products of our own shop. */
const SHOP = "shop:";

/** @returns the questions written about real reviews */
export function readQuestions(): QuestionSet[] {
  return fixture("questions.json");
}

/** @returns the questions about our own shop, and those about real reviews where the folder holds them */
export function questionsAtHand(folder: string): QuestionSet[] {
  const real = isFolder(folder) ? readQuestions().filter(({ set }) => existsSync(join(folder, pathOf(set)))) : [];
  return [...fixture("shop-questions.json"), ...real];
}

function fixture(name: string): QuestionSet[] {
  return JSON.parse(readFileSync(new URL(`../../test/fixtures/ask/${name}`, import.meta.url), "utf8"));
}

/** @returns whether the path names a folder that is there */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function pathOf(set: string): string {
  return set.split("#")[0] ?? "";
}

/** @throws when the file is not in the folder */
export function readSet(folder: string, set: string): Review[] {
  if (set.startsWith(SHOP)) return shopReviews(set);
  const [path = "", product] = set.split("#");
  const text = readFileSync(join(folder, path), "utf8");
  return path.endsWith(".txt") ? markedReviews(text, set) : tableReviews(text, set, product);
}

function shopReviews(set: string): Review[] {
  const product = products.find(({ slug }) => `${SHOP}${slug}` === set);
  if (!product) throw new Error(`The shop sells nothing called ${set}.`);
  return product.reviews.map(({ body, title, stars, author, date }, i) => {
    return toReview(set, i, { body, rating: stars, ratingScale: 5, author, date, ...(title ? { title } : {}) });
  });
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
