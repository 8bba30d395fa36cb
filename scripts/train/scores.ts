/** Figures printed beside training and evaluation. */
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
