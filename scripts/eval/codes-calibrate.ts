/**
 * `npx tsx scripts/eval/codes-calibrate.ts [TEXT_DIR] [TRAIN_DIR]`: fits the link from scores to confidences (`LINK` in
 * lib/understand/codes/confidence.ts) over codes that people made: features of nine products, problems and requests in app reviews, and every second
 * intent of BANKING77 (the other half is what scripts/eval/codes.ts measures on). Prints the weights.
 */
import { parseArgs } from "node:util";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { evidenceOf, standingOf } from "../../lib/understand/codes/confidence";
import { type Lesson, learnCode } from "../../lib/understand/codes/learn";
import { cholesky, solve } from "../../lib/understand/codes/linear-algebra";
import { type CodeSpace, codeSpace } from "../../lib/understand/codes/space";
import { quantise } from "../../lib/understand/vectors";
import { sample, seededRandom } from "../train/random";
import { VectorCache } from "../train/vector-cache";
import { rowAt } from "./code-classes";
import { type CodedSet, readAppReviews, readBanking, readProductFeatures } from "./code-sets";

const EXAMPLES = [3, 5, 10, 20];
const SEEDS = [1, 2];
/** Codes with fewer sentences teach nothing about chances. */
const FEWEST = 14;

/** One sentence as the link sees it; all sentences of one code together weigh 1. */
interface Row {
  evidence: number[];
  yes: boolean;
  weight: number;
}

const { positionals } = parseArgs({ allowPositionals: true });
const [texts = "../shared/data/text", train = "../shared/data/train"] = positionals.filter((word) => word !== "--");
const name = `${ENCODER.source.sha256.slice(0, 12)}-int8-codes`;
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), name);
const sets = [...readProductFeatures(`${train}/product_reviews_2`), readAppReviews(texts), readBanking(texts)];
const rows: Row[] = [];
for (const set of sets) if (set) for (const row of await rowsOf(set)) rows.push(row);
console.log(fitLogistic(rows).map((weight) => Math.round(weight * 100) / 100));

async function rowsOf(set: CodedSet): Promise<Row[]> {
  const vectors = await cache.encode(set.texts);
  const sentences = vectors.map((vector, i) => ({ vector: quantise(vector), language: set.languages[i] ?? "und" }));
  const space = codeSpace(sentences, loadHeads().means);
  return codesOf(set).flatMap((code) => {
    const belongs = set.codes.map((own) => own.includes(code));
    return SEEDS.flatMap((seed) => EXAMPLES.flatMap((count) => rowsOfCode(space, belongs, count, seed)));
  });
}

function codesOf(set: CodedSet): string[] {
  const counts = new Map<string, number>();
  for (const code of set.codes.flat()) counts.set(code, (counts.get(code) ?? 0) + 1);
  const codes = [...counts].flatMap(([code, count]) => (count >= FEWEST ? [code] : [])).sort();
  return set.name === "BANKING77" ? codes.filter((_, i) => i % 2 === 0) : codes;
}

/** Half of the time as many sentences that do not belong are judged, too. */
function rowsOfCode(space: CodeSpace, belongs: readonly boolean[], count: number, seed: number): Row[] {
  const random = seededRandom(seed);
  const rowsThat = (yes: boolean) => belongs.flatMap((own, i) => (own === yes ? [i] : []));
  if (rowsThat(true).length < count + 8) return [];
  const judged = [...sample(rowsThat(true), count, random), ...sample(rowsThat(false), seed % 2 ? count : 0, random)];
  const lessons = judged.map((i): Lesson => {
    return { row: rowAt(space, i), yes: belongs[i] as boolean, weight: 1, judged: true };
  });
  const learnt = learnCode(space, lessons);
  const standing = standingOf(learnt, lessons);
  const taught = new Set(judged);
  return belongs.flatMap((yes, i) =>
    taught.has(i)
      ? []
      : [{ evidence: evidenceOf(learnt.scores[i] as number, standing), yes, weight: 1 / belongs.length }],
  );
}

/** Weighted logistic regression by Newton steps. */
function fitLogistic(rows: readonly Row[]): number[] {
  const size = rows[0]?.evidence.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < 12; step++) {
    const slope = new Float64Array(size);
    const bend = new Float64Array(size * size);
    for (let i = 0; i < size; i++) bend[i * size + i] = 1e-3;
    for (const { evidence, yes, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-evidence.reduce((sum, value, i) => sum + value * (weights[i] as number), 0)));
      for (const [i, a] of evidence.entries()) {
        slope[i] = (slope[i] as number) + weight * a * ((yes ? 1 : 0) - chance);
        for (const [j, b] of evidence.entries())
          bend[i * size + j] = (bend[i * size + j] as number) + weight * chance * (1 - chance) * a * b;
      }
    }
    const change = solve(cholesky(bend, size), slope);
    weights = weights.map((value, i) => value + (change[i] as number));
  }
  return weights;
}
