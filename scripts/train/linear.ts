/** Linear models of few inputs, solved exactly: ridge regression, and logistic regression by Newton's steps. */

export interface Row {
  x: readonly number[];
  y: number;
  /** How often it counts. */
  weight: number;
}

export interface Layer {
  weights: number[];
  bias: number;
}

/** @param shrink penalty on the weights; the bias is not shrunk */
export function ridge(rows: readonly Row[], shrink: number): Layer {
  const n = (rows[0]?.x.length ?? 0) + 1;
  const system = emptySystem(n, (i) => (i > 0 ? shrink : 0));
  for (const { x, y, weight } of rows) addRow(system, [1, ...x], weight, weight * y);
  return layerOf(solve(system));
}

/** @returns log odds of y = 1 as a layer; `shrink` as for `ridge` */
export function logistic(rows: readonly Row[], shrink: number): Layer {
  const n = (rows[0]?.x.length ?? 0) + 1;
  let beta: number[] = new Array(n).fill(0);
  for (let round = 0; round < 25; round++) {
    const system = emptySystem(n, (i) => (i > 0 ? shrink : 1e-6));
    for (const { x, y, weight } of rows) {
      const z = [1, ...x];
      const logit = z.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0);
      const p = 1 / (1 + Math.exp(-logit));
      const slope = Math.max(1e-6, p * (1 - p));
      // one step of iteratively reweighted least squares: the working response is the logit plus the scaled error
      addRow(system, z, weight * slope, weight * (slope * logit + y - p));
    }
    beta = solve(system);
  }
  return layerOf(beta);
}

export function applyLayer({ weights, bias }: Layer, x: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias);
}

function layerOf([bias = 0, ...weights]: number[]): Layer {
  const short = (value: number) => Number(value.toPrecision(6));
  return { weights: weights.map(short), bias: short(bias) };
}

function emptySystem(n: number, diagonal: (i: number) => number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n + 1 }, (_, j) => (i === j ? diagonal(i) : 0)));
}

function addRow(system: number[][], z: readonly number[], weight: number, target: number): void {
  system.forEach((row, i) => {
    const own = z[i] ?? 0;
    for (let j = 0; j < z.length; j++) row[j] = (row[j] ?? 0) + weight * own * (z[j] ?? 0);
    row[z.length] = (row[z.length] ?? 0) + own * target;
  });
}

/** Gauss–Jordan; the systems are positive definite, so no pivoting is needed. */
function solve(system: number[][]): number[] {
  for (const [p, pivotRow] of system.entries()) {
    const pivot = pivotRow[p] || 1e-9;
    for (let j = 0; j < pivotRow.length; j++) pivotRow[j] = (pivotRow[j] ?? 0) / pivot;
    for (const [i, row] of system.entries()) {
      const factor = i === p ? 0 : (row[p] ?? 0);
      for (let j = 0; factor !== 0 && j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  return system.map((row) => row.at(-1) ?? 0);
}
