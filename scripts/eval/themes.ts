/**
 * `npm run eval:themes -- DIR`: themes against groups made by people (tables with a `ground_truth` column), beside k-means on the same vectors.
 * Prints a table, then one line of JSON.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import Papa from "papaparse";
import { readReviewsFile } from "../../cli/reviews-file";
import type { Review, Sentence } from "../../lib/domain";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { discoverThemes } from "../../lib/understand/themes";
import { topicSpace } from "../../lib/understand/topic-space";
import { understandReviews } from "../../lib/understand/understand";
import { meanOf, normalise } from "../../lib/understand/vectors";
import { sample, seededRandom } from "../train/random";
import { VectorCache } from "../train/vector-cache";
import { kMeans } from "./k-means";
import { ari, nmi } from "./partition";

const NONE = "none";
const { positionals } = parseArgs({ allowPositionals: true });
const folder = positionals.find((argument) => argument !== "--") ?? "../shared/data/text";
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), `${ENCODER.source.sha256.slice(0, 12)}-int8`);
const heads = loadHeads();
const results: Record<string, Record<string, number>> = {};
for (const file of tablesWithTruth(folder)) results[basename(file, ".csv")] = await measure(file);
if (Object.keys(results).length === 0) console.error(`${folder} has no table with a "ground_truth" column.`);
console.table(results);
console.log(JSON.stringify({ eval: "themes", encoder: `${ENCODER.id} int8`, sets: results }));

async function measure(file: string): Promise<Record<string, number>> {
  const { reviews } = await readReviewsFile(file, new Map(), console.error);
  const truth = truthOf(file);
  const sentences = (await understandReviews(reviews, (texts) => cache.encode(texts), heads)).flatMap(
    (one) => one.sentences,
  );
  const started = performance.now();
  const guess = themesOf(reviews, sentences);
  const milliseconds = performance.now() - started;
  const kinds = new Set(truth).size;
  const themes = new Set(guess).size;
  const vectors = reviewVectors(reviews, sentences);
  return round({
    reviews: reviews.length,
    groups: kinds,
    themes,
    nmi: nmi(truth, guess),
    ari: ari(truth, guess),
    unassigned: guess.filter((theme) => theme === NONE).length / guess.length,
    stability: stability(reviews, sentences, guess),
    milliseconds,
    kMeansSameCountNmi: nmi(truth, kMeans(vectors, themes, 1)),
    kMeansTrueCountNmi: nmi(truth, kMeans(vectors, kinds, 1)),
    kMeansTrueCountAri: ari(truth, kMeans(vectors, kinds, 1)),
  });
}

/** Theme of each review: the one most of its sentences are in. */
function themesOf(reviews: readonly Review[], sentences: readonly Sentence[]): string[] {
  const { assignments } = discoverThemes({ reviews, sentences, means: heads.means });
  return reviews.map((review) => {
    const counts = new Map<string, number>();
    for (const sentence of sentences) {
      const theme = sentence.reviewId === review.id ? assignments.get(sentence.id) : undefined;
      if (theme) counts.set(theme, (counts.get(theme) ?? 0) + sentence.end - sentence.start);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? NONE;
  });
}

/** Agreement (ARI) of the themes with those of five random nine tenths of the reviews. */
function stability(reviews: readonly Review[], sentences: readonly Sentence[], guess: readonly string[]): number {
  const scores = [1, 2, 3, 4, 5].map((seed) => {
    const kept = new Set(
      sample(reviews, Math.round(reviews.length * 0.9), seededRandom(seed)).map((review) => review.id),
    );
    const part = reviews.filter((review) => kept.has(review.id));
    const again = themesOf(
      part,
      sentences.filter((sentence) => kept.has(sentence.reviewId)),
    );
    return ari(
      guess.filter((_, i) => kept.has(reviews[i]?.id ?? "")),
      again,
    );
  });
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

function reviewVectors(reviews: readonly Review[], sentences: readonly Sentence[]): Float32Array[] {
  const space = topicSpace(sentences, heads.means);
  return reviews.map((review) => {
    const own = space.filter((_, i) => sentences[i]?.reviewId === review.id);
    return normalise(meanOf(own) ?? new Float32Array(space[0]?.length ?? 0));
  });
}

function tablesWithTruth(room: string): string[] {
  return readdirSync(room)
    .sort()
    .map((name) => join(room, name))
    .flatMap((path) => {
      if (statSync(path).isDirectory()) return tablesWithTruth(path);
      return path.endsWith(".csv") &&
        /(?:^|,)ground_truth(?:,|$)/u.test(readFileSync(path, "utf8").split(/\r?\n/u)[0] ?? "")
        ? [path]
        : [];
    });
}

function truthOf(file: string): string[] {
  return Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), {
    header: true,
    skipEmptyLines: "greedy",
  }).data.map((row) => row.ground_truth ?? "");
}

function round(row: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));
}
