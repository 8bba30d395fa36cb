/** Texts with the stars their writers gave, and rankings of concepts by people. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { RatedPerson } from "../../lib/ask/fidelity";
import { groupBy } from "../../lib/ask/material";
import { wholeText } from "../../lib/ask/survey";
import type { Review } from "../../lib/domain";
import type { loadHeads } from "../../lib/models/heads";
import type { VectorCache } from "../train/vector-cache";
import { understood } from "./themes-sets";

type Heads = ReturnType<typeof loadHeads>;

/** One product with the people who rated it. */
export interface StarSet {
  id: string;
  people: RatedPerson[];
}

/** A person who ranked concepts and said why. */
export interface Ranker {
  /** Best first. */
  order: string[];
  words: string;
}

const FEWEST = 60;

/** @returns products of the clothing shop with sixty reviews or more; a reviewer is a row, since no names are given */
export async function readClothing(folder: string, cache: VectorCache, heads: Heads): Promise<StarSet[]> {
  const rows = readRows(join(folder, "clothing/reviews.csv"));
  const reviews = rows.flatMap((row, i): Review[] => {
    const body = (row["Review Text"] ?? "").trim();
    if (!body) return [];
    return [made(`c${i}`, body, Number(row.Rating), row["Clothing ID"] ?? "", row.Title?.trim())];
  });
  const products = groupBy(reviews, ({ subjectId }) => subjectId);
  const large = [...products].filter(([, own]) => own.length >= FEWEST).sort(([a], [b]) => Number(a) - Number(b));
  const people = await peopleOf(
    large.flatMap(([, own]) => own),
    cache,
    heads,
  );
  return large.map(([id, own]) => ({ id, people: own.flatMap((review) => people.get(review.id) ?? []) }));
}

/** @returns reviews of one app with their stars */
export async function readApp(file: string, cache: VectorCache, heads: Heads): Promise<RatedPerson[]> {
  const reviews = readRows(file).flatMap((row, i): Review[] => {
    const body = (row.data ?? "").trim();
    return body && Number(row.score) > 0 ? [made(`g${i}`, body, Number(row.score), "app")] : [];
  });
  return [...(await peopleOf(reviews, cache, heads)).values()];
}

/** @returns people who ranked A to E; none where the file is not there */
export function readRankers(folder: string): Ranker[] {
  const file = join(folder, "concepts/storytelling_rankings.csv");
  if (!existsSync(file)) return [];
  return readRows(file).flatMap((row) => {
    const order = (row.Vote ?? "").split("-").filter((letter) => /^[A-E]$/u.test(letter));
    return order.length === 5 ? [{ order, words: (row.Explanation ?? "").trim() }] : [];
  });
}

async function peopleOf(reviews: Review[], cache: VectorCache, heads: Heads): Promise<Map<string, RatedPerson>> {
  const findings = await understood(reviews, cache, heads);
  const vectors = await cache.encode(reviews.map(wholeText), (done, of) => {
    if (done % 1024 === 0 || done === of) console.error(`${done} of ${of} whole reviews encoded`);
  });
  return new Map(
    findings.reviews.map(({ id, rating = 0, finding }, i) => {
      const vector = vectors[i] ?? new Float32Array();
      const text = { vector, language: "en", stars: finding.stars, score: finding.sentiment.score };
      return [id, { reviewer: id, stars: rating, text }];
    }),
  );
}

function made(id: string, body: string, rating: number, subjectId: string, title?: string): Review {
  const from = { place: { url: "" }, how: "file", collected: "", kind: "review" as const };
  return { id, subjectId, body, rating, ratingScale: 5, language: "en", ...(title ? { title } : {}), ...from };
}

function readRows(file: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), { header: true, skipEmptyLines: "greedy" })
    .data;
}
