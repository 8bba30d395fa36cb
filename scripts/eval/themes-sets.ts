/** Texts with groups made by people, as the themes are measured on them. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import Papa from "papaparse";
import { readReviewsFile } from "../../cli/reviews-file";
import type { Review, Sentence } from "../../lib/domain";
import type { ThemedReview } from "../../lib/understand/theme-material";
import { understandReviews } from "../../lib/understand/understand";
import type { VectorCache } from "../train/vector-cache";

type Heads = Parameters<typeof understandReviews>[2];

/** Reviews with the group each belongs to. */
export interface ThemeSet {
  name: string;
  reviews: ThemedReview[];
  sentences: Sentence[];
  /** Per review. */
  truth: string[];
}

/** @returns every CSV below a folder that has a `ground_truth` column */
export function tablesWithTruth(room: string): string[] {
  return readdirSync(room)
    .sort()
    .map((name) => join(room, name))
    .flatMap((path) => {
      if (statSync(path).isDirectory()) return tablesWithTruth(path);
      const header = () => readFileSync(path, "utf8").split(/\r?\n/u)[0] ?? "";
      return path.endsWith(".csv") && /(?:^|,)"?ground_truth"?(?:,|$)/u.test(header()) ? [path] : [];
    });
}

/** Rows without text are left out, with their group. */
export async function readTable(file: string, cache: VectorCache, heads: Heads): Promise<ThemeSet> {
  const { reviews } = await readReviewsFile(file, new Map(), console.error);
  const rows = Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), {
    header: true,
    skipEmptyLines: "greedy",
  });
  const groups = new Map(rows.data.map((row) => [(row.data ?? row.text ?? "").trim(), row.ground_truth ?? ""]));
  const truth =
    rows.data.length === reviews.length
      ? rows.data.map((row) => row.ground_truth ?? "")
      : reviews.map((review) => groups.get(review.body.trim()) ?? "");
  return { name: basename(file, ".csv"), truth, ...(await understood(reviews, cache, heads)) };
}

/** One sentence of our own fixture, of about fifteen matters in six languages. */
interface Matter {
  matter: string;
  part: string;
  language: string;
  text: string;
}

/** Sentences that say the same in several languages. */
export interface ParallelSet extends ThemeSet {
  languages: string[];
  /** What each sentence says: the same for its translations. */
  says: string[];
}

/** @returns our own sentences about one product; `truth` is the matter */
export async function readMatters(cache: VectorCache, heads: Heads): Promise<ParallelSet> {
  const file = join(import.meta.dirname, "../../test/fixtures/understand/matters.ndjson");
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Matter);
  const reviews = rows.map(
    ({ text, language }, i): Review => ({
      id: `m${i}`,
      subjectId: "matters",
      kind: "review",
      body: text,
      language,
      place: { url: "" },
      how: "fixture",
      collected: "",
    }),
  );
  return {
    name: "own sentences, six languages",
    truth: rows.map(({ matter }) => matter),
    languages: rows.map(({ language }) => language),
    says: rows.map((row, i) => {
      const place = rows
        .slice(0, i)
        .filter((other) => other.part === row.part && other.language === row.language).length;
      return `${row.matter} ${row.part} ${place}`;
    }),
    ...(await understood(reviews, cache, heads)),
  };
}

/** As the extension reads them, with everything from the cache. */
export async function understood(reviews: readonly Review[], cache: VectorCache, heads: Heads) {
  const results = await understandReviews(reviews, (texts) => cache.read(texts), heads);
  return {
    reviews: results.map(({ review, finding }) => ({ ...review, finding })),
    sentences: results.flatMap((one) => one.sentences),
  };
}
