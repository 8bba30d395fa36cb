/**
 * Learns the weights of lib/ask/retrieve.ts on the development products and prints them; the test products are not read.
 * npx tsx scripts/eval/ask-calibrate.ts [DATA]
 */
import { indexEvidence } from "../../lib/ask/evidence-index";
import { guessLanguage } from "../../lib/ask/language";
import type { Material } from "../../lib/ask/material";
import { type Match, searchByMeaning } from "../../lib/ask/retrieve";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { VectorCache } from "../train/vector-cache";
import { type QuestionSet, readQuestions, readSet, understandSet } from "./ask-sets";

interface Row {
  features: number[];
  hit: boolean;
}

const folder = process.argv[2] ?? process.env.EARSHOT_DATA ?? "../shared/data";
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), "ask-int8");
/** Sentences looked at per question: below them all are about something else. */
const DEPTH = 40;
/** Every how many reviews are kept: fewer sentences have a worse best one by chance, and the weights must know. */
const STRIDES = [1, 2, 4, 8];
const sentences = { same: [] as Row[], other: [] as Row[] };
const questions = { same: [] as Row[], other: [] as Row[] };

for (const set of readQuestions().filter(({ split }) => split === "development")) {
  const whole = await understandSet(readSet(folder, set.set), cache, loadHeads());
  for (const stride of STRIDES) await learnFrom(set, thinned(whole, stride), stride === 1);
}
for (const side of ["same", "other"] as const) {
  print(`sentence, ${side} language`, ["meaning", "words"], logisticRegression(sentences[side], false));
  print(`question, ${side} language`, ["meaning", "words", "amount"], logisticRegression(questions[side], true));
}

async function learnFrom(set: QuestionSet, material: Material, complete: boolean): Promise<void> {
  const index = indexEvidence(material.reviews, material.sentences);
  const asked = [...set.answerable, ...set.unanswerable];
  const vectors = await cache.encode(asked.map(({ ask }) => ask));
  for (const [i, { ask, about }] of asked.entries()) {
    const queryVector = vectors[i] ?? new Float32Array();
    const matches = searchByMeaning({ queryVector, queryText: ask, ...material, index });
    const side = guessLanguage(ask) === "en" ? "same" : "other";
    const gold = new RegExp(about, "iu");
    const isAbout = (match: Match) => i < set.answerable.length && gold.test(match.entry.text);
    questions[side].push({ features: questionFeatures(matches), hit: matches.some(isAbout) });
    if (!complete) continue;
    for (const match of matches.slice(0, DEPTH))
      sentences[side].push({ features: [match.meaning, match.words], hit: isAbout(match) });
  }
}

function thinned({ reviews, sentences, themes }: Material, stride: number): Material {
  const kept = reviews.filter((_, i) => i % stride === 0);
  const ids = new Set(kept.map((review) => review.id));
  return { reviews: kept, sentences: sentences.filter((sentence) => ids.has(sentence.reviewId)), themes };
}

function questionFeatures(matches: readonly Match[]): number[] {
  const best = matches.map((match) => match.meaning).sort((a, b) => b - a);
  const mean = best.slice(0, 3).reduce((sum, value) => sum + value, 0) / 3;
  return [mean, Math.max(...matches.map((match) => match.words)), Math.log(matches.length)];
}

/** Gradient descent on standardised features; `balanced` gives both classes the same say. */
function logisticRegression(rows: readonly Row[], balanced: boolean): number[] {
  const size = rows[0]?.features.length ?? 0;
  const columns = Array.from({ length: size }, (_, k) => rows.map(({ features }) => features[k] ?? 0));
  const means = columns.map((column) => column.reduce((a, b) => a + b, 0) / rows.length);
  const spreads = columns.map((column, k) => {
    return Math.sqrt(column.reduce((a, b) => a + (b - (means[k] ?? 0)) ** 2, 0) / rows.length) || 1;
  });
  const hits = rows.filter(({ hit }) => hit).length / rows.length;
  const weights = new Array<number>(size + 1).fill(0);
  for (let step = 0; step < 4000; step++) {
    const gradient = weights.map((weight, k) => (k < size ? -0.001 * weight : 0));
    for (const { features, hit } of rows) {
      const z = [...features.map((value, k) => (value - (means[k] ?? 0)) / (spreads[k] ?? 1)), 1];
      const predicted = 1 / (1 + Math.exp(-z.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)));
      const say = balanced ? 0.5 / (hit ? hits : 1 - hits) : 1;
      z.forEach((value, k) => {
        gradient[k] = (gradient[k] ?? 0) + (say * (Number(hit) - predicted) * value) / rows.length;
      });
    }
    for (const [k, slope] of gradient.entries()) weights[k] = (weights[k] ?? 0) + slope;
  }
  const scaled = weights.slice(0, size).map((weight, k) => weight / (spreads[k] ?? 1));
  return [...scaled, (weights[size] ?? 0) - scaled.reduce((sum, weight, k) => sum + weight * (means[k] ?? 0), 0)];
}

function print(name: string, features: string[], weights: number[]): void {
  const cells = [...features, "bias"].map((feature, k) => `${feature} ${(weights[k] ?? 0).toFixed(1)}`);
  console.log(`${name.padEnd(26)} ${cells.join("  ")}`);
}
