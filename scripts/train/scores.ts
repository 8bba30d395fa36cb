/** Figures printed beside training and evaluation. */
import { CLASSES } from "../../lib/understand/heads";
import { softmax } from "../../lib/understand/sentiment";
import type { Example } from "./corpus";

export interface Judged {
  truth: number;
  guess: number;
}

/** Macro-averaged F1 over the given classes; a class that never occurs and is never guessed is left out. */
export function macroF1(judged: readonly Judged[], classes: readonly number[]): number {
  const scores = classes.flatMap((name) => {
    const hits = judged.filter((one) => one.truth === name && one.guess === name).length;
    const wrong = judged.filter((one) => (one.truth === name) !== (one.guess === name)).length;
    return hits + wrong === 0 ? [] : [(2 * hits) / (2 * hits + wrong)];
  });
  return scores.reduce((a, b) => a + b, 0) / Math.max(1, scores.length);
}

export function accuracy(judged: readonly Judged[]): number {
  return judged.filter((one) => one.truth === one.guess).length / Math.max(1, judged.length);
}

/** Expected calibration error in ten bins: how far confidence and accuracy lie apart. */
export function calibrationError(rows: readonly { confidence: number; right: boolean }[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = rows.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    const confidence = inside.reduce((sum, row) => sum + row.confidence, 0);
    error += Math.abs(confidence - inside.filter((row) => row.right).length) / Math.max(1, rows.length);
  }
  return error;
}

/** Spearman's rank correlation, ties by their mean rank. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  return pearson(ranks(a), ranks(b));
}

export function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (x: readonly number[]) => x.reduce((s, v) => s + v, 0) / x.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, x] of a.entries()) {
    const [dx, dy] = [x - ma, (b[i] as number) - mb];
    ab += dx * dy;
    aa += dx * dx;
    bb += dy * dy;
  }
  return ab / Math.sqrt(aa * bb);
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((x, y) => x.value - y.value);
  const out = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && order[end]?.value === order[start]?.value) end++;
    for (const { i } of order.slice(start, end)) out[i] = (start + end - 1) / 2;
    start = end;
  }
  return out;
}

interface HeldOut {
  example: Example;
  sample: { label: number };
  logits: Float32Array;
}

const best = (logits: Float32Array, among: readonly number[]) =>
  among.reduce((a, b) => ((logits[b] as number) > (logits[a] as number) ? b : a));

/** Prints the table of the three-class task. */
export function report(name: string, rows: readonly HeldOut[], temperature: number): void {
  const all = CLASSES.map((_, i) => i);
  const judged = rows.map(({ sample, logits }) => ({ truth: sample.label, guess: best(logits, all) }));
  const confidence = rows.map(({ logits, sample }) => {
    const chances = softmax(logits, temperature);
    const guess = best(logits, all);
    return { confidence: chances[guess] ?? 0, right: guess === sample.label };
  });
  console.log(
    `\n${name}: ${rows.length} rows, accuracy ${accuracy(judged).toFixed(3)}, macro-F1 ${macroF1(judged, all).toFixed(3)}, ECE ${calibrationError(confidence).toFixed(3)}, temperature ${temperature.toFixed(2)}`,
  );
}

/** Positive against negative only, per source. */
export function polarityF1(rows: readonly HeldOut[]): string {
  const sources = [...new Set(rows.map((row) => row.example.source))];
  const sides = [0, 2];
  return sources
    .map((source) => {
      const own = rows.filter((row) => row.example.source === source && row.sample.label !== 1);
      const judged = own.map(({ sample, logits }) => ({ truth: sample.label, guess: best(logits, sides) }));
      return `${source} ${macroF1(judged, sides).toFixed(3)} (${own.length})`;
    })
    .join(", ");
}
