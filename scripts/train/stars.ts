/** Learns stars from what a review's sentences say: ridge regression on few inputs, each number of stars weighing the same. */
import type { Dense, Heads } from "../../lib/understand/heads";
import { detectLanguage } from "../../lib/understand/language";
import { splitSentences } from "../../lib/understand/sentences";
import { reviewSentiment, sentenceSentiment } from "../../lib/understand/sentiment";
import { STAR_FEATURES, starFeatures } from "../../lib/understand/stars";
import type { ClothingReview } from "./corpus";
import { sample, seededRandom } from "./random";

const EACH = 130;
const RIDGE = 2;

/** Prints the error on products left out (every third product), then learns from all of the sample. */
export async function trainStars(
  reviews: readonly ClothingReview[],
  heads: Heads,
  encode: (texts: string[]) => Promise<Float32Array[]>,
  seed: number,
): Promise<Dense> {
  const random = seededRandom(seed);
  const chosen = [1, 2, 3, 4, 5].flatMap((stars) =>
    sample(
      reviews.filter((r) => r.stars === stars),
      EACH,
      random,
    ),
  );
  const rows: { x: number[]; y: number; product: number }[] = [];
  for (const review of chosen) {
    rows.push({ x: await features(review, heads, encode), y: review.stars, product: Number(review.product) });
  }
  const learnt = ridge(rows.filter((row) => row.product % 3 !== 0));
  const tested = rows.filter((row) => row.product % 3 === 0);
  const errors = tested.map((row) => Math.abs(predict(learnt, row.x) - row.y));
  const mae = errors.reduce((a, b) => a + b, 0) / errors.length;
  console.log(
    `stars from text, clothing products left out, balanced over stars: MAE ${mae.toFixed(2)} on ${tested.length} reviews (always 3: 1.20)`,
  );
  const final = ridge(rows);
  return {
    inputs: STAR_FEATURES,
    outputs: 1,
    weights: Float32Array.from(final.slice(1)),
    bias: Float32Array.from(final.slice(0, 1)),
  };
}

async function features(
  review: ClothingReview,
  heads: Heads,
  encode: (texts: string[]) => Promise<Float32Array[]>,
): Promise<number[]> {
  const texts = splitSentences(review.body).map(({ start, end }) => review.body.slice(start, end));
  if (review.title) texts.unshift(review.title);
  const centre = heads.means.get(detectLanguage(review.body, "en")) ?? heads.prior;
  const vectors = await encode(texts);
  const voices = texts.map((text, i) => ({
    sentiment: sentenceSentiment(vectors[i] as Float32Array, centre, heads),
    length: text.length,
  }));
  return Array.from(starFeatures(voices, reviewSentiment(voices)));
}

function predict(weights: readonly number[], x: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + value * (weights[i + 1] ?? 0), weights[0] ?? 0);
}

/** Normal equations by Gauss–Jordan; the intercept comes first and is not shrunk. */
function ridge(rows: readonly { x: number[]; y: number }[]): number[] {
  const n = STAR_FEATURES + 1;
  const m = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n + 1 }, (_, j) => (i === j && i > 0 ? RIDGE : 0)),
  );
  for (const { x, y } of rows) {
    const z = [1, ...x];
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) add(m, i, j, (z[i] ?? 0) * (z[j] ?? 0));
      add(m, i, n, (z[i] ?? 0) * y);
    }
  }
  for (let p = 0; p < n; p++) eliminate(m, p);
  return m.map((row) => row[n] ?? 0);
}

function add(m: number[][], i: number, j: number, value: number): void {
  const row = m[i] as number[];
  row[j] = (row[j] ?? 0) + value;
}

function eliminate(m: number[][], p: number): void {
  const pivotRow = m[p] as number[];
  const pivot = pivotRow[p] ?? 1;
  for (let j = 0; j < pivotRow.length; j++) pivotRow[j] = (pivotRow[j] ?? 0) / pivot;
  for (const [i, row] of m.entries()) {
    if (i === p) continue;
    const factor = row[p] ?? 0;
    for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
  }
}
