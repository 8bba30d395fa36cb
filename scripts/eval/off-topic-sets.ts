/** Reviews grouped by the product they are about, and by what kind of thing that is: for telling reviews off the topic. */
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import Papa from "papaparse";
import type { Review } from "../../lib/domain";
import { filesOf } from "./files";
import { readLines } from "./span-scores";

export interface Product {
  name: string;
  /** Products of one kind are never mixed: a review of a dress under another dress proves nothing. */
  kind: string;
  reviews: Review[];
}

const PRODUCT = /^(?:clothing id|product|product id|asin|app|item|subject)$/iu;
const TEXT = /^(?:review text|review|text|data|body|content|verified_reviews)$/iu;
/** Columns that only files of reviews have. */
const RATING = /^(?:rating|score|stars|feedback)$/iu;

/** @returns products with at least `fewest` reviews, of each at most `most` in the order of the file */
export function openProducts(folders: readonly string[], fewest: number, most: number): Product[] {
  const products = folders.flatMap(filesOf).flatMap((file) => {
    if (/\.(?:csv|tsv)$/iu.test(file)) return tableProducts(file);
    return /\.txt$/iu.test(file) ? featureProduct(file) : [];
  });
  return [...products, ...ownProducts()]
    .filter(({ reviews }) => reviews.length >= fewest)
    .map((product) => ({ ...product, reviews: product.reviews.slice(0, most) }));
}

export interface OwnText {
  review: Review;
  language: string;
  /** False: it is about buying, or about nothing special, and belongs under any product. */
  offTopic: boolean;
}

/** @returns the texts written by us to be put under any product */
export function openOwnTexts(): OwnText[] {
  return readLines<{ text: string; language: string; offTopic: boolean }>("off-topic.ndjson").map((line, i) => ({
    review: { ...reviewOf(`own ${i}`, line.text), language: line.language },
    language: line.language,
    offTopic: line.offTopic,
  }));
}

/** @returns sentences about one product written by us, as a product for each of their languages */
function ownProducts(): Product[] {
  const products = new Map<string, Review[]>();
  for (const [i, { text, language }] of readLines<{ text: string; language: string }>("matters.ndjson").entries()) {
    const reviews = products.get(language) ?? [];
    products.set(language, [...reviews, { ...reviewOf(`matter ${i}`, text), language }]);
  }
  return [...products].map(([language, reviews]) => ({ name: `own ${language}`, kind: "own sentences", reviews }));
}

function tableProducts(file: string): Product[] {
  const { data, meta } = Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), {
    header: true,
    skipEmptyLines: "greedy",
  });
  const columns = meta.fields ?? [];
  const [text, product] = [TEXT, PRODUCT].map((names) => columns.find((name) => names.test(name)));
  if (text === undefined || !columns.some((name) => RATING.test(name))) return [];
  const products = new Map<string, Review[]>();
  for (const [i, row] of data.entries()) {
    const body = row[text]?.trim();
    if (!body) continue;
    const name = `${basename(file).replace(/\.[^.]+$/u, "")} ${(product && row[product]) ?? ""}`.trim();
    const reviews = products.get(name) ?? [];
    products.set(name, reviews);
    reviews.push(reviewOf(`${file}:${i}`, body));
  }
  return [...products].map(([name, reviews]) => ({ name, kind: basename(dirname(file)), reviews }));
}

/** Ding, Liu, Yu 2008: `[t]` begins a review, `feature[+2]##sentence` goes on with it. */
function featureProduct(file: string): Product[] {
  const [, ...parts] = readFileSync(file, "latin1").split(/^\[t\]/mu);
  const name = basename(file, ".txt");
  const reviews = parts.flatMap((part, i) => {
    const body = part
      .replace(/^[^\n]*?##/gmu, "")
      .replace(/\s+/gu, " ")
      .trim();
    return body ? [reviewOf(`${file}:${i}`, body)] : [];
  });
  return reviews.length > 0 ? [{ name, kind: name, reviews }] : [];
}

function reviewOf(id: string, body: string): Review {
  return { id, subjectId: "eval", kind: "review", body, place: { url: "" }, how: "file", collected: "" };
}
