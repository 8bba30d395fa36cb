/**
 * Learns the weights of lib/ask/retrieve.ts on the development products and prints them; the test products are not read.
 * npx tsx scripts/eval/ask-calibrate.ts [DATA]
 */
import { indexEvidence } from "../../lib/ask/evidence-index";
import { type Match, searchByMeaning } from "../../lib/ask/retrieve";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { VectorCache } from "../train/vector-cache";
import { readQuestions, readSet, understandSet } from "./ask-sets";

interface Row {
  features: number[];
  hit: boolean;
}

const folder = process.argv[2] ?? process.env.EARSHOT_DATA ?? "../shared/data";
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), "ask-int8");
/** Sentences looked at per question: below them all are about something else. */
const DEPTH = 40;
const sentences = { same: [] as Row[], other: [] as Row[] };
const one = { same: [] as Row[], other: [] as Row[] };
const three = { same: [] as Row[], other: [] as Row[] };

for (const set of readQuestions().filter(({ split }) => split === "development")) {
  const material = await understandSet(readSet(folder, set.set), cache, loadHeads());
  const index = indexEvidence(material.reviews, material.sentences);
  const questions = [...set.answerable, ...set.unanswerable];
  const vectors = await cache.encode(questions.map(({ ask }) => ask));
  for (const [i, { ask, about }] of questions.entries()) {
    const queryVector = vectors[i] ?? new Float32Array();
    const matches = searchByMeaning({ queryVector, queryText: ask, ...material, index });
    const answerable = i < set.answerable.length;
    const side = matches.filter(({ sameLanguage }) => sameLanguage).length > matches.length / 2 ? "same" : "other";
    const gold = new RegExp(about, "iu");
    for (const match of matches.slice(0, DEPTH)) {
      const hit = answerable && gold.test(match.entry.text);
      sentences[side].push({ features: [match.meaning, match.words], hit });
    }
    one[side].push({ features: questionFeatures(matches, 1), hit: answerable });
    three[side].push({ features: questionFeatures(matches, 3), hit: answerable });
  }
}
for (const side of ["same", "other"] as const) {
  print(`sentence ${side}`, logisticRegression(sentences[side], false));
  print(`question, best one, ${side}`, logisticRegression(one[side], true));
  print(`question, best three, ${side}`, logisticRegression(three[side], true));
}

function questionFeatures(matches: readonly Match[], count: number): number[] {
  const best = matches.map((match) => match.meaning).sort((a, b) => b - a);
  const mean = best.slice(0, count).reduce((sum, value) => sum + value, 0) / count;
  return [mean, Math.max(...matches.map((match) => match.words))];
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

function print(name: string, [meaning = 0, words = 0, bias = 0]: number[]): void {
  console.log(`${name.padEnd(28)} meaning ${meaning.toFixed(1)}  words ${words.toFixed(1)}  bias ${bias.toFixed(1)}`);
}
