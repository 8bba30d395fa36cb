/**
 * `npm run eval:understand -- DIR [--rows 400]`: sentiment on labelled texts the heads did not learn from, beside baselines.
 * Prints a table, then one line of JSON. Vectors are cached, so a second run takes seconds.
 */
import { parseArgs } from "node:util";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { type Understood, understandReviews } from "../../lib/understand/understand";
import { accuracy, calibrationError, type Judged, macroF1, spearman } from "../train/scores";
import { VectorCache } from "../train/vector-cache";
import { lexiconBaseline, vaderBaseline } from "./sentiment-baselines";
import { type LabelledSet, type LabelledText, openSets } from "./sentiment-sets";

const SEED = 1;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: "string", default: "400" } },
});
const folder = positionals.find((argument) => argument !== "--") ?? "../shared/data/text";
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), `${ENCODER.source.sha256.slice(0, 12)}-int8`);
const heads = loadHeads();
const lexicon = lexiconBaseline(folder);
const own = await openSets("test/fixtures/understand", 10_000, SEED);
const sets = [...(await openSets(folder, Number(values.rows), SEED)), ...own.flatMap(byLanguage)];
if (sets.length === own.length)
  console.error(`${folder} has no texts with labels of sentiment; only our own sentences are measured.`);

const results = new Map<string, Record<string, number>>();
for (const set of sets) {
  const texts = set.rows.map(({ review }) => review.body);
  const understood = await understandReviews(
    set.rows.map(({ review }) => review),
    (batch) => cache.encode(batch),
    heads,
  );
  results.set(
    set.name,
    measure(
      set.rows,
      understood.map(({ finding }) => finding.sentiment.score),
      understood,
    ),
  );
  const counted = lexicon?.(texts);
  if (counted) results.set(`${set.name} · lexicon`, measure(set.rows, counted));
  const vader = vaderBaseline(texts);
  if (vader) results.set(`${set.name} · VADER`, measure(set.rows, vader));
}
console.table(Object.fromEntries(results));
console.log(JSON.stringify({ eval: "understand", encoder: `${ENCODER.id} int8`, sets: Object.fromEntries(results) }));

/** Polarity over rows with a side; rank correlation and stars over all; three classes where "neutral" is a label. */
function measure(
  rows: readonly LabelledText[],
  scores: readonly number[],
  understood?: readonly Understood[],
): Record<string, number> {
  const sided = rows.flatMap(({ side }, i) =>
    side === 1 || side === -1 ? [{ truth: side, guess: (scores[i] ?? 0) >= 0 ? 1 : -1 }] : [],
  );
  const out: Record<string, number> = {
    rows: rows.length,
    accuracy: accuracy(sided),
    macroF1: macroF1(sided, [-1, 1]),
  };
  if (new Set(rows.map(({ value }) => value)).size > 3)
    out.spearman = spearman(
      rows.map(({ value }) => value),
      scores,
    );
  if (!understood) return rounded(out);
  const starred = rows.flatMap(({ stars }, i) =>
    stars === undefined ? [] : [Math.abs(stars - (understood[i]?.finding.stars ?? 3))],
  );
  if (starred.length > 0) out.mae = starred.reduce((a, b) => a + b, 0) / starred.length;
  if (rows.some(({ side }) => side === 0)) out.macroF1three = macroF1(threeWay(rows, understood), [-1, 0, 1]);
  out.ece = calibrationError(
    rows.flatMap(({ side }, i) => (side === 1 || side === -1 ? [confidenceOf(scores[i] ?? 0, side)] : [])),
  );
  return rounded(out);
}

/** A score of s is read as a chance of (1 + |s|) / 2 that the sign is right. */
function confidenceOf(score: number, side: number): { confidence: number; right: boolean } {
  return { confidence: (1 + Math.abs(score)) / 2, right: Math.sign(score || 1) === side };
}

/** The first sentence's label: these sets hold single sentences. */
function threeWay(rows: readonly LabelledText[], understood: readonly Understood[]): Judged[] {
  const number = (label: string | undefined) => (label === "positive" ? 1 : label === "negative" ? -1 : 0);
  return rows.map(({ side }, i) => ({ truth: side ?? 0, guess: number(understood[i]?.sentences[0]?.sentiment.label) }));
}

function byLanguage(set: LabelledSet): LabelledSet[] {
  const languages = [...new Set(set.rows.map(({ review }) => review.language ?? "und"))].sort();
  return languages.map((language) => ({
    name: `own sentences ${language}`,
    rows: set.rows.filter(({ review }) => review.language === language),
  }));
}

function rounded(row: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));
}
