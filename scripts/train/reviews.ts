/**
 * Learns what a whole review says of its writer: `npx tsx scripts/train/reviews.ts -- ../shared/data`, after the reader.
 * Stars, whether they are satisfied, whether they recommend, and how far the review's label is to be trusted. Prints figures on products left
 * out, then learns from all of the sample and writes lib/models/heads/review.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import calibrated from "../../lib/models/heads/reader.json";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { sigmoid } from "../../lib/understand/reading";
import { splitSentences } from "../../lib/understand/sentences";
import { reviewSentiment, type Voice } from "../../lib/understand/sentiment";
import { reviewFeatures } from "../../lib/understand/stars";
import { voiceOf } from "../../lib/understand/voice";
import { applyLayer, type Layer, logistic, type Row, ridge } from "./linear";
import { sample, seededRandom } from "./random";
import { calibrationError, pearson } from "./scores";
import { VectorCache } from "./vector-cache";

const SEED = 1;
/** Reviews of each number of stars; in the end each star counts as often as it occurs. */
const EACH = 260;
const SHRINK = 2;

interface Told {
  x: number[];
  score: number;
  label: string;
  stars: number;
  recommends: boolean;
  /** How many of all reviews one of its stars stands for. */
  weight: number;
  product: number;
}

const folder = process.argv.slice(2).find((argument) => argument !== "--") ?? "../shared/data";
const calibration = { ...calibrated, review: { slope: 1, offset: 0 } };
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), `${ENCODER.source.sha256.slice(0, 12)}-int8`);
const told = await read(folder);
const [learnt, held] = [
  told.filter(({ product }) => product % 3 !== 0),
  told.filter(({ product }) => product % 3 === 0),
];
report(learn(learnt), held);
for (const stars of [1, 2, 3, 4, 5])
  console.log(`${stars} stars: ${labelShares(told.filter((row) => row.stars === stars))}`);
const file = new URL("../../lib/models/heads/review.json", import.meta.url);
writeFileSync(file, `${JSON.stringify(learn(told), undefined, 2)}\n`);
console.log("wrote lib/models/heads/review.json");

function learn(rows: readonly Told[]) {
  const as = (y: (row: Told) => number, weight: (row: Told) => number): Row[] =>
    rows.map((row) => ({ x: row.x, y: y(row), weight: weight(row) }));
  // every number of stars counts the same, or a text would have to shout to be given less than four
  const stars = ridge(
    as(
      ({ stars }) => stars,
      () => 1,
    ),
    SHRINK,
  );
  const natural = ({ weight }: Told) => weight;
  const sided = rows.filter(({ label, stars }) => stars !== 3 && (label === "positive" || label === "negative"));
  const line = logistic(
    sided.map((row) => ({ x: [Math.abs(row.score)], y: Number(isRight(row)), weight: row.weight })),
    0.1,
  );
  return {
    confidence: { slope: line.weights[0] ?? 1, offset: line.bias },
    stars,
    satisfied: logistic(
      as(({ stars }) => Number(stars >= 4), natural),
      SHRINK,
    ),
    recommends: logistic(
      as(({ recommends }) => Number(recommends), natural),
      SHRINK,
    ),
  };
}

function isRight({ label, stars }: Told): boolean {
  return (label === "positive") === stars > 3;
}

/** How often reviews are given each label: what a bar of whole reviews will look like. */
function labelShares(rows: readonly Told[]): string {
  const share = (wanted: string) => rows.filter(({ label }) => label === wanted).length / rows.length;
  return ["positive", "mixed", "neutral", "negative"].map((label) => `${label} ${share(label).toFixed(2)}`).join(", ");
}

function report(heads: Record<"stars" | "satisfied" | "recommends", Layer>, rows: readonly Told[]): void {
  const stars = rows.map(({ x }) => Math.min(5, Math.max(1, applyLayer(heads.stars, x))));
  const given = rows.map((row) => row.stars);
  const error = given.reduce((sum, value, i) => sum + Math.abs(value - (stars[i] ?? 3)), 0) / rows.length;
  console.log(
    `stars from text, products left out, each number of stars as often: mean error ${error.toFixed(2)} (always 3: 1.20), r ${pearson(given, stars).toFixed(3)}, ${rows.length} reviews`,
  );
  for (const [name, truth] of [
    ["satisfied", (row: Told) => row.stars >= 4],
    ["recommends", (row: Told) => row.recommends],
  ] as const) {
    const judged = rows.map((row) => ({
      p: sigmoid(applyLayer(heads[name], row.x)),
      right: truth(row),
      weight: row.weight,
    }));
    const sum = judged.reduce((total, { weight }) => total + weight, 0);
    const accuracy = judged.reduce((total, one) => total + (one.p >= 0.5 === one.right ? one.weight : 0), 0) / sum;
    const usual = judged.reduce((total, one) => total + (one.right ? one.weight : 0), 0) / sum;
    const mean = judged.reduce((total, one) => total + one.p * one.weight, 0) / sum;
    const ece = calibrationError(
      judged.map(({ p, right }) => ({ confidence: Math.max(p, 1 - p), right: p >= 0.5 === right })),
    );
    console.log(
      `${name}, at the frequency of stars in the set: accuracy ${accuracy.toFixed(3)} (always yes: ${usual.toFixed(3)}), mean chance ${mean.toFixed(3)}, ECE over balanced stars ${ece.toFixed(3)}`,
    );
  }
}

async function read(data: string): Promise<Told[]> {
  const text = readFileSync(join(data, "text/clothing/reviews.csv"), "utf8");
  const all = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.filter(
    (row) => row["Review Text"] && Number(row.Rating) > 0,
  );
  const random = seededRandom(SEED);
  const rows = [1, 2, 3, 4, 5].flatMap((stars) => {
    const own = all.filter((row) => Number(row.Rating) === stars);
    const chosen = sample(own, EACH, random);
    return chosen.map((row) => ({ row, weight: own.length / chosen.length }));
  });
  const texts = rows.map(({ row }) => textsOf(row));
  const readings = await cache.read(texts.flat(), (done, of) => process.stderr.write(`\rreading ${done} of ${of}  `));
  let at = 0;
  return rows.map(({ row, weight }, i) => {
    const own = texts[i] ?? [];
    const voices = own.map((words, k): Voice => {
      return voiceOf(readings[at + k] as (typeof readings)[number], words, calibration);
    });
    at += own.length;
    const { label, score } = reviewSentiment(voices);
    const x = Array.from(reviewFeatures(voices, { label, score }));
    const recommends = row["Recommended IND"] === "1";
    return { x, score, label, stars: Number(row.Rating), recommends, weight, product: Number(row["Clothing ID"]) };
  });
}

function textsOf(row: Record<string, string>): string[] {
  const body = (row["Review Text"] ?? "").trim();
  const sentences = splitSentences(body, "en").map(({ start, end }) => body.slice(start, end));
  const title = (row.Title ?? "").trim();
  return title && !body.startsWith(title) ? [title, ...sentences] : sentences;
}
